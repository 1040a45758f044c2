package app.lineup.engine.watch;

import java.time.Duration;
import java.util.List;

/// What a stage did and what it took, for who looks back at a run. Immutable.
///
/// @param stage      the stage's id
/// @param strategies those that did it, in the order in which they took over; empty where it was never begun
/// @param items      items it gave on
/// @param bytes      bytes it read or wrote; 0 for stages that only pass items on
/// @param busy       how long threads worked for it, all together
/// @param rssBytes   what the system counted as the process's own when the stage ended; 0 where that is not known
/// @param pressure   the name of the highest memory pressure while it ran; empty where it did not
public record StageFacts(
    String stage, List<String> strategies, long items, long bytes, Duration busy, long rssBytes, String pressure) {

  public StageFacts {
    strategies = List.copyOf(strategies);
  }

  /// The strategy that did it in the end; empty where it was never begun.
  public String strategy() {
    return strategies.isEmpty() ? "" : strategies.getLast();
  }

  /// Items that one thread gives on in a second of work; 0 where no time was measured.
  public double itemsPerSecond() {
    return busy.isZero() ? 0 : items * 1e9 / busy.toNanos();
  }
}
