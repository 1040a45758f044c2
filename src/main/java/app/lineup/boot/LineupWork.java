package app.lineup.boot;

import app.lineup.app.lineup.Lineup;
import app.lineup.app.lineup.LineupFingerprint;
import app.lineup.app.lineup.LineupQuery;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.gui.channels.model.LineupHandle;
import app.lineup.gui.channels.model.LineupViewModel;
import app.lineup.pipeline.RunPlan;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the lineups that the window shows, and notes beside the last one what it was made of, so that the next start
/// knows whether it still holds. Thread-safe.
final class LineupWork implements LineupViewModel.Lineups {

  private final WindowServices work;
  private final Path folder;
  private final Path note;
  private final LineupFingerprint origins;

  /// @param folder where lineups rest
  LineupWork(WindowServices work, Path folder) {
    this.work = work;
    this.folder = folder;
    this.note = folder.resolve("made-of");
    this.origins = new LineupFingerprint(work::fetchedAt);
  }

  @Override
  public Optional<LineupHandle> kept() {
    return work.keptLineup(folder).map(lineup -> content(lineup, noted(lineup)));
  }

  @Override
  public LineupHandle make(RunPlan plan, RunTelemetry telemetry) throws PipelineException, InterruptedException {
    // Before it is made: what changes meanwhile makes it out of date.
    Optional<String> madeOf = origins.of(plan);
    Lineup lineup = work.lineup(plan, telemetry, folder);
    note(lineup, madeOf.orElse(""));
    return content(lineup, madeOf);
  }

  private LineupHandle content(Lineup lineup, Optional<String> madeOf) {
    return new LineupHandle(lineup.channels(), lineup.groups(), lineup.inOtherGroups(),
        (text, group, found) -> work.search(lineup).run(LineupQuery.of(text, group), found::found),
        plan -> madeOf.isPresent() && madeOf.equals(origins.of(plan)), () -> work.letGo(lineup));
  }

  private void note(Lineup lineup, String madeOf) {
    try {
      Files.writeString(note, lineup.madeAt() + "\n" + madeOf + "\n");
    } catch (IOException e) {
      log("it is not known at the next start what the lineup was made of", e);
    }
  }

  /// A note that was not finished, or is about another lineup, says nothing.
  private Optional<String> noted(Lineup lineup) {
    try {
      List<String> lines = Files.isRegularFile(note) ? Files.readAllLines(note) : List.of();
      return lines.size() == 2 && lines.getFirst().equals(lineup.madeAt().toString()) && !lines.getLast().isEmpty()
          ? Optional.of(lines.getLast()) : Optional.empty();
    } catch (IOException e) {
      log("the note about the lineup cannot be read", e);
      return Optional.empty();
    }
  }

  private static void log(String what, Exception why) {
    System.getLogger(LineupWork.class.getName()).log(System.Logger.Level.DEBUG, what, why);
  }
}
