package app.lineup.pipeline.logo;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.model.LogoPlan;
import app.lineup.model.LogoStatistics;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.TestContext;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/// How many logos a second each strategy of Logo Prefetch looks after, with servers on this machine that are fast, slow
/// (50 ms an answer) and broken (404, HTML, hanging up): [LogoServer] in a process of its own, whose computing is not
/// counted. Opening the cache and putting it in order are in the time. Arguments: a folder for caches, how many logos
/// of the fast servers (of the others a tenth).
final class LogoTimes {

  /// The logos a second that were asked for when the program was planned.
  private static final double ORIGINAL = 1000;

  /// One for all: a new one takes what the runs before left on the heap for used.
  private static final MemoryMonitor MEMORY = MemoryMonitor.ofProcess();

  private LogoTimes() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    for (int i = 0; i < 3; i++) {
      measure(folder, "warm-up-" + i, "fast", count, "concurrent_prefetch", true);
      measure(folder, "warm-up-" + i, "fast", count, "cached_only", true);
    }
    System.out.println("cache strategy logos seconds logos/s ratio CPU-µs/logo | cached fetched failed not-asked");
    for (String kind : List.of("fast", "slow", "broken")) {
      int logos = kind.equals("fast") ? count : count / 10;
      measure(folder, kind + "-concurrent", kind, logos, "concurrent_prefetch", true);
      measure(folder, kind + "-sequential", kind, logos, "sequential_prefetch", true);
    }
    measure(folder, "fast-concurrent", "fast", count, "concurrent_prefetch", true);
    measure(folder, "fast-concurrent", "fast", count, "sequential_prefetch", true);
    measure(folder, "fast-concurrent", "fast", count, "cached_only", false);
    measure(folder, "nothing", "fast", count, "cached_only", false);
    measure(folder, "nothing", "fast", count, "skip_prefetch", true);
  }

  private static void measure(
      Path folder, String cache, String kind, int logos, String strategy, boolean asksServers) throws Exception {
    List<NumberedChannel> channels = LogoServer.channels(LogoServer.PORT, kind, logos);
    var cpu = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpuBefore = cpu.getProcessCpuTime();
    long begun = System.nanoTime();
    LogoStatistics seen;
    var plan = new LogoPlan.On(Files.createDirectories(folder).resolve(cache), 1L << 32, asksServers);
    try (var pictures = new HttpFetcher(FetchLimits.PICTURE);
        LogoRun run = LogoRun.open(plan, pictures, MEMORY)) {
      StageStrategy<NumberedChannel, LogoEnrichedChannel> chosen = run.strategies().stream()
          .filter(one -> one.profile().name().equals(strategy)).findFirst().orElseThrow();
      try (var workers = Executors.newSingleThreadExecutor();
          var iterator = chosen.attach(PipelineIterator.of(channels), TestContext.of(workers, 1))) {
        while (iterator.nextChunk(2000) instanceof IteratorResult.Items) {
          Thread.onSpinWait();
        }
      }
      seen = run.statistics();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double micros = (cpu.getProcessCpuTime() - cpuBefore) / 1e3 / logos;
    System.out.printf("%s %s %d %.2f %.0f %.1f %.1f | %d %d %d %d%n", cache, strategy, logos, seconds, logos / seconds,
        logos / seconds / ORIGINAL, micros, seen.hits(), seen.fetched(), seen.failures(), seen.notAsked());
  }
}
