package app.lineup.pipeline.number;

import app.lineup.model.ChannelNumber;

/// Which numbers are taken: whole ones, and sub-channels. Not thread-safe.
final class TakenNumbers {

  private final WholeNumbers whole = new WholeNumbers();
  private final PackedNumbers subChannels = new PackedNumbers();

  /// Takes a number; false where it was taken before.
  ///
  /// @param minor 0 for a whole number
  boolean take(int major, int minor) {
    return minor > 0 ? subChannels.add(new ChannelNumber(major, minor)) : whole.add(major);
  }

  boolean has(int major, int minor) {
    return minor > 0 ? subChannels.has(new ChannelNumber(major, minor)) : whole.has(major);
  }

  boolean isFree(int number) {
    return !whole.has(number);
  }

  /// The lowest whole number from `from` on that is free.
  int nextFree(int from) {
    return whole.nextFree(from);
  }

  /// About how many bytes the set takes.
  long bytes() {
    return whole.bytes() + subChannels.bytes();
  }
}
