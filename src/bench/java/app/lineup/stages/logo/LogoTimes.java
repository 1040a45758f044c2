package app.lineup.stages.logo;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.LogoPlan;
import app.lineup.model.LogoStatistics;
import app.lineup.model.NumberedChannel;
import app.lineup.stages.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/// How many logos a second each strategy of Logo Prefetch looks after, with servers on this machine that are fast, slow
/// (50 ms an answer) and broken (404, HTML, hanging up). Five names of the machine stand for five servers.
/// Arguments: a folder for caches, how many logos of the fast servers (of the others a tenth).
final class LogoTimes {

  private LogoTimes() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    try (var server = new LogoServer()) {
      measure(folder, "warm-up", server, "fast", count, 0, true);
      System.out.println("server strategy logos seconds logos/s | cached fetched failed not-asked");
      for (String kind : List.of("fast", "slow", "broken")) {
        int logos = kind.equals("fast") ? count : count / 10;
        measure(folder, kind + "-concurrent", server, kind, logos, 0, true);
        measure(folder, kind + "-sequential", server, kind, logos, 1, true);
      }
      measure(folder, "fast-concurrent", server, "fast", count, 0, true);
      measure(folder, "fast-concurrent", server, "fast", count, 0, false);
      measure(folder, "nothing", server, "fast", count, 0, false);
      measure(folder, "nothing", server, "fast", count, 3, true);
    }
  }

  private static void measure(
      Path folder, String cache, LogoServer server, String kind, int logos, int which, boolean asksServers) throws Exception {
    List<NumberedChannel> channels = server.channels(kind, logos);
    long begun = System.nanoTime();
    String name;
    LogoStatistics seen;
    try (LogoRun run = LogoRun.open(new LogoPlan.On(Files.createDirectories(folder).resolve(cache), 1L << 32, asksServers))) {
      StageStrategy<NumberedChannel, LogoEnrichedChannel> strategy = run.strategies().get(which);
      name = strategy.profile().name();
      try (var workers = Executors.newSingleThreadExecutor();
          var iterator = strategy.attach(
              PipelineIterator.of(channels), TestContext.of(workers, 1))) {
        while (iterator.nextChunk(2000) instanceof IteratorResult.Items) {
          Thread.onSpinWait();
        }
      }
      seen = run.statistics();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%s %s %d %.2f %.0f | %d %d %d %d%n", cache, name, logos, seconds, logos / seconds,
        seen.hits(), seen.fetched(), seen.failures(), seen.notAsked());
  }
}
