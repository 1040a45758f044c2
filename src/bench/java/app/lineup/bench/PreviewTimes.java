package app.lineup.bench;

import app.lineup.engine.accumulate.SpillSpace;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.provider.http.FetchLimits;
import app.lineup.provider.http.HttpFetcher;
import app.lineup.provider.input.InputLimits;
import app.lineup.provider.input.InputOpener;
import app.lineup.provider.input.SpoolSpace;
import app.lineup.stages.PreviewPlan;
import app.lineup.stages.RuleEffect;
import app.lineup.stages.RulePreview;
import app.lineup.stages.RunMeans;
import app.lineup.store.Lz4Packing;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// How long a preview of a rule takes over a list, from the asking to the first hits, to the full count, and from an
/// interrupt to the end. Arguments: the list, how often.
final class PreviewTimes {

  private static final List<Rule> BEFORE = List.of(
      new Rule("channel_name matches \"^(.*?) (?:FHD|UHD|HEVC|4K|HD|SD)$\" SET channel_name = \"$1\"", true),
      new Rule("channel_name matches \"^[A-Z]{2} - (.*)$\" SET channel_name = \"$1\"", true));

  private static final Map<String, PreviewPlan.Asked> ASKED = new TreeMap<>(Map.of(
      "filter by group", new PreviewPlan.AskedFilter(Filter.Mode.EXCLUDE, "group_title contains \"news\"", List.of()),
      "filter by name", new PreviewPlan.AskedFilter(Filter.Mode.INCLUDE, "channel_name contains \"the\"", List.of()),
      "rule by pattern", new PreviewPlan.AskedRule("channel_name matches \"^(.*) \\((\\d{4})\\)\" SET channel_name = \"$1\""),
      "rule for all", new PreviewPlan.AskedRule("SET group_title += \" *\"")));

  private PreviewTimes() {}

  public static void main(String[] arguments) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (var inputs = new InputOpener(new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(),
        InputStream.nullInputStream(), InputLimits.DEFAULT)) {
      var source = new Source("list", new Location.OfFile(Path.of(arguments[0])));
      var preview = new RulePreview(
          new RunMeans(inputs, workers, threads, MemoryMonitor.ofProcess(), SpillSpace.ofSystem(new Lz4Packing())));
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        for (var asked : ASKED.entrySet()) {
          measure(asked.getKey(), preview, new PreviewPlan(List.of(source), BEFORE, asked.getValue(), SeparatorPolicy.KEEP));
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static void measure(String name, RulePreview preview, PreviewPlan plan) throws Exception {
    long begun = System.nanoTime();
    long[] first = {-1};
    RuleEffect all = preview.look(plan, soFar -> {
      if (first[0] < 0 && !soFar.hits().isEmpty()) {
        first[0] = System.nanoTime();
      }
    });
    long ended = System.nanoTime();
    long[] interrupted = {0};
    try {
      preview.look(plan, soFar -> {
        interrupted[0] = System.nanoTime();
        Thread.currentThread().interrupt();
      });
    } catch (InterruptedException _) {
      // As was asked for.
    }
    long stopped = System.nanoTime();
    System.out.printf("%-16s first hits %4d ms, all %5d ms (%,d of %,d match), cancelled in %d ms%n", name,
        (first[0] - begun) / 1_000_000, (ended - begun) / 1_000_000, all.matching(), all.lookedAt(),
        (stopped - interrupted[0]) / 1_000_000);
  }
}
