package app.lineup.rule;

import app.lineup.model.channel.ChannelBlock;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// How many channels each rule, or each filter, of a run was for. Thread-safe; what a thread counts is added block by
/// block.
public final class MatchCounts {

  private final LongAdder[] counts;

  /// @param size how many rules or filters are on
  public MatchCounts(int size) {
    counts = Stream.generate(LongAdder::new).limit(size).toArray(LongAdder[]::new);
  }

  /// How many channels the rule was for so far.
  ///
  /// @param place its place among those that are on, the first is 0
  public long of(int place) {
    return counts[place].sum();
  }

  /// What counts on one thread.
  public Counter counter() {
    return new Counter();
  }

  /// Counts what it is told of a block. Not thread-safe; used by one thread at a time.
  public final class Counter implements RuleListener {

    private final int[] now = new int[counts.length];

    private Counter() {}

    @Override
    public void applied(int rule, ChannelBlock block, int entry, boolean removes) {
      now[rule]++;
    }

    /// Adds what was counted of a block that was gone over.
    public void add() {
      for (int i = 0; i < now.length; i++) {
        counts[i].add(now[i]);
      }
      Arrays.fill(now, 0);
    }
  }
}
