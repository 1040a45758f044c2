package app.lineup.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A stage that switches gives what a stage gives that does not.
final class SwitchingIteratorTest {

  private static final List<StageStrategy<Integer, Integer>> WAYS = List.of(
      Doubling.parallel("parallel", MemoryPressureLevel.HIGH), Doubling.alone("alone", MemoryPressureLevel.EMERGENCY),
      Doubling.parallel("wide", MemoryPressureLevel.EMERGENCY));

  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  private static StageContext context(ExecutorService workers) {
    var memory = new MemoryMonitor(new FakeGauge(), 1000, InstantSource.system());
    return new StageContext(StageMeter.unwatched(), workers, 2, memory, SpillSpace.ofSystem(), memory.leases(), () -> 5,
        RunObserver.none());
  }

  private SwitchingIterator<Integer, Integer> switching(
      PipelineIterator<Integer> upstream, SwitchingIterator.Choice<Integer, Integer> choice,
      SwitchingIterator.SwitchListener listener) throws Exception {
    return new SwitchingIterator<>(upstream, choice, context(workers), listener);
  }

  @TestFactory
  Stream<DynamicTest> lawsWithoutASwitch() {
    return IteratorLaws.ofStage(upstream -> switching(upstream, WAYS::getFirst, (before, now) -> {}), Doubling::of);
  }

  @TestFactory
  Stream<DynamicTest> lawsWithASwitchAtEachChunk() {
    return IteratorLaws.ofStage(upstream -> {
      int[] asked = {0};
      return switching(upstream, () -> WAYS.get(asked[0]++ % WAYS.size()), (before, now) -> {});
    }, Doubling::of);
  }

  @Property(tries = 300)
  @Label("whatever is chosen at each chunk, the items are the same, none lost, none twice")
  void anyChoice(@ForAll @IntRange(max = 400) int items, @ForAll @IntRange(min = 1, max = 60) int chunk,
      @ForAll long seed)
      throws Exception {
    var jumps = new Random(seed);
    var upstream = Probe.of(items);
    List<Integer> all = new ArrayList<>();
    ExecutorService own = Executors.newFixedThreadPool(2);
    try (var stage = new SwitchingIterator<>(
        upstream, () -> WAYS.get(jumps.nextInt(WAYS.size())), context(own), (before, now) -> {})) {
      while (stage.nextChunk(1 + jumps.nextInt(chunk)) instanceof IteratorResult.Items<Integer>(List<Integer> got)) {
        all.addAll(got);
      }
    } finally {
      own.shutdownNow();
      workers.shutdownNow();
    }
    assertThat(all).isEqualTo(Doubling.of(IteratorLaws.numbers(items)));
    assertThat(upstream.closes()).isEqualTo(1);
    assertThat(upstream.isAbused()).isFalse();
  }

  @Test
  @DisplayName("a switch is told once, after what was under way has come out, and the upstream stays open")
  void told() throws Exception {
    var upstream = Probe.of(1000);
    List<String> heard = new ArrayList<>();
    List<StageStrategy<Integer, Integer>> chosen = new ArrayList<>(List.of(WAYS.getFirst()));
    try (var stage = switching(
        upstream, chosen::getLast, (before, now) -> heard.add(before.name() + " → " + now.name()))) {
      stage.nextChunk(10);
      chosen.add(WAYS.get(1));
      stage.nextChunk(10);
      assertThat(heard).as("three chunks are still under way").isEmpty();
      while (heard.isEmpty()) {
        assertThat(stage.nextChunk(10)).isInstanceOf(IteratorResult.Items.class);
      }
      assertThat(upstream.closes()).isZero();
      stage.nextChunk(10);
      assertThat(heard).containsExactly("parallel → alone");
    }
    assertThat(upstream.closes()).isEqualTo(1);
  }

  @Test
  @DisplayName("pressure that has gone again by the time of the switch changes nothing and tells nothing")
  void takenBack() throws Exception {
    List<String> heard = new ArrayList<>();
    List<StageStrategy<Integer, Integer>> chosen = new ArrayList<>(List.of(WAYS.getFirst()));
    List<Integer> all = new ArrayList<>();
    try (var stage = switching(Probe.of(500), chosen::getLast, (before, now) -> heard.add(now.name()))) {
      int chunks = 0;
      while (stage.nextChunk(10) instanceof IteratorResult.Items<Integer>(List<Integer> got)) {
        all.addAll(got);
        chosen.add(WAYS.get(chunks++ == 2 ? 1 : 0));
      }
    }
    assertThat(all).isEqualTo(Doubling.of(IteratorLaws.numbers(500)));
    assertThat(heard).isEmpty();
  }
}
