package app.lineup.cli.commands;

import app.lineup.app.session.ChosenNumbering;
import app.lineup.app.session.LibraryPlan;
import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.files.OwnerOnly;
import app.lineup.model.Filter;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The library of `--library`, as of its last commit. What is done with it changes nothing in its folder: the numbers
/// that channels keep are read from a copy, which goes with this. Not thread-safe; used by the command's thread.
///
/// @param plan    what the library says
/// @param numbers the copy of the numbers that its channels keep, where it has any
record GivenLibrary(LibraryPlan plan, Optional<Path> numbers) implements AutoCloseable {

  /// Reads it, where one is named.
  static Optional<GivenLibrary> of(ParsedCommand call, PlaylistService runs) throws UsageException, PipelineException {
    Optional<String> name = call.one(Option.LIBRARY);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Inputs.output(Option.LIBRARY.shown(), name.get());
    LibraryPlan plan = runs.library(folder);
    return Optional.of(new GivenLibrary(plan, copied(plan.data().numbers())));
  }

  private static Optional<Path> copied(Path file) throws PipelineException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Path copy = Files.createTempDirectory("lineup-numbers").resolve("numbers");
      Files.copy(file, copy);
      OwnerOnly.restrictFile(copy);
      return Optional.of(copy);
    } catch (IOException e) {
      throw new PipelineException(PipelineException.Kind.RESOURCES, file.toString(),
          Texts.get("library.numbers", Reason.of(e)),
          Texts.get("library.numbers.advice"), e);
    }
  }

  /// Its lists, where none is named beside it.
  List<Source> sources(ParsedCommand call) throws UsageException {
    if (FetchOptions.hasSources(call)) {
      return FetchOptions.sources(call);
    }
    List<Source> sources = plan.sources();
    if (sources.isEmpty()) {
      throw new UsageException(Option.LIBRARY.shown(), Texts.get("library.no-sources"),
          Texts.get("library.no-sources.advice"));
    }
    return FetchOptions.asTyped(call, sources);
  }

  /// How its channels get numbers.
  Numbering numbering() throws UsageException {
    return ChosenNumbering.of(plan.library()).understood().orElseThrow(
        () -> new UsageException(Option.LIBRARY.shown(), Texts.get("library.numbering"),
            Texts.get("library.numbering.advice")));
  }

  /// Its rules and filters before those that are typed.
  RuleOptions before(RuleOptions typed) {
    List<Rule> rules = new ArrayList<>(plan.rules());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      names.add(Texts.get("library.rule", i + 1));
    }
    rules.addAll(typed.rules());
    names.addAll(typed.names());
    List<Filter> filters = new ArrayList<>(plan.filters());
    filters.addAll(typed.filters());
    return new RuleOptions(rules, filters, names);
  }

  @Override
  public void close() {
    numbers.ifPresent(file -> {
      try {
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        if (folder != null) {
          Files.deleteIfExists(folder);
        }
      } catch (IOException e) {
        System.getLogger(GivenLibrary.class.getName()).log(System.Logger.Level.DEBUG, "left: " + file, e);
      }
    });
  }
}
