package app.lineup.gui.channels.model;

import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;

/// One making of a lineup, on a thread that is not the window's. Thread-safe.
final class MakingViewModel {

  private final RunPlan plan;
  private final Optional<LineupHandle> known;
  private final LineupViewModel.Lineups lineups;
  private final BiConsumer<MakingViewModel, Ending> ended;
  private final RunTelemetry telemetry = new RunTelemetry(StageType.ids());
  private final FutureTask<?> work = new FutureTask<>(this::run, "made");

  /// How a making came to its end.
  sealed interface Ending {

    /// This is the lineup.
    record Made(LineupHandle lineup) implements Ending {}

    /// The known one is the lineup.
    record Known() implements Ending {}

    record Cancelled() implements Ending {}

    record Failed(Throwable why) implements Ending {}
  }

  /// @param plan  what the lineup is made of
  /// @param known the lineup that is kept if it turns out to be just this
  /// @param ended is told the end, on the making's thread; it is not told that of a making stopped before it began
  MakingViewModel(RunPlan plan, Optional<LineupHandle> known, LineupViewModel.Lineups lineups,
      BiConsumer<MakingViewModel, Ending> ended) {
    this.plan = plan;
    this.known = known;
    this.lineups = lineups;
    this.ended = ended;
  }

  RunPlan plan() {
    return plan;
  }

  void start(Executor background) {
    background.execute(work);
  }

  void stop() {
    work.cancel(true);
  }

  private void run() {
    ended.accept(this, make());
  }

  private Ending make() {
    try {
      if (known.isPresent() && known.get().current().test(plan)) {
        return new Ending.Known();
      }
      return new Ending.Made(lineups.make(plan, telemetry));
    } catch (InterruptedException _) {
      return new Ending.Cancelled();
    } catch (PipelineException | RuntimeException | Error e) {
      return new Ending.Failed(e);
    }
  }

  /// How many channels were read so far.
  long channels() {
    return telemetry.snapshot().stages().stream().mapToLong(RunSnapshot.StageFigures::items).findFirst().orElse(0);
  }
}
