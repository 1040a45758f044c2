package app.lineup.bench;

import app.lineup.app.census.CensusPlan;
import app.lineup.app.census.RuleCensus;
import app.lineup.app.preview.PreviewPlan;
import app.lineup.app.preview.PreviewRest;
import app.lineup.app.preview.RuleEffect;
import app.lineup.app.preview.RulePreview;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.InputLimits;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.SpoolSpace;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.pipeline.RunResources;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import com.sun.management.OperatingSystemMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// How long a preview takes behind each key of texts that are typed, from its beginning to the first telling and to the
/// full count, and from an interrupt to the end. Each key comes when the preview of the last one has ended. Arguments:
/// the list, how often all is typed, and `rest` to keep the channels from one key to the next, as the window does.
final class PreviewTimes {

  private static final List<Rule> BEFORE = List.of(
      new Rule("channel_name matches \"^(.*?) (?:FHD|UHD|HEVC|4K|HD|SD)$\" SET channel_name = \"$1\"", true),
      new Rule("channel_name matches \"^[A-Z]{2} - (.*)$\" SET channel_name = \"$1\"", true));

  private record Typed(String before, String typed, String after, Function<String, PreviewPlan.Asked> asked) {}

  private static final List<Typed> TYPED = List.of(
      new Typed("group_title contains \"", "documentaries", "\"",
          text -> new PreviewPlan.AskedFilter(Filter.Mode.EXCLUDE, text, List.of())),
      new Typed("channel_name contains \"", "the last house", "\"",
          text -> new PreviewPlan.AskedFilter(Filter.Mode.INCLUDE, text, List.of())),
      new Typed("channel_name matches \"", "^(.*) .(19|20)\\d\\d", "\" SET channel_name = \"$1\"",
          PreviewPlan.AskedRule::new),
      new Typed("SET group_title += \"", "from 1985 on", "\"", PreviewPlan.AskedRule::new));

  private PreviewTimes() {}

  public static void main(String[] arguments) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    ExecutorService background = Executors.newSingleThreadExecutor();
    try (var inputs = inputs(); var rest = new PreviewRest(background, PreviewTimes::inputs);
        var spill = SpillSpace.ofSystem()) {
      var source = new Source("list", new Location.OfFile(Path.of(arguments[0])));
      boolean rests = List.of(arguments).contains("rest");
      var means = new RunResources(inputs, workers, threads, MemoryMonitor.ofProcess(), spill);
      var preview = new RulePreview(means, rests ? Optional.of(rest) : Optional.empty());
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        List<Key> all = new ArrayList<>();
        for (Typed typed : TYPED) {
          List<Key> keys = type(typed, preview, source);
          report("round " + i + ", " + typed.before(), keys);
          all.addAll(keys);
        }
        report("round " + i + ", all keys", all);
        census(means, source);
      }
    } finally {
      background.shutdownNow();
      workers.shutdownNow();
    }
  }

  private static InputOpener inputs() {
    return new InputOpener(
        new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(), InputStream.nullInputStream(), InputLimits.DEFAULT,
        Optional.empty());
  }

  private record Key(double firstMillis, double allMillis, double cpuMillis, double cancelMillis) {}

  private static List<Key> type(Typed typed, RulePreview preview, Source source) throws Exception {
    List<Key> keys = new ArrayList<>();
    for (int to = 1; to <= typed.typed().length(); to++) {
      String text = typed.before() + typed.typed().substring(0, to) + typed.after();
      PreviewPlan.Asked asked = typed.asked().apply(text);
      try {
        if (asked instanceof PreviewPlan.AskedRule) {
          RuleParser.mappingRule(text);
        } else {
          RuleParser.condition(text);
        }
        keys.add(measure(preview, new PreviewPlan(List.of(source), BEFORE, asked, SeparatorPolicy.KEEP)));
      } catch (RuleSyntaxException _) {
        // Half a pattern: the editor says so, and nothing is previewed.
      }
    }
    return keys;
  }

  private static Key measure(RulePreview preview, PreviewPlan plan) throws Exception {
    long cpu = cpuNanos();
    long begun = System.nanoTime();
    long[] first = {-1};
    RuleEffect all = preview.look(plan, soFar -> {
      if (first[0] < 0) {
        first[0] = System.nanoTime();
      }
    });
    long ended = System.nanoTime();
    long used = cpuNanos() - cpu;
    long[] interrupted = {System.nanoTime()};
    try {
      preview.look(plan, soFar -> {
        interrupted[0] = System.nanoTime();
        Thread.currentThread().interrupt();
      });
    } catch (InterruptedException _) {
      // As was asked for.
    }
    long stopped = System.nanoTime();
    if (all.lookedAt() == 0) {
      throw new IllegalStateException("nothing was looked at");
    }
    return new Key((first[0] - begun) / 1e6, (ended - begun) / 1e6, used / 1e6, (stopped - interrupted[0]) / 1e6);
  }

  private static void census(RunResources means, Source source) throws Exception {
    List<Rule> rules = new ArrayList<>(BEFORE);
    rules.add(new Rule("channel_name contains \"no such channel\" REMOVE", true));
    rules.add(new Rule("group_title contains \"news\" SET group_title = \"News\"", true));
    rules.add(new Rule("channel_name matches \"^(.*) \\\\((\\\\d{4})\\\\)\" SET channel_name = \"$1\"", true));
    var filters = List.of(new Filter(Filter.Mode.EXCLUDE, "group_title contains \"adult\"", true));
    long cpu = cpuNanos();
    long begun = System.nanoTime();
    var census = new RuleCensus(means).count(new CensusPlan(List.of(source), rules, filters));
    System.out.printf("census of %d rows: %.0f ms, CPU %.0f ms %s%n", census.tallies().size(),
        (System.nanoTime() - begun) / 1e6,
        (cpuNanos() - cpu) / 1e6, census.tallies());
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static void report(String name, List<Key> keys) {
    System.out.printf("%-42s %3d keys: first telling %s, full count %s, CPU %s, cancelled %s%n", name, keys.size(),
        of(keys, Key::firstMillis), of(keys, Key::allMillis), of(keys, Key::cpuMillis), of(keys, Key::cancelMillis));
  }

  private static String of(List<Key> keys, Function<Key, Double> value) {
    List<Double> sorted = keys.stream().map(value).sorted().toList();
    return "%.0f / %.0f ms".formatted(sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.95)));
  }
}
