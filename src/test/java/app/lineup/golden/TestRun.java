package app.lineup.golden;

import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.InputLimits;
import app.lineup.io.input.InputOpener;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.LogoPlan;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.ParseReport;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.model.guide.GuidePlan;
import app.lineup.model.guide.GuideSource;
import app.lineup.model.guide.GuideTimes;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.RunResult;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Tuning;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A run of the whole pipeline over files in a test's folder: lists go in, one file comes out. Not thread-safe; used by
/// the test's thread.
public final class TestRun {

  private final Path folder;
  private final List<Source> sources = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();
  private Order order = Order.AS_LOADED;
  private Numbering numbering = new Numbering.None();
  private Optional<Path> numbers = Optional.empty();
  private SeparatorPolicy separators = SeparatorPolicy.KEEP;
  private LogoPlan logos = new LogoPlan.Off();
  private RunObserver observer = RunObserver.none();
  private Tuning tuning = Tuning.NONE;
  // Without pressure: how much the tests before this one left in memory is no matter of a run.
  private MemoryMonitor memory = new MemoryMonitor(new FakeGauge(), MemoryMonitor.DEFAULT_BUDGET_BYTES,
      InstantSource.system());
  private RunTelemetry telemetry = new RunTelemetry(StageType.ids());
  private Duration patience = Readers.PATIENCE;
  private OptionalLong limit = OptionalLong.empty();
  private Target target;
  private Path out;
  private final List<Filter> guideFilters = new ArrayList<>();
  private final List<GuideSource> guides = new ArrayList<>();
  private int threads = 1;
  private InputStream standardInput = InputStream.nullInputStream();
  private InputLimits limits = InputLimits.DEFAULT;

  /// What came out.
  public record Published(byte[] bytes, RunResult result) {

    /// The playlist, read as UTF-8.
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The report of the first list.
    public ParseReport report() {
      return result.reports().getFirst();
    }
  }

  public TestRun(Path folder) {
    this.folder = folder;
    this.out = folder.resolve("out.m3u");
    this.target = new Target.OfFile(out);
  }

  /// Adds a list.
  public TestRun list(String text) throws IOException {
    return list(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds a list.
  public TestRun list(byte[] bytes) throws IOException {
    return file(Files.write(folder.resolve("in-" + sources.size() + ".m3u"), bytes));
  }

  /// Adds a list that comes through standard input.
  public TestRun piped(InputStream stream) {
    standardInput = stream;
    sources.add(new Source("list " + sources.size(), new Location.StandardInput()));
    return this;
  }

  /// Adds a guide; what is published of it is in `guide.xml`.
  public TestRun guide(byte[] bytes, GuideTimes times) throws IOException {
    Path file = Files.write(folder.resolve("guide-" + guides.size() + ".xml"), bytes);
    guides.add(new GuideSource(new Source("guide " + guides.size(), new Location.OfFile(file)), times));
    return this;
  }

  /// Adds a list that is there already.
  public TestRun file(Path file) {
    return file("list " + sources.size(), file);
  }

  /// Adds a list that a server has.
  public TestRun served(URI list) {
    sources.add(new Source("list " + sources.size(), new Location.OfUrl(list)));
    return this;
  }

  /// Adds a list that is there already, as a source with this name.
  public TestRun file(String name, Path file) {
    sources.add(new Source(name, new Location.OfFile(file)));
    return this;
  }

  public TestRun rule(String text) {
    rules.add(new Rule(text, true));
    return this;
  }

  public TestRun include(String text) {
    filters.add(new Filter(Filter.Mode.INCLUDE, text, true));
    return this;
  }

  public TestRun exclude(String text) {
    filters.add(new Filter(Filter.Mode.EXCLUDE, text, true));
    return this;
  }

  public TestRun keep() {
    return numbering(new Numbering.Keep());
  }

  public TestRun order(Order other) {
    this.order = other;
    return this;
  }

  public TestRun numbering(Numbering other) {
    numbering = other;
    return this;
  }

  /// Channels keep the numbers that are in this file.
  public TestRun numbers(Path file) {
    numbers = Optional.of(file);
    return this;
  }

  public TestRun hideSeparators() {
    separators = SeparatorPolicy.HIDE;
    return this;
  }

  public TestRun threads(int count) {
    threads = count;
    return this;
  }

  public TestRun to(Path file) {
    out = file;
    target = new Target.OfFile(file);
    return this;
  }

  public TestRun to(Target other) {
    target = other;
    return this;
  }

  public TestRun logos(LogoPlan other) {
    logos = other;
    return this;
  }

  /// A filter of the guides' programmes.
  public TestRun guideFilter(Filter.Mode mode, String condition) {
    guideFilters.add(new Filter(mode, condition, true));
    return this;
  }

  public TestRun limits(InputLimits other) {
    limits = other;
    return this;
  }

  public TestRun observer(RunObserver other) {
    observer = other;
    return this;
  }

  public TestRun tuning(Tuning other) {
    tuning = other;
    return this;
  }

  /// Counts what the run does.
  public TestRun telemetry(RunTelemetry other) {
    telemetry = other;
    return this;
  }

  /// Waits so long for a block.
  public TestRun patience(Duration other) {
    patience = other;
    return this;
  }

  /// Publishes only the first channels.
  public TestRun limit(int channels) {
    limit = OptionalLong.of(channels);
    return this;
  }

  public TestRun memory(MemoryMonitor other) {
    memory = other;
    return this;
  }

  /// Runs, and reads back what the target then holds.
  public Published run() throws PipelineException, InterruptedException, IOException {
    RunResult result = runOnly();
    return new Published(Files.readAllBytes(out), result);
  }

  /// Runs.
  public RunResult runOnly() throws PipelineException, InterruptedException {
    var plan = new RunPlan(sources, rules, filters, order, numbering, separators, target, false, tuning, logos,
        guides.isEmpty()
        ? Optional.empty() : Optional.of(new GuidePlan(guides, folder.resolve("guide.xml"), false, guideFilters)));
    RunPlan whole = numbers.map(plan::with).orElse(plan).with(limit);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    ExecutorService bridges = Executors.newCachedThreadPool();
    var readers = Optional.of(new Readers(bridges, patience));
    try (InputOpener inputs = ListReading.inputs(folder, limits, standardInput, readers)) {
      var means = new RunResources(inputs, workers, threads, memory, SpillSpace.ofSystem(), readers,
          () -> new HttpFetcher(FetchLimits.PICTURE));
      return new PlaylistPipeline(means).run(whole, telemetry, observer);
    } finally {
      workers.shutdownNow();
      bridges.shutdownNow();
    }
  }
}
