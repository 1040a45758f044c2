package app.lineup.pipeline.logo;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.model.LogoPlan;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.TestContext;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One strategy of Logo Prefetch alone, with a fast server on this machine, for a row of the table of strategies. Those
/// that ask no server find every picture in the cache.
///
/// @param wallSeconds    what it took
/// @param cpuSeconds     of the whole process, with the server in it
/// @param logosPerSecond how many channels it looked after
public record LogoRow(double wallSeconds, double cpuSeconds, double logosPerSecond) {

  private static final int LOGOS = 2_000;

  /// Every strategy with its class.
  public static List<String> names() {
    return LogoRun.profiles().stream().map(profile -> profile.name() + "\t"
        + (profile == SkipPrefetch.PROFILE ? SkipPrefetch.class : LogoPrefetch.class).getSimpleName()).toList();
  }

  /// So many rounds, each with a cache of its own.
  ///
  /// @param folder for the caches; what is there is kept for those that ask no server
  public static List<LogoRow> rounds(String name, Path folder, int rounds) throws Exception {
    List<LogoRow> rows = new ArrayList<>();
    Files.createDirectories(folder);
    try (var server = new LogoServer(0)) {
      List<NumberedChannel> channels = LogoServer.channels(server.port(), "fast", LOGOS);
      boolean asks = name.equals("concurrent_prefetch") || name.equals("sequential_prefetch");
      for (int i = 0; i < rounds; i++) {
        Path cache = Files.createTempDirectory(folder, "cache");
        if (!asks) {
          round("concurrent_prefetch", cache, channels);
        }
        rows.add(round(name, cache, channels));
      }
    }
    return rows;
  }

  private static LogoRow round(String name, Path cache, List<NumberedChannel> channels) throws Exception {
    var cpu = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpuBefore = cpu.getProcessCpuTime();
    long begun = System.nanoTime();
    ExecutorService workers = Executors.newSingleThreadExecutor();
    try (var pictures = new HttpFetcher(FetchLimits.PICTURE);
        LogoRun run = LogoRun.open(new LogoPlan.On(cache, 1L << 32, true), pictures, MemoryMonitor.ofProcess());
        var looked = strategy(run, name).attach(PipelineIterator.of(channels), TestContext.of(workers, 1))) {
      while (looked.nextChunk(2000) instanceof IteratorResult.Items) {
        Thread.onSpinWait();
      }
    } finally {
      workers.shutdownNow();
    }
    double wall = (System.nanoTime() - begun) / 1e9;
    return new LogoRow(wall, (cpu.getProcessCpuTime() - cpuBefore) / 1e9, channels.size() / wall);
  }

  private static StageStrategy<NumberedChannel, LogoEnrichedChannel> strategy(LogoRun run, String name) {
    return run.strategies().stream().filter(one -> one.profile().name().equals(name)).findFirst().orElseThrow();
  }
}
