package app.lineup.app.lineup;

import java.util.List;

/// What was found in one block.
///
/// @param indexes of the channels that were found; nobody changes the array afterwards
/// @param to      the index after the block's last channel
record SearchedBlock(int[] indexes, long to) {

  /// What was found in several blocks, one behind the other.
  static int[] indexes(List<SearchedBlock> blocks) {
    int[] all = new int[blocks.stream().mapToInt(block -> block.indexes.length).sum()];
    int used = 0;
    for (SearchedBlock block : blocks) {
      System.arraycopy(block.indexes, 0, all, used, block.indexes.length);
      used += block.indexes.length;
    }
    return all;
  }
}
