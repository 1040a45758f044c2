package app.lineup.app.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Adds up what is counted chunk by chunk. Not thread-safe; used by one thread.
final class CensusSum {

  private final long[] matching;
  private final long[] acting;
  private final int[] spoiledBy;
  private final int[] shadowedBy;
  private long lookedAt;
  private boolean complete = true;

  CensusSum(int places) {
    matching = new long[places];
    acting = new long[places];
    spoiledBy = new int[places];
    shadowedBy = new int[places];
    Arrays.fill(spoiledBy, -1);
    Arrays.fill(shadowedBy, -1);
  }

  void add(ChunkCensus chunk) {
    lookedAt += chunk.lookedAt();
    for (int i = 0; i < matching.length; i++) {
      matching[i] += chunk.matching()[i];
      acting[i] += chunk.acting()[i];
      spoiledBy[i] = spoiledBy[i] < 0 ? chunk.spoiledBy()[i] : spoiledBy[i];
      shadowedBy[i] = shadowedBy[i] < 0 ? chunk.shadowedBy()[i] : shadowedBy[i];
    }
  }

  /// Some list could not be read to its end.
  void failed() {
    complete = false;
  }

  Census now() {
    List<RuleTally> tallies = new ArrayList<>();
    for (int i = 0; i < matching.length; i++) {
      int by = acting[i] > 0 ? -1 : matching[i] > 0 ? shadowedBy[i] : spoiledBy[i];
      tallies.add(new RuleTally(matching[i], acting[i], by < 0 ? OptionalInt.empty() : OptionalInt.of(by)));
    }
    return new Census(lookedAt, tallies, complete);
  }
}
