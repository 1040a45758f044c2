package app.lineup.gui.sources.model;

import app.lineup.app.refresh.SourceInspection;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/// The looks through sources that are under way. Not thread-safe; used by the window's thread. Lists are read on
/// others.
final class LookingViewModel {

  private final SourcesViewModel.Looks looks;
  private final Executor background;
  private final Executor window;
  private final Runnable ended;
  private final Map<SourceViewModel, Looking> underWay = new HashMap<>();

  private record Looking(RunTelemetry telemetry, FutureTask<?> work) {}

  /// One way to look.
  @FunctionalInterface
  private interface Way {
    Optional<SourceInspection> look(SourceViewModel row, Optional<SourceInspection> before, RunTelemetry telemetry)
        throws PipelineException, InterruptedException;
  }

  /// @param ended called when a look has come to its end
  LookingViewModel(SourcesViewModel.Looks looks, Executor background, Executor window, Runnable ended) {
    this.looks = looks;
    this.background = background;
    this.window = window;
    this.ended = ended;
  }

  /// Asks the server of a source, or reads its file as it is now.
  void fetch(SourceViewModel row) {
    look(row, (asked, before, telemetry) -> Optional.of(looks.fetch(asked.source(), before, telemetry)));
  }

  /// Looks at what is kept of a source; no server is asked.
  void lookAtKept(SourceViewModel row) {
    look(row, (asked, before, telemetry) -> looks.kept(asked.source(), before, telemetry));
  }

  private void look(SourceViewModel row, Way way) {
    stop(row);
    var telemetry = new RunTelemetry(StageType.ids());
    Optional<SourceInspection> before = row.look();
    var work = new FutureTask<>(() -> lookNow(row, way, before, telemetry), "looked");
    underWay.put(row, new Looking(telemetry, work));
    row.looking(telemetry);
    background.execute(work);
  }

  private void lookNow(SourceViewModel row, Way way, Optional<SourceInspection> before, RunTelemetry telemetry) {
    try {
      Optional<SourceInspection> found = way.look(row, before, telemetry);
      end(row, telemetry, () -> found.ifPresentOrElse(row::found, row::show));
    } catch (PipelineException e) {
      Optional<SourceInspection> kept = kept(row, before, telemetry);
      end(row, telemetry, () -> row.failed(e, kept));
    } catch (InterruptedException _) {
      end(row, telemetry, row::show);
    } catch (RuntimeException | Error e) {
      end(row, telemetry, () -> row.failed(e));
    }
  }

  /// What stays in use after a failure: of a file that cannot be read, nothing.
  private Optional<SourceInspection> kept(SourceViewModel row, Optional<SourceInspection> before,
      RunTelemetry telemetry) {
    try {
      return row.isFetched() ? looks.kept(row.source(), before, telemetry) : Optional.empty();
    } catch (PipelineException e) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// What an earlier look found, which was stopped or whose place a later one has taken, is of no interest any more.
  private void end(SourceViewModel row, RunTelemetry telemetry, Runnable show) {
    window.execute(() -> {
      Looking now = underWay.get(row);
      if (now != null && now.telemetry() == telemetry) {
        underWay.remove(row);
        show.run();
        ended.run();
      }
    });
  }

  boolean isUnderWay(SourceViewModel row) {
    return underWay.containsKey(row);
  }

  void stop(SourceViewModel row) {
    Looking now = underWay.remove(row);
    if (now != null) {
      now.work().cancel(true);
      row.show();
    }
  }

  /// Shows how far the looks have come.
  void sample() {
    underWay.forEach((row, now) -> row.looking(now.telemetry()));
  }
}
