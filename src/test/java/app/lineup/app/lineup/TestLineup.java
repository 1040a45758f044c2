package app.lineup.app.lineup;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.golden.ListReading;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A plan over files in a test's folder, and the lineup that is built from it. Not thread-safe; used by the test's
/// thread.
public final class TestLineup {

  private final Path folder;
  private final List<Source> sources = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();
  private Numbering numbering = new Numbering.None();
  private SeparatorPolicy separators = SeparatorPolicy.KEEP;
  private Optional<Path> numbers = Optional.empty();
  private RunTelemetry telemetry = new RunTelemetry(StageType.ids());
  private int threads = 1;

  public TestLineup(Path folder) {
    this.folder = folder;
  }

  public TestLineup list(String text) throws IOException {
    return list(text.getBytes(StandardCharsets.UTF_8));
  }

  public TestLineup list(byte[] bytes) throws IOException {
    return file(Files.write(folder.resolve("list-" + sources.size() + ".m3u"), bytes));
  }

  TestLineup file(Path file) {
    sources.add(new Source("list " + sources.size(), new Location.OfFile(file)));
    return this;
  }

  public TestLineup rule(String text) {
    rules.add(new Rule(text, true));
    return this;
  }

  public TestLineup rule(Rule rule) {
    rules.add(rule);
    return this;
  }

  public TestLineup filter(Filter.Mode mode, String text) {
    filters.add(new Filter(mode, text, true));
    return this;
  }

  public TestLineup numbering(Numbering other) {
    numbering = other;
    return this;
  }

  /// Channels keep the numbers that are in this file.
  public TestLineup numbers(Path file) {
    numbers = Optional.of(file);
    return this;
  }

  public TestLineup hideSeparators() {
    separators = SeparatorPolicy.HIDE;
    return this;
  }

  TestLineup telemetry(RunTelemetry other) {
    telemetry = other;
    return this;
  }

  TestLineup threads(int count) {
    threads = count;
    return this;
  }

  public RunPlan plan() {
    var plan = new RunPlan(
        sources, rules, filters, numbering, separators, new Target.OfFile(folder.resolve("never-written.m3u")), false);
    return numbers.map(plan::with).orElse(plan);
  }

  /// Where lineups rest.
  Path rest() {
    return folder.resolve("lineups");
  }

  public Lineup build() throws PipelineException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (var inputs = ListReading.inputs(folder)) {
      return new LineupBuild(new RunResources(inputs, workers, threads, FakeGauge.calm(), SpillSpace.ofSystem()),
          rest()).build(plan(), telemetry);
    } finally {
      workers.shutdownNow();
    }
  }
}
