package app.lineup.pipeline;

import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SourceRegistry;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.InputLimits;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.SpoolSpace;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.pipeline.logo.LogoRow;
import com.sun.management.OperatingSystemMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One row of the table of strategies: runs of all seven stages with one strategy given and the others as a run takes
/// them. Arguments: `stage=strategy`, the target, the lists. `names` alone prints every `stage=strategy`, and its
/// class.
///
/// Prints, with tabs between: wall and CPU seconds of the best of three rounds, peak resident megabytes, the most
/// megabytes that were declared on leases, the most live megabytes after a collection (in a round of its own), and of
/// the stage itself items a second.
///
/// Logo Prefetch is measured alone, by [LogoRow]: its pictures come from a server on this machine.
final class StrategyRun {

  private static final int ROUNDS = 3;
  private static final List<Rule> RULES = List.of(
      rule("channel_name matches \"^(.*?) (?:FHD|UHD|HEVC|4K|HD|SD)$\" SET channel_name = \"$1\", tvg_name = \"$1\""),
      rule("channel_name matches \"^([A-Z]{2,3}) ?[:|-] *(.+)$\" "
          + "SET channel_name = \"$2 [$1]\", tvg_name = \"$2 [$1]\""),
      rule("group_title matches \"^(.*?) *\\\\| *(.*)$\" SET group_title = \"$2 $1\""),
      rule("group_title contains \"sport\" OR group_title contains \"football\" SET attr(\"x-kind\") = \"sport\""),
      rule("media_type equals \"movie\" AND group_title contains \"kids\" SET group_title = \"Kids\""));
  private static final List<Filter> FILTERS = List.of(
      exclude("group_title contains \"adult\" OR group_title contains \"xxx\" OR group_title contains \"24/7\""),
      exclude("channel_name starts_with \"##\""),
      exclude("source_type equals \"xtream\""),
      exclude("group_title matches \"(?:test|backup)$\" AND NOT tvg_id is_empty"));


  private StrategyRun() {}

  /// What one round measured.
  record Round(double wallSeconds, double cpuSeconds, long heldBytes, long liveBytes, double itemsPerSecond) {}

  private static Rule rule(String text) {
    return new Rule(text, true);
  }

  private static Filter exclude(String text) {
    return new Filter(Filter.Mode.EXCLUDE, text, true);
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("names")) {
      StageRun.names().forEach(System.out::println);
      return;
    }
    String[] chosen = arguments[0].split("=", 2);
    Path target = Path.of(arguments[1]);
    if (chosen[0].equals(StageType.LOGO_PREFETCH.id())) {
      print(LogoRow.rounds(chosen[1], target.resolveSibling("logos"), ROUNDS).stream()
          .map(row -> new Round(row.wallSeconds(), row.cpuSeconds(), 0, 0, row.logosPerSecond())).toList());
      return;
    }
    List<Path> lists = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      lists.add(Path.of(arguments[i]));
    }
    run(chosen[0], chosen[1], target, lists);
  }

  private static void run(String stage, String strategy, Path target, List<Path> lists) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    MemoryMonitor memory = MemoryMonitor.ofProcess();
    // Room for what holds everything: what that costs is the question here, and not what it does when it is short of
    // room.
    memory.budget(Runtime.getRuntime().maxMemory());
    List<Source> sources = lists.stream().map(list -> new Source(list.toString(), new Location.OfFile(list))).toList();
    // Says that no filter is on, and is measured in a run where none is.
    List<Filter> filters = strategy.equals("passthrough_filter") ? List.of() : FILTERS;
    var plan = new RunPlan(
        sources, RULES, filters, new Numbering.Keep(), SeparatorPolicy.KEEP, new Target.OfFile(target), false);
    try (var spill = SpillSpace.ofSystem();
        var rested = new SourceRegistry();
        var inputs = new InputOpener(
            new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(), InputStream.nullInputStream(), InputLimits.DEFAULT,
        Optional.empty())) {
      var means = new RunResources(inputs, workers, threads, memory, spill);
      var prepared = new PlaylistPipeline(means)
          .prepare(plan, rested, new RunTelemetry(StageType.ids()), RunObserver.none());
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(() -> new StageRun(plan, prepared, means, stage, strategy), false));
      }
      String peak = peakMegabytes();
      Round weighed = round(() -> new StageRun(plan, prepared, means, stage, strategy), true);
      print(rounds, peak, weighed.liveBytes());
    } finally {
      workers.shutdownNow();
    }
  }

  private static Round round(Callable<StageRun> runs, boolean weighs) throws Exception {
    long cpuBefore = cpuNanos();
    long begun = System.nanoTime();
    StageRun run = runs.call();
    HeapWeight weight = run.run(weighs);
    double wall = (System.nanoTime() - begun) / 1e9;
    return new Round(
        wall, (cpuNanos() - cpuBefore) / 1e9, weight.heldBytes(), weight.liveBytes(), run.clock().itemsPerSecond());
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static String peakMegabytes() throws Exception {
    String kilobytes = Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM")).findFirst().orElse("0").replaceAll("\\D", "");
    return String.valueOf(Long.parseLong(kilobytes) / 1024);
  }

  private static void print(List<Round> rounds) throws Exception {
    print(rounds, peakMegabytes(), 0);
  }

  private static void print(List<Round> rounds, String peak, long liveBytes) {
    Round best = rounds.stream().min(Comparator.comparingDouble(Round::wallSeconds)).orElseThrow();
    double cpu = rounds.stream().mapToDouble(Round::cpuSeconds).min().orElseThrow();
    long held = rounds.stream().mapToLong(Round::heldBytes).max().orElseThrow();
    double rate = rounds.stream().mapToDouble(Round::itemsPerSecond).max().orElseThrow();
    System.out.printf("%.2f\t%.2f\t%s\t%d\t%.1f\t%.0f%n",
        best.wallSeconds(), cpu, peak, held / 1_000_000, liveBytes / 1e6, rate);
  }
}
