package app.lineup.pipeline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.laws.Probe;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loading through a database: order, early ends, failures, and nothing left.
final class DatabaseSpillTest {

  private static final int ENTRIES = 300;

  @TempDir
  private Path lists;
  @TempDir
  private Path parent;
  private final ExecutorService workers = Executors.newSingleThreadExecutor();
  private final List<RunEvent> told = new ArrayList<>();

  @AfterEach
  void nothingIsLeft() throws IOException {
    workers.shutdownNow();
    try (Stream<Path> files = Files.walk(parent)) {
      assertThat(files.filter(file -> Files.isRegularFile(file) && !file.endsWith("in-use"))).isEmpty();
    }
  }

  private StageContext context(long limitBytes) {
    var memory = new MemoryMonitor(new FakeGauge(), limitBytes, InstantSource.system());
    return new StageContext(StageMeter.unwatched(), workers, 1, memory, new SpillSpace(parent, SpillLimits.USUAL),
        memory.leases(), () -> 100, told::add);
  }

  private M3uList list(int number) {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < ENTRIES; i++) {
      text.append("#EXTINF:-1,").append(number).append('.').append(i).append("\nhttp://h/").append(i).append('\n');
    }
    return list(number, text.toString());
  }

  private M3uList list(int number, String text) {
    try (var inputs = ListReading.inputs(lists)) {
      Path file = Files.writeString(lists.resolve("list-" + number + ".m3u"), text);
      var source = new Source("list " + number, new Location.OfFile(file));
      return M3uList.of(source, inputs.prepare(source, count -> {}), ScanLimits.DEFAULT);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private PipelineIterator<Channel> attach(PipelineIterator<M3uList> upstream, StageContext context) {
    return new DatabaseSpill(new Loading(ScanFilter.ALL)).attach(upstream, context);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 1_000_000_000})
  @DisplayName(
      "every channel of every list once and in order, with much memory and with hardly any; the lease ends with it")
  void inOrder(long limitBytes) throws Exception {
    StageContext context = context(limitBytes);
    var upstream = Probe.of(3);
    List<Channel> expected = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      expected.addAll(ListReading.drain(list(i).open()));
    }
    try (PipelineIterator<Channel> channels = attach(upstream.map(this::list), context)) {
      List<String> found = new ArrayList<>();
      while (channels.nextChunk(70) instanceof IteratorResult.Items<Channel>(List<Channel> chunk)) {
        assertThat(context.leases().bytes() > 0).isEqualTo(limitBytes > 1_000_000);
        chunk.forEach(channel -> found.add(channel.toString()));
      }
      assertThat(found).isEqualTo(expected.stream().map(Channel::toString).toList()).hasSize(3 * ENTRIES);
      assertThat(channels.nextChunk(1)).isInstanceOf(IteratorResult.Finished.class);
    }
    assertThat(told).singleElement().isInstanceOfSatisfying(
        RunEvent.Spilled.class, spilled -> assertThat(spilled.items()).isEqualTo(3L * ENTRIES));
    assertThat(context.leases().bytes()).isZero();
    assertThat(context.spill().bytesHeld()).isZero();
    assertThat(upstream.closes()).isPositive();
  }

  @Test
  @DisplayName("closed before the first pull, and after it")
  void early() throws Exception {
    attach(Probe.of(2).map(this::list), context(1_000_000_000)).close();
    var upstream = Probe.of(2);
    PipelineIterator<Channel> begun = attach(upstream.map(this::list), context(1_000_000_000));
    assertThat(begun.nextChunk(5)).isInstanceOf(IteratorResult.Items.class);
    begun.close();
    begun.close();
    assertThat(upstream.closes()).isPositive();
    assertThat(upstream.isAbused()).isFalse();
    assertThat(begun.nextChunk(5)).isInstanceOf(IteratorResult.Finished.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  @DisplayName("a failure and a cancelling while it loads pass, and the upstream is closed")
  void failing(int pull) {
    var failing = Probe.failing(3, pull);
    try (PipelineIterator<Channel> channels = attach(failing.map(this::list), context(1_000_000_000))) {
      assertThat(catchThrowable(() -> channels.nextChunk(5)))
          .isInstanceOf(PipelineException.class).hasMessage("failed at pull " + pull);
    }
    assertThat(failing.closes()).isPositive();
    var cancelled = Probe.interrupted(3, pull);
    try (PipelineIterator<Channel> channels = attach(cancelled.map(this::list), context(1_000_000_000))) {
      assertThat(catchThrowable(() -> channels.nextChunk(5))).isInstanceOf(InterruptedException.class);
    }
    assertThat(cancelled.closes()).isPositive();
  }

  @Test
  @DisplayName("a list without an entry ends the run here as with every other way of loading")
  void empty() {
    PipelineIterator<M3uList> upstream = PipelineIterator.of(List.of(list(0), list(1, "#EXTM3U\n")));
    try (PipelineIterator<Channel> channels = attach(upstream, context(1_000_000_000))) {
      assertThat(catchThrowable(() -> channels.nextChunk(5))).hasMessage("the list has no channels");
    }
  }
}
