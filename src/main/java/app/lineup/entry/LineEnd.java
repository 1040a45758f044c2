package app.lineup.entry;

import app.lineup.model.Channel;
import app.lineup.model.Places;

/// The line end that an entry uses.
final class LineEnd {

  private LineEnd() {}

  static String of(Channel channel) {
    byte[] block = channel.block();
    int to = channel.place(Places.ENTRY_TO);
    if (to == channel.place(Places.ENTRY_FROM)) {
      return "\n";
    }
    byte last = block[to - 1];
    boolean carriageReturn = last == '\n' && to - 2 >= channel.place(Places.ENTRY_FROM) && block[to - 2] == '\r';
    return carriageReturn ? "\r\n" : last == '\r' ? "\r" : "\n";
  }
}
