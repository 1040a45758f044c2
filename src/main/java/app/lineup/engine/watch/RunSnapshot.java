package app.lineup.engine.watch;

import java.time.Duration;
import java.util.List;

/// The counters of a run at one moment. Two of them give a rate.
///
/// @param elapsed since the run began
/// @param stages  a row a stage, in their order
public record RunSnapshot(Duration elapsed, List<StageFigures> stages) {

  public RunSnapshot {
    stages = List.copyOf(stages);
  }

  /// One stage's counters.
  ///
  /// @param stage    the stage's id
  /// @param strategy the strategy at work, empty before one was chosen
  /// @param state    how far it has come
  /// @param items    items it gave on so far
  /// @param bytes    bytes it read or wrote so far; 0 for stages that only pass items on
  /// @param load     what it has under way and put aside
  public record StageFigures(
      String stage, String strategy, StageMeter.State state, long items, long bytes, StageLoad load) {

    /// One that has nothing under way.
    public StageFigures(String stage, String strategy, StageMeter.State state, long items, long bytes) {
      this(stage, strategy, state, items, bytes, StageLoad.NONE);
    }
  }
}
