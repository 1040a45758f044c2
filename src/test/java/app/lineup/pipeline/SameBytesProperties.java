package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestFolder;
import app.lineup.golden.TestRun;
import app.lineup.m3u.Inheritance;
import app.lineup.m3u.scan.OddLists;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.model.Deduplication;
import app.lineup.model.Filter;
import app.lineup.model.LogoState;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.generate.Generations;
import app.lineup.pipeline.load.Loading;
import app.lineup.pipeline.logo.SkipPrefetch;
import app.lineup.pipeline.number.NumbersFile;
import app.lineup.problem.PipelineException;
import app.lineup.rule.CompiledMapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// However a run is done, it gives identical bytes.
final class SameBytesProperties {

  /// Hardly any, less than a chunk, and the usual one.
  private static final List<Long> BUDGETS = List.of(1_000L, 100_000L, MemoryMonitor.DEFAULT_BUDGET_BYTES);
  private static final Numbering RANGES = new Numbering.Ranges(List.of(
      new NumberRange("line", 3, 4), new NumberRange("none", 100, 199), new NumberRange(NumberRange.OTHERS, 20, 25)));

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("one thread and several give the same file, the same counts and the same failure")
  void threads(
      @ForAll("lists") List<byte[]> lists, @ForAll("rules") List<String> rules, @ForAll("filters") List<String> filters,
      @ForAll("numberings") Numbering numbering, @ForAll("orders") Order order) throws Exception {
    String alone = outcome(lists, rules, filters, order, numbering, 1);
    assertThat(outcome(lists, rules, filters, order, numbering, 2)).isEqualTo(alone);
    assertThat(outcome(lists, rules, filters, order, numbering, 4)).isEqualTo(alone);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("whatever the memory pressure at each pull, the file, the counts and the failure are the same")
  void pressures(
      @ForAll("lists") List<byte[]> lists, @ForAll("rules") List<String> rules, @ForAll("filters") List<String> filters,
      @ForAll("numberings") Numbering numbering, @ForAll("orders") Order order, @ForAll long seed) throws Exception {
    String calm = outcome(lists, rules, filters, order, numbering, 1);
    var jumps = new Random(seed);
    assertThat(outcome(lists, rules, filters, order, numbering, 2, jumping(jumps))).isEqualTo(calm);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("whatever strategies are asked for, chunk size and pressure jump about, the file, the counts and the failure "
      + "are the same")
  void tunings(
      @ForAll("lists") List<byte[]> lists, @ForAll("rules") List<String> rules, @ForAll("filters") List<String> filters,
      @ForAll("numberings") Numbering numbering, @ForAll("orders") Order order,
      @ForAll @IntRange(min = 1, max = 3000) int chunk, @ForAll long seed)
      throws Exception {
    String calm = outcome(lists, rules, filters, order, numbering, 1);
    var random = new Random(seed);
    Map<String, String> preferred = new TreeMap<>();
    Map<StageType, List<StrategyProfile>> known = Strategies.all();
    // Who looks for pictures is no choice of a run that has none; see LogoRunsTest.
    known.remove(StageType.LOGO_PREFETCH);
    known.forEach((stage, profiles) -> {
      List<String> names = profiles.stream()
          .filter(profile -> stage != StageType.FILTERING || profile.canAll(Set.of(Capability.JUDGES_FILTERS)))
          .map(StrategyProfile::name).toList();
      preferred.put(stage.id(), names.get(random.nextInt(names.size())));
    });
    MemoryMonitor memory = jumping(random);
    var tuning = new Tuning(preferred, OptionalInt.of(chunk), Deduplication.NONE);
    assertThat(outcome(lists, rules, filters, order, numbering, 2, memory, tuning)).isEqualTo(calm);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Label("a list that comes through a pipe gives the file, the counts and the failure that it gives from a file")
  void piped(
      @ForAll("lists") List<byte[]> lists, @ForAll("rules") List<String> rules, @ForAll("filters") List<String> filters,
      @ForAll("orders") Order order, @ForAll("numberings") Numbering numbering, @ForAll long seed) throws Exception {
    String calm = outcome(lists, rules, filters, order, numbering, 1);
    var jumps = new Random(seed);
    MemoryMonitor memory = jumping(jumps);
    int last = lists.size() - 1;
    assertThat(outcome(lists, rules, filters, order, numbering, 2, memory, Tuning.NONE, jumps.nextInt(lists.size())))
        .isEqualTo(calm);
    assertThat(outcome(lists, rules, filters, order, numbering, 1, memory, Tuning.NONE, last)).isEqualTo(calm);
  }

  /// One of the budgets, at another level of it each time somebody looks.
  private static MemoryMonitor jumping(Random random) {
    long budget = BUDGETS.get(random.nextInt(BUDGETS.size()));
    return new MemoryMonitor(new FakeGauge().used(() -> random.nextLong(budget * 6 / 5)), budget,
        InstantSource.system());
  }

  private static String outcome(
      List<byte[]> lists, List<String> rules, List<String> filters, Order order, Numbering numbering,
      int threads) throws Exception {
    var memory = new MemoryMonitor(new FakeGauge(), BUDGETS.getLast(), InstantSource.system());
    return outcome(lists, rules, filters, order, numbering, threads, memory);
  }

  private static String outcome(
      List<byte[]> lists, List<String> rules, List<String> filters, Order order, Numbering numbering, int threads,
      MemoryMonitor memory) throws Exception {
    return outcome(lists, rules, filters, order, numbering, threads, memory, Tuning.NONE);
  }

  private static String outcome(
      List<byte[]> lists, List<String> rules, List<String> filters, Order order, Numbering numbering, int threads,
      MemoryMonitor memory, Tuning tuning) throws Exception {
    return outcome(lists, rules, filters, order, numbering, threads, memory, tuning, -1);
  }

  /// @param piped which of the lists comes through standard input, -1 for none
  private static String outcome(
      List<byte[]> lists, List<String> rules, List<String> filters, Order order, Numbering numbering, int threads,
      MemoryMonitor memory, Tuning tuning, int piped) throws Exception {
    try (var folder = new TestFolder()) {
      var run = new TestRun(folder.path()).threads(threads).order(order).numbering(numbering).memory(memory)
          .tuning(tuning);
      for (int i = 0; i < lists.size(); i++) {
        var _ = i == piped ? run.piped(new ByteArrayInputStream(lists.get(i))) : run.list(lists.get(i));
      }
      rules.forEach(run::rule);
      for (Filter filter : filters.stream().map(SameBytesProperties::filter).toList()) {
        var _ = filter.mode() == Filter.Mode.INCLUDE ? run.include(filter.text()) : run.exclude(filter.text());
      }
      Path numbers = folder.path().resolve("numbers");
      remember(folder, lists, numbering, numbers);
      TestRun.Published out = run.numbers(numbers).run();
      String remembered = remembered(numbers);
      return new String(out.bytes(), StandardCharsets.ISO_8859_1) + out.result().reports() + out.result()
          .numberConflicts()
          + out.result().fullRanges() + out.result().numbers() + remembered;
    } catch (PipelineException e) {
      return e.what();
    }
  }

  /// What is in the file, whose order depends on whether the size of the lists is known.
  private static String remembered(Path file) throws IOException {
    Map<Long, Long> all = new TreeMap<>();
    var head = new StringBuilder();
    if (Files.exists(file)) {
      new NumbersFile(file).read(new NumbersFile.Numbers() {
        @Override
        public void begin(NumbersFile.Head first) {
          head.append(first);
        }

        @Override
        public void add(long key, long number) {
          all.put(key, number);
        }
      });
    }
    return head.toString() + all;
  }

  /// As if a run of the last list alone had gone before, sorted by name and with a few numbers from a rule, which is
  /// done in the same way whatever is compared.
  private static void remember(TestFolder folder, List<byte[]> lists, Numbering numbering, Path numbers)
      throws Exception {
    try {
      new TestRun(folder.path()).to(folder.path().resolve("earlier.m3u"))
          .file("list " + (lists.size() - 1), Files.write(folder.path().resolve("earlier-in.m3u"), lists.getLast()))
          .rule("channel_name contains \"e\" SET tvg_chno = \"30\"")
          .order(Order.BY_NAME).numbering(numbering).numbers(numbers).runOnly();
    } catch (PipelineException noPlaylist) {
      // Then nothing is remembered.
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @Label("every strategy of a stage gives what the others give")
  void strategies(
      @ForAll("list") byte[] bytes, @ForAll("rules") List<String> rules, @ForAll("filters") List<String> filters)
      throws Exception {
    try (var folder = new TestFolder()) {
      ListReading reading;
      try {
        reading = ListReading.of(folder.path(), bytes);
      } catch (PipelineException noPlaylist) {
        return;
      }
      RunPlan plan = plan(rules, filters, new Numbering.None());
      StageStrategyRegistry registry = registry(CompiledPlan.of(plan), reading.channels());
      List<Channel> mapped = same(reading.channels(), registry.of(PlaylistPipeline.MAPPING));
      List<Channel> left = same(mapped, registry.of(PlaylistPipeline.FILTERING).stream()
          .filter(strategy -> strategy.profile().canAll(Set.of(Capability.JUDGES_FILTERS))).toList());
      List<LogoEnrichedChannel> ready = left.stream()
          .map(channel -> new LogoEnrichedChannel(new NumberedChannel(channel, null), LogoState.NOT_FETCHED)).toList();
      for (Inheritance inheritance : Inheritance.values()) {
        same(ready, Generations.strategies(inheritance, new LongAdder()));
      }
      loaders(reading);
      numberings(left);
    }
  }

  private static RunPlan plan(List<String> rules, List<String> filters, Numbering numbering) {
    return new RunPlan(
        List.of(), rules.stream().map(rule -> new Rule(rule, true)).toList(),
        filters.stream().map(SameBytesProperties::filter).toList(), numbering, SeparatorPolicy.HIDE,
        new Target.OfStream(OutputStream.nullOutputStream(), ""), false);
  }

  /// Whatever the registry has: a strategy that is added there is held to this law by that.
  private static StageStrategyRegistry registry(CompiledPlan parts, List<Channel> claimants) {
    return parts.strategies(List.of(), new SealedList<>(claimants, 1, "all"), List.of(new SkipPrefetch()));
  }

  /// Those that say what may stay, and those that say what may not.
  private static Filter filter(String text) {
    return text.startsWith("+")
        ? new Filter(Filter.Mode.INCLUDE, text.substring(1), true)
        : new Filter(Filter.Mode.EXCLUDE, text, true);
  }

  /// The same list twice over.
  private static void loaders(ListReading reading) throws Exception {
    if (!reading.channels().isEmpty()) {
      for (Loading loading : List.of(new Loading(ScanFilter.ALL), new Loading(ScanFilter.MAY_HAVE_NUMBER),
          new Loading(ScanFilter.ALL, Deduplication.URL, counts -> {}))) {
        same(List.of(reading.list(), reading.list()),
            CompiledPlan.toMapping(CompiledMapping.compile(List.of()), loading).build().of(PlaylistPipeline.LOADING));
      }
    }
  }

  /// What the last of the strategies gives; the others have to give it too.
  private static <I, O> List<O> same(List<I> in, List<StageStrategy<I, O>> strategies) throws Exception {
    List<O> out = items(in, strategies.getLast());
    for (StageStrategy<I, O> strategy : strategies.subList(0, strategies.size() - 1)) {
      assertThat(texts(items(in, strategy))).as(strategy.profile().name()).isEqualTo(texts(out));
    }
    return out;
  }

  private static void numberings(List<Channel> channels) throws Exception {
    for (Numbering numbering : List.of(new Numbering.None(), new Numbering.Keep(), new Numbering.From(5), RANGES)) {
      Set<String> outcomes = new TreeSet<>();
      int strategies = registry(CompiledPlan.of(plan(List.of(), List.of(), numbering)), channels)
          .of(PlaylistPipeline.NUMBERING).size();
      for (int i = 0; i < strategies; i++) {
        CompiledPlan parts = CompiledPlan.of(plan(List.of(), List.of(), numbering));
        List<NumberedChannel> numbered = items(channels, registry(parts, channels).of(PlaylistPipeline.NUMBERING)
            .get(i));
        outcomes.add(numbers(numbered) + " " + parts.conflicts().count() + parts.conflicts().fullRanges());
      }
      assertThat(strategies).isGreaterThan(1);
      assertThat(outcomes).hasSize(1);
    }
  }

  private static List<String> numbers(List<NumberedChannel> channels) {
    return channels.stream().map(channel -> channel.channel() + " " + channel.number()).toList();
  }

  private static <I, O> List<O> items(List<I> in, StageStrategy<I, O> strategy) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      return ListReading.drain(strategy.attach(PipelineIterator.of(in), TestContext.of(workers, 2)));
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<String> texts(List<?> items) {
    return items.stream().map(item -> switch (item) {
      case Channel channel -> new String(ListReading.bytes(channel), StandardCharsets.ISO_8859_1) + channel;
      case M3uEntry entry -> new String(entry.bytes(), entry.from(), entry.length(), StandardCharsets.ISO_8859_1);
      default -> throw new AssertionError(item);
    }).toList();
  }

  @Provide
  Arbitrary<byte[]> list() {
    return Arbitraries.oneOf(OddLists.damaged(), OddLists.clean().map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  @Provide
  Arbitrary<List<byte[]>> lists() {
    return list().list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> rules() {
    return Arbitraries.of(
        "SET group_title += \" é\"",
        "channel_name contains \"a\" SET channel_name = \"${channel_name} [${group_title}]\"",
        "tvg_id is_empty SET tvg_id = \"new\", tvg_logo = \"http://l/Я\"",
        "stream_url matches \"^http://(.*)\" SET stream_url = \"https://$1\"",
        "group_title equals \"line\" REMOVE",
        "channel_name matches \"(\\\\w+)$\" SET tvg_chno = \"1\"",
        "SET attr(\"x-other\") = \"q\\\"q\"",
        "SET tvg_shift = \"\"",
        "group_title matches \"^(\\\\w)\" SET group_title = \"$1\", attr(\"x-new\") = \"$1\"",
        "group_title contains \"é\" SET group_title -= \"é\", attr(\"x-other\") ?= \"o\"",
        "media_type equals \"live\" SET tvg_name = \"${channel_name}\"",
        "source_type equals \"m3u\" SET channel_name += \"+\"",
        "NOT media_type equals \"movie\" AND group_title is_empty SET group_title = \"none\"").list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String>> filters() {
    return Arbitraries.of(
        "channel_name contains \"b\"", "media_type equals \"movie\"", "NOT (group_title is_empty) AND tvg_id is_empty",
        "stream_url starts_with \"udp\"", "+group_title contains \"e\" OR channel_name contains \"a\"",
        "+media_type equals \"live\"", "group_title matches \"^n\" AND source_type equals \"m3u\"",
        "+tvg_id is_empty").list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Numbering> numberings() {
    return Arbitraries.of(new Numbering.None(), new Numbering.Keep(), new Numbering.From(5), RANGES);
  }

  @Provide
  Arbitrary<Order> orders() {
    return Arbitraries.of("", "group,name", "-name", "number,-group", "tvg-id,source,type")
        .map(text -> Order.parse(text).orElse(Order.AS_LOADED));
  }
}
