package app.lineup.engine.watch;

import java.time.Duration;

/// A fact about a run, told once when it happens. Texts carry no credentials.
public sealed interface RunEvent {

  /// What the run is likely to take, told before it begins where the size of its sources is known. Bytes of memory
  /// count what the program uses without the run, too.
  ///
  /// @param usedBytes  memory at its height
  /// @param leastBytes memory that the run cannot do without
  /// @param limitBytes how much may be used
  /// @param spillBytes how much goes to the disk
  record Expected(long usedBytes, long leastBytes, long limitBytes, long spillBytes, Duration took)
      implements RunEvent {

    /// Whether the run needs more than there is.
    public boolean isTooMuch() {
      return leastBytes > limitBytes;
    }
  }

  /// A stage began to move items.
  record StageStarted(String stage) implements RunEvent {}

  /// A stage moved its last item.
  ///
  /// @param items how many it gave on
  record StageEnded(String stage, long items) implements RunEvent {}

  /// A stage's strategy was chosen, and why this one.
  record StrategyChosen(String stage, String strategy, String reason) implements RunEvent {}

  /// A strategy that the user asked for gives way to another, because it does not bear the pressure.
  ///
  /// @param wished the strategy that was asked for
  /// @param taken  the one that does the stage
  /// @param reason what made it so
  record WishOverridden(String stage, String wished, String taken, String reason) implements RunEvent {}

  /// A stage goes on by another strategy from here on.
  ///
  /// @param before the strategy until now
  /// @param now    the one that took its place
  /// @param reason what made it so
  record StrategySwitched(String stage, String before, String now, String reason) implements RunEvent {}

  /// A stage laid items to rest on the disk, for want of memory or because there are many.
  ///
  /// @param items how many since it was last told
  /// @param bytes how many bytes they take there
  record Spilled(String stage, long items, long bytes) implements RunEvent {}

  /// Memory pressure is another than it was.
  ///
  /// @param before     the name of the level until now
  /// @param now        the name of the new one
  /// @param usedBytes  live memory
  /// @param limitBytes how much of it may be used
  record PressureChanged(String before, String now, long usedBytes, long limitBytes) implements RunEvent {}

  /// A holder of data has taken so much of its allowance that something is done about it.
  ///
  /// @param holder         what is held
  /// @param mark           the name of the mark that was passed: warning, spill, shrink, release
  /// @param bytes          how much is held
  /// @param allowanceBytes how much is allowed before the holder has to give way
  record MemoryAlarm(String holder, String mark, long bytes, long allowanceBytes) implements RunEvent {}

  /// A stage that fetches pictures is done with it.
  ///
  /// @param cached   items whose picture was there, or just came there
  /// @param fetched  pictures that came
  /// @param failed   items for which there was none to be had
  /// @param notAsked items whose picture was not there and not asked for
  /// @param waited   for servers, all requests together
  record LogosFetched(String stage, long cached, long fetched, long failed, long notAsked, Duration waited)
      implements RunEvent {}

  /// A source is being refreshed by somebody else, and the run waits for what that brings.
  record SourceAwaited(String source) implements RunEvent {}

  /// A source could not be read.
  record SourceFailed(String source, String message) implements RunEvent {}

  /// The run came to its end and its result is in place.
  record Finished(Duration took, long items) implements RunEvent {}

  /// The run ended without a result; what was there before is untouched.
  record Failed(String message) implements RunEvent {}

  /// Somebody asked the run to stop, and it did; what was there before is untouched.
  record Cancelled() implements RunEvent {}
}
