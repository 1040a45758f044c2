package app.lineup.gui.run.model;

import java.util.ArrayList;
import java.util.List;

/// A run at one moment, as the charts show it. Immutable.
///
/// @param seconds    since the run began
/// @param rssBytes   the process's memory as the system counts it, 0 where it does not say
/// @param usedBytes  live memory
/// @param level      the pressure, counted from the lowest level
/// @param items      how many items each stage gave on so far
/// @param strategies what each stage was at work with since the sample before, empty where it was not at work
public record Sample(
    double seconds, long rssBytes, long usedBytes, int level, List<Long> items, List<String> strategies) {

  public Sample {
    items = List.copyOf(items);
    strategies = List.copyOf(strategies);
  }

  /// This sample and the one after it as one: the counters of the later, the worst of both.
  public Sample with(Sample later) {
    List<String> atWork = new ArrayList<>(later.strategies);
    for (int i = 0; i < atWork.size(); i++) {
      if (atWork.get(i).isEmpty()) {
        atWork.set(i, strategies.get(i));
      }
    }
    return new Sample(
        Math.max(seconds, later.seconds), Math.max(rssBytes, later.rssBytes), Math.max(usedBytes, later.usedBytes),
        Math.max(level, later.level), later.items, atWork);
  }
}
