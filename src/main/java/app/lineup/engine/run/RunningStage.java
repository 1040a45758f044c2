package app.lineup.engine.run;

import app.lineup.engine.watch.StageMeter;

/// A stage that has begun. Used by the run's thread.
interface RunningStage {

  /// Its counters.
  StageMeter meter();

  /// Notes and tells that it gives no more. May be called twice.
  void end();
}
