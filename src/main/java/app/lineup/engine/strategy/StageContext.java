package app.lineup.engine.strategy;

import app.lineup.engine.watch.StageMeter;
import java.util.concurrent.ExecutorService;

/// What a strategy is given to work with.
///
/// @param meter   the stage's counters
/// @param workers threads for computing, as many as `threads`
/// @param threads how many cores the run may use
public record StageContext(StageMeter meter, ExecutorService workers, int threads) {

  /// How many chunks a parallel strategy keeps under way: one on each core, and one that waits for the first to be free.
  public int chunksAhead() {
    return threads + 1;
  }
}
