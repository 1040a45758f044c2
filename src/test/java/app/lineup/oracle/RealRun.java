package app.lineup.oracle;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.golden.TestFolder;
import app.lineup.golden.TestRun;
import app.lineup.model.Deduplication;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import app.lineup.pipeline.Tuning;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// The door to the program: lists in files, a run as `lineup build` does it, the playlist that came out. Whoever
/// changes what a run is made of changes this class, and no test of the oracle. Not thread-safe; gone with its files
/// when closed.
final class RealRun implements AutoCloseable {

  /// How a run ended.
  sealed interface Outcome {

    record Published(byte[] bytes) implements Outcome {}

    /// No channel was left, or one of the lists had none.
    record Nothing() implements Outcome {}

    /// A rule had to be stopped.
    record Stopped(String why) implements Outcome {}

    /// One of the lists is no playlist, or no number is left.
    record Refused(String why) implements Outcome {}
  }

  /// How a run is done, which decides nothing of what comes out.
  ///
  /// @param pressure where the memory in use jumps about; none where it is calm
  /// @param tuning   strategies and chunk size
  record Way(int threads, MemoryMonitor pressure, Tuning tuning) {

    /// Hardly any, less than a chunk, and the usual one.
    private static final List<Long> BUDGETS = List.of(1_000L, 100_000L, MemoryMonitor.DEFAULT_BUDGET_BYTES);

    /// As the program does it by itself, with one thread and no pressure.
    static Way usual() {
      var calm = new MemoryMonitor(new FakeGauge(), MemoryMonitor.DEFAULT_BUDGET_BYTES, InstantSource.system());
      return new Way(1, calm, Tuning.NONE);
    }

    /// Any strategy of each stage, any budget and pressure, chunk size and number of threads.
    static Way any(Random random) {
      long budget = BUDGETS.get(random.nextInt(BUDGETS.size()));
      var used = new Random(random.nextLong());
      var jumping = new FakeGauge().used(() -> used.nextLong(budget * 6 / 5));
      OptionalInt chunk = random.nextInt(3) == 0
          ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(random.nextBoolean() ? 10 : 3000));
      return new Way(1 + random.nextInt(4), new MemoryMonitor(jumping, budget, InstantSource.system()),
          new Tuning(strategies(random), chunk, Deduplication.NONE));
    }

    /// One of each stage, or nothing asked for.
    private static Map<String, String> strategies(Random random) {
      Map<String, String> preferred = new TreeMap<>();
      Map<StageType, List<StrategyProfile>> known = Strategies.all();
      // Who looks for pictures is no choice of a run that has none.
      known.remove(StageType.LOGO_PREFETCH);
      known.forEach((stage, profiles) -> {
        List<String> names = profiles.stream()
            .filter(profile -> stage != StageType.FILTERING || profile.canAll(Set.of(Capability.JUDGES_FILTERS)))
            .map(StrategyProfile::name).toList();
        if (random.nextInt(4) > 0) {
          preferred.put(stage.id(), names.get(random.nextInt(names.size())));
        }
      });
      return preferred;
    }

    @Override
    public String toString() {
      return threads + " threads, " + tuning;
    }
  }

  private final TestFolder folder;
  private final List<Path> files = new ArrayList<>();
  private final List<PlainSource> sources = new ArrayList<>();

  RealRun(List<byte[]> lists) throws IOException {
    folder = new TestFolder();
    for (int i = 0; i < lists.size(); i++) {
      Path file = Files.write(folder.path().resolve("list-" + i + ".m3u"), lists.get(i));
      files.add(file);
      sources.add(new PlainSource("list " + i, file.toString(), lists.get(i)));
    }
  }

  /// The lists as a run sees them.
  List<PlainSource> sources() {
    return sources;
  }

  Outcome of(PlainRun wanted, Way way) throws IOException, InterruptedException {
    var run = new TestRun(folder.path()).order(wanted.order()).numbering(wanted.numbering())
        .threads(way.threads()).memory(way.pressure()).tuning(way.tuning());
    for (int i = 0; i < files.size(); i++) {
      run.file(sources.get(i).name(), files.get(i));
    }
    wanted.rules().stream().map(Rule::text).forEach(run::rule);
    for (Filter filter : wanted.filters()) {
      var _ = filter.mode() == Filter.Mode.INCLUDE ? run.include(filter.text()) : run.exclude(filter.text());
    }
    if (wanted.separators() == SeparatorPolicy.HIDE) {
      run.hideSeparators();
    }
    try {
      return new Outcome.Published(run.run().bytes());
    } catch (PipelineException e) {
      return failed(e);
    }
  }

  private static Outcome failed(PipelineException e) {
    if (e.what().startsWith("no channel is left") || e.what().equals("the list has no channels")) {
      return new Outcome.Nothing();
    }
    return e.subject().equals("rule") ? new Outcome.Stopped(e.what()) : new Outcome.Refused(e.what());
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
