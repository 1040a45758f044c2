package app.lineup.cli.commands;

import app.lineup.app.explain.Explanation;
import app.lineup.app.refresh.Checked;
import app.lineup.app.session.LibraryPlan;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.Source;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResult;
import app.lineup.problem.PipelineException;
import app.lineup.serve.FetchObserver;
import app.lineup.serve.PlaylistServer;
import app.lineup.serve.ServePlan;
import app.lineup.start.StartCaches;
import java.nio.file.Path;
import java.time.Duration;

/// What the commands can have done. Interrupting the calling thread cancels it; by the time a method has returned or
/// thrown, nothing half-written is left.
public interface PlaylistService {

  /// Builds a playlist.
  ///
  /// @param allowance what the run may use
  /// @param telemetry counters for all stages
  /// @param observer  told what happens
  RunResult build(RunPlan plan, ResourceLimits allowance, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException;

  /// Looks through one list or guide.
  ///
  /// @param patience  how long it waits while nothing comes from the source
  /// @param telemetry counters for all stages, of which only the first moves
  Checked check(Source source, Duration patience, RunTelemetry telemetry)
      throws PipelineException, InterruptedException;

  /// Says of single channels what a run would do with them; nothing is published.
  ///
  /// @param channel   a name, or a condition
  /// @param allowance what it may use
  Explanation explain(RunPlan plan, String channel, ResourceLimits allowance)
      throws PipelineException, InterruptedException;

  /// Starts to serve a published file; closing what it returns ends that.
  ///
  /// @param observer hears of each request, on its thread
  PlaylistServer serve(ServePlan plan, FetchObserver observer) throws PipelineException;

  /// The library below a folder, as of its last commit; nothing there is changed.
  ///
  /// @throws PipelineException if there is none, or it cannot be read
  LibraryPlan library(Path folder) throws PipelineException;

  /// What lets the program start quickly.
  StartCaches startCaches();
}
