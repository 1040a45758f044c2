package app.lineup.cli.commands;

import app.lineup.app.explain.Explanation;
import app.lineup.app.refresh.SourceSummary;
import app.lineup.app.session.LibraryFolder;
import app.lineup.app.session.LibraryPlan;
import app.lineup.cli.output.Terminal;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.library.Library;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.ParseReport;
import app.lineup.model.PublishedFile;
import app.lineup.model.Source;
import app.lineup.model.channel.MediaType;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResult;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import app.lineup.serve.FetchObserver;
import app.lineup.serve.PlaylistServer;
import app.lineup.serve.ServePlan;
import app.lineup.start.StartCaches;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// A terminal that keeps what was said, and runs that give what a test wants.
final class Session implements PlaylistService {

  /// How long the last check was to wait.
  Duration patience = Duration.ZERO;
  /// What is thrown in place of a result.
  Exception failure;
  /// Thrown in place of a result, too, where it is no exception.
  Error error;
  Charset charset = StandardCharsets.UTF_8;
  OutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  List<ParseReport> reports = List.of(report("list.m3u", Map.of(), List.of()));
  long conflicts;
  List<RunEvent> events = List.of();
  RunPlan plan;
  int threads;
  ResourceLimits allowance;
  Source checked;
  ServePlan served;
  String explained;
  Library library = Library.EMPTY;
  final MadeUpCaches caches = new MadeUpCaches();
  Explanation explanation = new Explanation(List.of(), 0, false, List.of());
  SourceSummary summary = new SourceSummary(
      report("list.m3u", Map.of(FindingKind.NOT_UTF8, 3L),
          List.of(new Finding(120, FindingKind.NOT_UTF8, "Caf\\xe9"), new Finding(1300, FindingKind.NOT_UTF8, ""))),
      groups(), 0, Map.of(MediaType.LIVE, 15_000L, MediaType.MOVIE, 515L));

  static ParseReport report(String source, Map<FindingKind, Long> counts, List<Finding> findings) {
    return new ParseReport(source, 15_515, 31_200, counts, findings, List.of("http://u:p@guide.example/x.xml"));
  }

  private static Map<String, Long> groups() {
    Map<String, Long> groups = new LinkedHashMap<>();
    groups.put("News", 15_000L);
    groups.put("", 515L);
    return groups;
  }

  int run(String... words) {
    var terminal = new Terminal(out, charset, err, charset, false);
    return new Commands(terminal, this, Thread::new, "1.2.3").run(words);
  }

  String out() {
    return ((ByteArrayOutputStream) out).toString(charset);
  }

  String err() {
    return err.toString(charset);
  }

  @Override
  public RunResult build(RunPlan wanted, ResourceLimits allowed, RunTelemetry telemetry, RunObserver observer)
      throws PipelineException, InterruptedException {
    plan = wanted;
    allowance = allowed;
    threads = allowed.threads();
    fail();
    events.forEach(observer::onEvent);
    telemetry.stage(StageType.OUTPUT.id()).strategy("buffered_output");
    var file = new PublishedFile(wanted.target().toString(), 15_515, 2_100_000, wanted.durable());
    return new RunResult(file, 15_515, conflicts, reports, Duration.ofMillis(312));
  }

  @Override
  public SourceSummary check(Source source, Duration patience, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    this.patience = patience;
    checked = source;
    fail();
    return summary;
  }

  @Override
  public Explanation explain(RunPlan wanted, String channel, ResourceLimits allowed)
      throws PipelineException, InterruptedException {
    plan = wanted;
    explained = channel;
    allowance = allowed;
    fail();
    return explanation;
  }

  @Override
  public PlaylistServer serve(ServePlan wanted, FetchObserver observer) throws PipelineException {
    served = wanted;
    return PlaylistServer.start(
        wanted, Executors.newVirtualThreadPerTaskExecutor(), InstantSource.system(), observer);
  }

  @Override
  public LibraryPlan library(Path folder) {
    return new LibraryPlan(library, new LibraryFolder(folder));
  }

  @Override
  public StartCaches startCaches() {
    return caches;
  }

  private void fail() throws PipelineException, InterruptedException {
    if (error != null) {
      throw error;
    }
    switch (failure) {
      case null -> { }
      case PipelineException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new AssertionError(failure);
    }
  }
}
