package app.lineup.stages;

import app.lineup.engine.accumulate.SealedList;
import app.lineup.engine.accumulate.SourceInfo;
import app.lineup.engine.accumulate.SpillSpace;
import app.lineup.engine.accumulate.VersionedSource;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.model.Channel;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.provider.http.FetchLimits;
import app.lineup.provider.http.HttpFetcher;
import app.lineup.provider.input.InputLimits;
import app.lineup.provider.input.InputOpener;
import app.lineup.provider.input.SpoolSpace;
import app.lineup.provider.m3u.M3uList;
import app.lineup.stages.logo.SkipPrefetch;
import app.lineup.store.Lz4Packing;
import com.sun.management.OperatingSystemMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// One run of all seven stages with one strategy given and the others the best for any size, on one line: wall and CPU
/// seconds of the best of three rounds, peak resident megabytes, the most that was held at
/// rest,, and of the stage itself items a second. Arguments: `stage=strategy`,
/// the target, the lists. `names` alone prints all `stage=strategy`.
///
/// The time of a stage is what passes between a pull of it and its answer, without what its own pulls took: the time that
/// the run would be shorter by if the stage took none.
final class StrategyRun {

  private static final List<Rule> RULES = List.of(
      rule("channel_name matches \"^(.*?) (?:FHD|UHD|HEVC|4K|HD|SD)$\" SET channel_name = \"$1\", tvg_name = \"$1\""),
      rule("channel_name matches \"^([A-Z]{2,3}) ?[:|-] *(.+)$\" SET channel_name = \"$2 [$1]\", tvg_name = \"$2 [$1]\""),
      rule("group_title matches \"^(.*?) *\\\\| *(.*)$\" SET group_title = \"$2 $1\""),
      rule("group_title contains \"sport\" OR group_title contains \"football\" SET attr(\"x-kind\") = \"sport\""),
      rule("media_type equals \"movie\" AND group_title contains \"kids\" SET group_title = \"Kids\""));
  private static final List<Filter> FILTERS = List.of(
      exclude("group_title contains \"adult\" OR group_title contains \"xxx\" OR group_title contains \"24/7\""),
      exclude("channel_name starts_with \"##\""),
      exclude("source_type equals \"xtream\""),
      exclude("group_title matches \"(?:test|backup)$\" AND NOT tvg_id is_empty"));

  private final RunParts parts;
  private final StageStrategyRegistry registry;
  private final StageStrategyRegistry forClaims;
  private final Prepared prepared;
  private final String stage;
  private final String strategy;
  private long nanos;
  private long items;

  /// What all runs of a process work with.
  record Prepared(
      SealedList<M3uList> lists, ExecutorService workers, int threads,
      MemoryMonitor memory, SpillSpace spill) {}

  private StrategyRun(RunPlan plan, Prepared prepared, String stage, String strategy) {
    this.parts = RunParts.of(plan);
    this.prepared = prepared;
    this.stage = stage;
    this.strategy = strategy;
    this.registry = parts.strategies(
        prepared.lists().items(), new Claimants(), prepared.threads(), List.of(new SkipPrefetch()));
    this.forClaims = parts.strategiesForClaims(prepared.threads());
  }

  private static Rule rule(String text) {
    return new Rule(text, true);
  }

  private static Filter exclude(String text) {
    return new Filter(Filter.Mode.EXCLUDE, text, true);
  }

  public static void main(String[] arguments) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    MemoryMonitor memory = MemoryMonitor.ofProcess();
    // Room for what holds everything: what that costs is the question here, and not what it does when it is short of room.
    memory.budget(Runtime.getRuntime().maxMemory());
    Path target = Path.of(arguments.length > 1 ? arguments[1] : "out.m3u");
    List<Source> sources = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      sources.add(new Source("list " + i, new Location.OfFile(Path.of(arguments[i]))));
    }
    var plan = new RunPlan(
        sources, RULES, FILTERS, new Numbering.Keep(), SeparatorPolicy.KEEP, new Target.OfFile(target), false);
    try (var spill = SpillSpace.ofSystem(new Lz4Packing());
        var inputs = new InputOpener(
            new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(), InputStream.nullInputStream(), InputLimits.DEFAULT)) {
      var pipeline = new PlaylistPipeline(new RunMeans(inputs, workers, threads, memory, spill));
      var lists = pipeline.prepare(sources, new RunTelemetry(StageType.ids()), RunObserver.none());
      var prepared = new Prepared(lists, workers, threads, memory, spill);
      if (arguments[0].equals("names")) {
        new StrategyRun(plan, prepared, "", "").names();
        return;
      }
      String[] chosen = arguments[0].split("=", 2);
      measure(() -> new StrategyRun(plan, prepared, chosen[0], chosen[1]));
    } finally {
      workers.shutdownNow();
    }
  }

  private void names() {
    for (var one : List.of(PlaylistPipeline.LOADING, PlaylistPipeline.MAPPING, PlaylistPipeline.FILTERING,
        PlaylistPipeline.NUMBERING, PlaylistPipeline.GENERATION, PlaylistPipeline.OUTPUT)) {
      registry.of(one).forEach(known -> System.out.println(one.id() + "=" + known.profile().name()));
    }
  }

  private static void measure(Supplier<StrategyRun> runs) throws Exception {
    List<double[]> rounds = new ArrayList<>();
    var cpu = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long held = 0;
    for (int i = 0; i < 3; i++) {
      long cpuBefore = cpu.getProcessCpuTime();
      long begun = System.nanoTime();
      StrategyRun run = runs.get();
      held = Math.max(held, run.run());
      double wall = (System.nanoTime() - begun) / 1e9;
      rounds.add(new double[] {wall, (cpu.getProcessCpuTime() - cpuBefore) / 1e9, run.items / (run.nanos / 1e9)});
    }
    rounds.sort((one, other) -> Double.compare(one[0], other[0]));
    double[] best = rounds.getFirst();
    String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM")).findFirst().orElse("0").replaceAll("\\D", "");
    System.out.printf("%.2f\t%.2f\t%d\t%d\t%.0f%n",
        best[0], best[1], Long.parseLong(peak) / 1024, held / 1_000_000,
        rounds.stream().mapToDouble(round -> round[2]).max().orElse(0));
  }

  /// The most that was held at rest.
  private long run() throws Exception {
    long held = 0;
    PipelineIterator<Channel> filtered = toFiltering(registry);
    var enriched = attach(registry, PlaylistPipeline.LOGOS, attach(registry, PlaylistPipeline.NUMBERING, filtered));
    var written = attach(registry, PlaylistPipeline.GENERATION, enriched);
    var peaking = new Peak<>(written, prepared.memory());
    try (var last = attach(registry, PlaylistPipeline.OUTPUT, peaking)) {
      last.nextChunk(1);
      held = peaking.held;
    }
    return held;
  }

  private PipelineIterator<Channel> toFiltering(StageStrategyRegistry from)
      throws PipelineException, InterruptedException {
    var loaded = attach(from, PlaylistPipeline.LOADING, prepared.lists().open());
    return attach(from, PlaylistPipeline.FILTERING, attach(from, PlaylistPipeline.MAPPING, loaded));
  }

  private <I, O> PipelineIterator<O> attach(StageStrategyRegistry from, Stage<I, O> at, PipelineIterator<I> upstream)
      throws PipelineException, InterruptedException {
    StageStrategy<I, O> best = from.of(at).stream().filter(known -> isUsual(known.profile().name())).findFirst().orElseThrow();
    boolean asked = at.id().equals(stage) && from == registry;
    StageStrategy<I, O> chosen = !at.id().equals(stage) ? best : from.of(at).stream()
        .filter(known -> known.profile().name().equals(strategy)).findFirst().orElseThrow();
    MemoryMonitor memory = prepared.memory();
    var context = new StageContext(StageMeter.unwatched(), prepared.workers(), prepared.threads(), memory, prepared.spill(),
        memory.leases(), () -> memory.level().chunkItems(), RunObserver.none());
    if (!asked) {
      return chosen.attach(upstream, context);
    }
    var before = new Watched<>(upstream, -1);
    long begun = System.nanoTime();
    PipelineIterator<O> attached = chosen.attach(before, context);
    nanos += System.nanoTime() - begun;
    return new Watched<>(attached, 1);
  }

  /// What a run without a preference takes for any size of list.
  private static boolean isUsual(String name) {
    return !name.equals("passthrough_filter") && !name.startsWith("inmemory_") || name.equals("inmemory_filter");
  }

  /// Adds the time of each pull, or takes it away.
  private final class Watched<T> implements PipelineIterator<T> {

    private final PipelineIterator<T> upstream;
    private final int sign;

    Watched(PipelineIterator<T> upstream, int sign) {
      this.upstream = upstream;
      this.sign = sign;
    }

    @Override
    public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      long begun = System.nanoTime();
      var result = upstream.nextChunk(Math.min(maxItems, prepared.memory().level().chunkItems()));
      nanos += sign * (System.nanoTime() - begun);
      boolean counts = sign < 0 && !stage.equals(PlaylistPipeline.LOADING.id())
          || sign > 0 && stage.equals(PlaylistPipeline.LOADING.id());
      if (counts && result instanceof IteratorResult.Items<T>(List<T> chunk)) {
        items += chunk.size();
      }
      return result;
    }

    @Override
    public void close() {
      upstream.close();
    }
  }

  /// Looks at each chunk how much is held.
  private static final class Peak<T> implements PipelineIterator<T> {

    private final PipelineIterator<T> upstream;
    private final MemoryMonitor memory;
    private long held;

    Peak(PipelineIterator<T> upstream, MemoryMonitor memory) {
      this.upstream = upstream;
      this.memory = memory;
    }

    @Override
    public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      var result = upstream.nextChunk(Math.min(maxItems, memory.level().chunkItems()));
      held = Math.max(held, memory.leases().bytes());
      return result;
    }

    @Override
    public void close() {
      upstream.close();
    }
  }

  /// The channels that may claim a number.
  private final class Claimants implements VersionedSource<Channel> {

    @Override
    public SourceInfo info() {
      return prepared.lists().info();
    }

    @Override
    public PipelineIterator<Channel> open() throws PipelineException, InterruptedException {
      return toFiltering(forClaims);
    }

    @Override
    public void close() {}
  }
}
