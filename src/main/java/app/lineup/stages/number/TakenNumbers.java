package app.lineup.stages.number;

import app.lineup.engine.flow.PipelineException;
import app.lineup.model.ChannelNumber;
import java.util.BitSet;

/// Which numbers are taken: a bit for each whole number up to the highest, and the sub-channels. Confined.
final class TakenNumbers {

  private final BitSet whole = new BitSet();
  private final PackedNumbers subChannels = new PackedNumbers();
  private int free = 1;

  /// Takes a number; false where it was taken before.
  boolean take(ChannelNumber number) {
    if (number.minor() > 0) {
      return subChannels.add(number);
    }
    boolean fresh = !whole.get(number.major());
    whole.set(number.major());
    return fresh;
  }

  /// Takes the lowest number that is free.
  ///
  /// @throws PipelineException if there is none
  ChannelNumber takeLowest() throws PipelineException {
    free = whole.nextClearBit(free);
    if (free > ChannelNumber.MAX_MAJOR) {
      throw Numbers.exhausted();
    }
    whole.set(free);
    return new ChannelNumber(free, 0);
  }

  /// About how many bytes the set takes.
  long bytes() {
    return whole.size() / Byte.SIZE + subChannels.bytes();
  }
}
