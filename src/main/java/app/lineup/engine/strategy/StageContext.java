package app.lineup.engine.strategy;

import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import java.util.concurrent.ExecutorService;
import java.util.function.IntSupplier;

/// What a strategy is given to work with.
///
/// @param meter      the stage's counters
/// @param workers    threads for computing, as many as `threads`
/// @param threads    how many cores the run may use
/// @param memory     says how much pressure there is
/// @param chunkItems how many items a pull may take just now
/// @param observer   told the stage's facts
public record StageContext(
    StageMeter meter,
    ExecutorService workers,
    int threads,
    MemoryMonitor memory,
    IntSupplier chunkItems,
    RunObserver observer) {

  /// How many chunks a parallel strategy keeps under way: one on each core, and one that waits for the first to be free.
  public int chunksAhead() {
    return threads + 1;
  }
}
