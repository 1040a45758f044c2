package app.lineup.gui.run.model;

import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResult;
import app.lineup.problem.PipelineException;

/// A run's work from its beginning to an outcome that a person understands, whatever happens in it. Thread-safe.
final class WorkViewModel {

  private final Texts texts;
  private final RunViewModel.Build build;

  WorkViewModel(Texts texts, RunViewModel.Build build) {
    this.texts = texts;
    this.build = build;
  }

  /// Interrupting the thread cancels it.
  Outcome run(RunPlan plan, RunTelemetry telemetry, RunObserver observer) {
    try {
      return new Outcome.Done(build.build(plan, telemetry, observer));
    } catch (InterruptedException _) {
      return new Outcome.Cancelled();
    } catch (PipelineException e) {
      return failed(e.subject(), e.what(), e.advice(), Stack.of(e));
    } catch (OutOfMemoryError e) {
      return failed(texts.get("about.run"), texts.get("out-of-memory"), texts.get("advice.memory"), Stack.of(e));
    } catch (RuntimeException | Error e) {
      return failed(texts.get("about.run"), texts.get("fault"), texts.get("advice.fault"), Stack.of(e));
    }
  }

  private static Outcome failed(String subject, String what, String advice, String details) {
    return new Outcome.Failed(new Failure(subject, what, advice, details));
  }

  /// What came of a run. Immutable.
  sealed interface Outcome {

    record Done(RunResult result) implements Outcome {}

    /// The playlist from before is as it was.
    record Cancelled() implements Outcome {}

    /// So is it here.
    record Failed(Failure why) implements Outcome {}
  }
}
