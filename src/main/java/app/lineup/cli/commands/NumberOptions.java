package app.lineup.cli.commands;

import app.lineup.app.publish.WholeFile;
import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.model.Location;
import app.lineup.model.Numbering;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.number.NumbersFile;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The file of `--numbers-file`: the numbers that channels keep from run to run.
final class NumberOptions {

  private NumberOptions() {}

  /// The plan with the file, where one is named.
  ///
  /// @param others  files that are something else
  /// @param library whose channels keep numbers, where no file is named
  static RunPlan join(ParsedCommand call, RunPlan plan, Optional<Path> others, Optional<GivenLibrary> library)
      throws UsageException {
    Optional<String> name = call.one(Option.NUMBERS_FILE);
    if (name.isEmpty()) {
      return library.flatMap(GivenLibrary::numbers).map(plan::with).orElse(plan);
    }
    if (plan.numbering() instanceof Numbering.None || plan.numbering() instanceof Numbering.From) {
      throw wrong("usage.numbers-file-unused");
    }
    if (name.get().equals(Inputs.STANDARD)) {
      throw wrong("usage.numbers-file-stdout");
    }
    Path file = Inputs.output(Option.NUMBERS_FILE.shown(), name.get());
    List<Path> taken = new ArrayList<>(others.stream().toList());
    if (plan.target() instanceof Target.OfFile(Path out, _)) {
      taken.add(out);
    }
    plan.guide().ifPresent(guide -> taken.add(guide.target()));
    for (Source source : plan.sources()) {
      if (source.location() instanceof Location.OfFile(Path in)) {
        taken.add(in);
      }
    }
    if (taken.stream().anyMatch(path -> isSame(path, file))) {
      throw wrong("usage.numbers-file-taken");
    }
    return plan.with(file);
  }

  /// Looks whether the file may be replaced and can be, before a run that may take minutes.
  ///
  /// @throws PipelineException if not
  static void verify(RunPlan plan) throws PipelineException {
    Optional<Path> file = plan.keptNumbers();
    if (file.isEmpty()) {
      return;
    }
    verifyOurs(file.get());
    Path folder = file.get().toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw refused(file.get(), "numbers-file.no-folder");
    }
    if (!Files.isWritable(folder)) {
      throw refused(file.get(), "numbers-file.unwritable");
    }
  }

  /// Looks whether it is a file of numbers, or not there.
  ///
  /// @throws PipelineException if it is another
  static void verifyOurs(Path file) throws PipelineException {
    try {
      if (!new NumbersFile(file).isOurs()) {
        throw refused(file, "numbers-file.other");
      }
    } catch (IOException e) {
      throw new PipelineException(
          Kind.USER, file.toString(), Texts.get("numbers-file.unreadable"),
          Texts.get("numbers-file.unreadable.advice"), e);
    }
  }

  private static PipelineException refused(Path file, String key) {
    return new PipelineException(Kind.USER, file.toString(), Texts.get(key), Texts.get(key + ".advice"));
  }

  private static UsageException wrong(String key) {
    return new UsageException(Option.NUMBERS_FILE.shown(), Texts.get(key), Texts.get(key + ".advice"));
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return new WholeFile(one).isSame(other);
    } catch (IOException unfollowed) {
      // Whoever opens it says why it cannot be had.
      return one.equals(other);
    }
  }
}
