package app.lineup.stages.number;

import app.lineup.model.ChannelNumber;
import java.util.BitSet;

/// Which numbers are taken: a bit for each whole number up to the highest, and the sub-channels. Confined.
final class TakenNumbers {

  private final BitSet whole = new BitSet();
  private final PackedNumbers subChannels = new PackedNumbers();

  /// Takes a number; false where it was taken before.
  boolean take(ChannelNumber number) {
    if (number.minor() > 0) {
      return subChannels.add(number);
    }
    boolean fresh = !whole.get(number.major());
    whole.set(number.major());
    return fresh;
  }

  boolean has(ChannelNumber number) {
    return number.minor() > 0 ? subChannels.has(number) : whole.get(number.major());
  }

  boolean isFree(int number) {
    return !whole.get(number);
  }

  /// The lowest whole number from `from` on that is free.
  int nextFree(int from) {
    return whole.nextClearBit(from);
  }

  /// About how many bytes the set takes.
  long bytes() {
    return whole.size() / Byte.SIZE + subChannels.bytes();
  }
}
