package app.lineup.pipeline.number;

import app.lineup.model.FullRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// How many channels lost their own number to an earlier one, and how many found their group's range full. Thread-safe.
public final class NumberConflicts {

  private final LongAdder lost = new LongAdder();

  private final Map<String, LongAdder> full = new ConcurrentSkipListMap<>();

  void full(String group) {
    full.computeIfAbsent(group, _ -> new LongAdder()).increment();
  }

  /// The ranges that were too small so far, by group.
  public List<FullRange> fullRanges() {
    var ranges = new ArrayList<FullRange>();
    full.forEach((group, lost) -> ranges.add(new FullRange(group, lost.sum())));
    return List.copyOf(ranges);
  }

  void add() {
    lost.increment();
  }

  /// How many so far.
  public long count() {
    return lost.sum();
  }
}
