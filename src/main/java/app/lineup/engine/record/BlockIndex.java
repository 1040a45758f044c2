package app.lineup.engine.record;

import java.util.Arrays;

/// Where the blocks of a file stand: 12 bytes of memory a block. Not thread-safe while it grows, then never changed.
final class BlockIndex {

  private long[] offsets = new long[16];
  private int[] checksums = new int[16];
  private int blocks;

  /// @param start where the first block begins
  BlockIndex(long start) {
    offsets[0] = start;
  }

  int blocks() {
    return blocks;
  }

  /// Where a block begins; that of the one after the last is where they end.
  long offset(int block) {
    return offsets[block];
  }

  int length(int block) {
    return (int) (offsets[block + 1] - offsets[block]);
  }

  int checksum(int block) {
    return checksums[block];
  }

  void add(int length, int checksum) {
    if (blocks + 1 == offsets.length) {
      offsets = Arrays.copyOf(offsets, blocks * 2);
      checksums = Arrays.copyOf(checksums, blocks * 2);
    }
    checksums[blocks] = checksum;
    offsets[blocks + 1] = offsets[blocks] + length;
    blocks++;
  }
}
