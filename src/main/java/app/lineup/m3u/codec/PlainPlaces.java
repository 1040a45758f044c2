package app.lineup.m3u.codec;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;

/// How places are written that are not as scanners make them: number by number, each relative to the entry where it is
/// one that moves with it. Thread-safe: no state.
final class PlainPlaces {

  private PlainPlaces() {}

  static void write(Channel channel, BlockWriter out) {
    int count = EntryLayout.OTHERS + 4 * channel.otherAttributes();
    out.number(count);
    for (int i = 0; i < count; i++) {
      long place = channel.place(i);
      boolean moves = place >= 0 && i != EntryLayout.FLAGS;
      long relative = moves ? place - channel.place(EntryLayout.ENTRY_FROM) : place;
      out.octet(moves ? 1 : 0);
      out.number(relative << 1 ^ relative >> 63);
    }
  }

  static int[] read(BlockReader in, int entry) {
    int[] places = new int[in.count()];
    for (int i = 0; i < places.length; i++) {
      boolean moves = in.octet() == 1;
      long folded = in.number();
      int value = (int) (folded >>> 1 ^ -(folded & 1));
      places[i] = moves ? entry + value : value;
    }
    return places;
  }
}
