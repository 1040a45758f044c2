package app.lineup.start;

import app.lineup.problem.PipelineException;

/// The start caches of the program that runs: whether they are used, and making them anew.
public interface StartCaches {

  /// Whether the next start will use `cache`. Starts the program once more to ask the JVM, which takes a moment.
  StartState state(StartCache cache) throws PipelineException, InterruptedException;

  /// Whether one can be made anew: there is a place for it that only this user can change, and the program runs with
  /// the options that it is usually started with, which a cache has to be made for.
  boolean canRenew();

  /// Makes `cache` anew for this user, which takes seconds. The start script will prefer it to the one that came with
  /// the program.
  ///
  /// @return its state, [StartState.Used] where all went well
  /// @throws PipelineException if none could be made; nothing has changed then
  StartState renew(StartCache cache) throws PipelineException, InterruptedException;
}
