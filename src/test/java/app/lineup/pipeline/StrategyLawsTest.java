package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.laws.IteratorLaws;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.LogoState;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.logo.SkipPrefetch;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every strategy that a run may take for mapping, filtering, numbering or generation keeps the laws, whichever the
/// registry has, and leaves no lease, file or thread.
final class StrategyLawsTest {

  private static final int MOST = 1000;

  @TempDir
  private Path folder;
  private ExecutorService workers;
  private SpillSpace spill;
  private final MemoryMonitor memory = new MemoryMonitor(new FakeGauge(), 100_000_000, InstantSource.system());
  private List<Channel> channels;
  private StageStrategyRegistry registry;

  @BeforeEach
  void start() throws Exception {
    workers = Executors.newFixedThreadPool(2);
    spill = new SpillSpace(folder, SpillLimits.USUAL);
    StringBuilder list = new StringBuilder("#EXTM3U\n");
    IntStream.range(0, MOST)
        .forEach(i -> list.append("#EXTINF:-1 group-title=\"g" + i % 7 + "\",c" + i + "\nhttp://h/" + i + "\n"));
    channels = ListReading.of(folder, list.toString()).channels();
    Files.delete(folder.resolve("read.m3u"));
    registry = CompiledPlan.of(plan())
        .strategies(List.of(), new SealedList<>(channels, 1, "all"), List.of(new SkipPrefetch()));
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertThat(memory.leases().bytes()).isZero();
    assertThat(spill.bytesHeld()).isZero();
    spill.close();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    workers.shutdown();
    assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  /// The rule looks at each channel, the filters let all of them through, each number is asked for.
  private static RunPlan plan() {
    return new RunPlan(
        List.of(), List.of(new Rule("channel_name matches \"^c(\\\\d+)$\" SET channel_name = \"n$1\"", true)),
        List.of(new Filter(Filter.Mode.EXCLUDE, "group_title matches \"^x\"", true),
            new Filter(Filter.Mode.INCLUDE, "group_title starts_with \"g\"", true)),
        new Numbering.Keep(), SeparatorPolicy.KEEP, new Target.OfStream(OutputStream.nullOutputStream(), ""), false);
  }

  @TestFactory
  Stream<DynamicContainer> mapping() {
    return laws(registry.of(PlaylistPipeline.MAPPING), channel -> channel,
        channel -> channel.text(KnownField.CHANNEL_NAME), i -> "n" + i);
  }

  @TestFactory
  Stream<DynamicContainer> filtering() {
    return laws(registry.of(PlaylistPipeline.FILTERING), channel -> channel,
        channel -> channel.text(KnownField.CHANNEL_NAME), i -> "c" + i);
  }

  @TestFactory
  Stream<DynamicContainer> numbering() {
    return laws(registry.of(PlaylistPipeline.NUMBERING), channel -> channel,
        numbered -> numbered.channel().text(KnownField.CHANNEL_NAME) + " " + numbered.number(),
        i -> "c" + i + " " + (i + 1));
  }

  @TestFactory
  Stream<DynamicContainer> generation() {
    return laws(registry.of(PlaylistPipeline.GENERATION),
        channel -> new LogoEnrichedChannel(new NumberedChannel(channel, null), LogoState.NOT_FETCHED),
        StrategyLawsTest::text,
        i -> "#EXTINF:-1 group-title=\"g" + i % 7 + "\",c" + i + "\nhttp://h/" + i + "\n");
  }

  private static String text(M3uEntry entry) {
    return new String(entry.bytes(), entry.from(), entry.length(), StandardCharsets.UTF_8);
  }

  /// @param in       what the stage takes of a channel
  /// @param out      what shows which item came
  /// @param expected the same of the channel with that place in the list
  private <I, O> Stream<DynamicContainer> laws(
      List<StageStrategy<I, O>> strategies, Function<Channel, I> in, Function<O, String> out,
      Function<Integer, String> expected) {
    assertThat(strategies).isNotEmpty();
    return strategies.stream().map(strategy -> dynamicContainer(strategy.profile().name(), IteratorLaws.ofStage(
        upstream -> attach(strategy, upstream.map(channels::get).map(in)).map(out),
        numbers -> numbers.stream().map(expected).toList())));
  }

  private <I, O> PipelineIterator<O> attach(StageStrategy<I, O> strategy, PipelineIterator<I> upstream)
      throws Exception {
    return strategy.attach(upstream, new StageContext(
        StageMeter.unwatched(), workers, 2, memory, spill, memory.leases(), () -> memory.level().chunkItems(),
        RunObserver.none()));
  }
}
