package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.watch.RunEvent;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When pressure changes, a row of fused stages goes on by other strategies and in other chunks, and no item shows it.
final class FusedPressureTest {

  private static final int ITEMS = 1000;
  private static final int CHUNK = 10;
  private static final double HIGH = 0.75;
  private static final double EMERGENCY = 0.97;

  private final Set<Integer> bySwift = new ConcurrentSkipListSet<>();
  private final Set<Integer> byFrugal = new ConcurrentSkipListSet<>();
  private final List<Integer> seen = Collections.synchronizedList(new ArrayList<>());

  private ChunkFunction<Integer, Integer> noting(Set<Integer> by) {
    return items -> {
      by.addAll(items);
      seen.addAll(items);
      return items;
    };
  }

  /// A row whose middle has a strategy that bears no pressure and one that bears all; the first stage, on the thread
  /// that pulls, sets the pressure.
  private FusedRun run(int items, boolean swiftOnWorkers, boolean frugalOnWorkers, IntPredicate pressure) {
    var run = new FusedRun(Probe.of(items), 2).chunk(CHUNK);
    return run.then("jump", false, chunk -> {
      run.use(pressure.test(chunk.getFirst()) ? HIGH : 0);
      return chunk;
    }).then("middle", List.of(
        FusedWays.way("swift", MemoryPressureLevel.OPTIMAL, swiftOnWorkers, noting(bySwift)),
        FusedWays.way("frugal", MemoryPressureLevel.EMERGENCY, frugalOnWorkers, noting(byFrugal))))
        .then("last", true, chunk -> chunk);
  }

  private static Stream<String> switches(FusedRun run) {
    return run.told().stream().filter(RunEvent.StrategySwitched.class::isInstance)
        .map(RunEvent.StrategySwitched.class::cast)
        .map(told -> told.stage() + ": " + told.before() + " → " + told.now() + ", " + told.reason());
  }

  @ParameterizedTest
  @CsvSource({"true,false", "false,true", "true,true", "false,false"})
  @DisplayName("another strategy goes on with the chunk behind the jump; that is told once, and every item passes once")
  void switchesOnce(boolean swiftOnWorkers, boolean frugalOnWorkers) throws Exception {
    try (FusedRun run = run(ITEMS, swiftOnWorkers, frugalOnWorkers, first -> first >= ITEMS / 2)) {
      assertThat(run.items()).isEqualTo(IteratorLaws.numbers(ITEMS));
      assertThat(seen).as("none twice").hasSize(ITEMS).doesNotHaveDuplicates();
      assertThat(bySwift).isNotEmpty().allMatch(item -> item < Collections.min(byFrugal));
      assertThat(Collections.min(byFrugal)).isBetween(ITEMS / 2, ITEMS / 2 + 3 * CHUNK);
      assertThat(switches(run)).singleElement().asString()
          .startsWith("middle: swift → frugal, memory pressure is high");
      assertThat(run.told()).filteredOn(RunEvent.StrategyChosen.class::isInstance).hasSize(3);
      assertThat(run.figures().get(1).strategy()).isEqualTo("frugal");
      assertThat(run.figures().get(1).items()).isEqualTo(ITEMS);
      run.isOver();
    }
  }

  @Test
  @DisplayName("pressure that comes and goes makes strategies take turns, each change told")
  void takeTurns() throws Exception {
    try (FusedRun run = run(ITEMS, true, false, first -> first / 100 % 2 == 1)) {
      assertThat(run.items()).isEqualTo(IteratorLaws.numbers(ITEMS));
      assertThat(seen).hasSize(ITEMS).doesNotHaveDuplicates();
      List<String> told = switches(run).map(text -> text.substring(0, text.indexOf(','))).toList();
      assertThat(told).hasSize(9);
      for (int i = 0; i < told.size(); i++) {
        assertThat(told.get(i)).isEqualTo(i % 2 == 0 ? "middle: swift → frugal" : "middle: frugal → swift");
      }
    }
  }

  @Test
  @DisplayName("a stage that may go on by what is not done chunk by chunk stands alone, and does go on by it")
  void standsAlone() throws Exception {
    StageStrategy<Integer, Integer> other =
        FusedWays.alone("other", MemoryPressureLevel.EMERGENCY, noting(byFrugal));
    var run = new FusedRun(Probe.of(ITEMS), 2).chunk(CHUNK);
    run.then("jump", false, chunk -> {
      run.use(HIGH);
      return chunk;
    }).then("middle", List.of(FusedWays.way("swift", MemoryPressureLevel.OPTIMAL, true, noting(bySwift)), other));
    try (run) {
      assertThat(run.items()).isEqualTo(IteratorLaws.numbers(ITEMS));
      assertThat(byFrugal).isNotEmpty();
      assertThat(switches(run)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("at most memory's pressure no pull asks for more than 20 items, gives more, or runs ahead")
  void emergency(boolean onWorkers) throws Exception {
    try (var run = new FusedRun(Probe.of(ITEMS), 2)) {
      run.then("three", onWorkers, items -> items.stream().flatMap(item -> Stream.of(item, item, item)).toList());
      run.use(EMERGENCY);
      int most = MemoryPressureLevel.EMERGENCY.chunkItems();
      int given = 0;
      try (PipelineIterator<Integer> row = run.open()) {
        while (row.nextChunk(5000) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
          given += items.size();
          assertThat(items).hasSizeLessThanOrEqualTo(most);
          assertThat(run.figures().getFirst().load().chunksAhead()).isLessThanOrEqualTo(1);
          assertThat(run.figures().getFirst().load().chunkItems()).isEqualTo(most);
          // Every item that was pulled is on its way out: nothing was pulled ahead of need.
          assertThat(run.figures().getFirst().items() - given).isLessThan(3L * most);
        }
      }
      assertThat(given).isEqualTo(3 * ITEMS);
      assertThat(run.asked()).containsOnly(most);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("a jump in the middle makes the next pulls small, and what is under way comes out in small chunks")
  void jump(boolean onWorkers) throws Exception {
    var run = new FusedRun(Probe.of(20_000), 2);
    run.then("a", onWorkers, items -> items);
    List<Integer> all = new ArrayList<>();
    try (run; PipelineIterator<Integer> row = run.open()) {
      while (all.size() < 5000 && row.nextChunk(3000) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
        all.addAll(items);
      }
      int before = run.asked().size();
      assertThat(run.asked()).containsOnly(MemoryPressureLevel.OPTIMAL.chunkItems());
      run.use(EMERGENCY);
      int most = MemoryPressureLevel.EMERGENCY.chunkItems();
      while (row.nextChunk(3000) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
        assertThat(items).hasSizeLessThanOrEqualTo(most);
        all.addAll(items);
      }
      assertThat(run.asked().subList(before, run.asked().size())).isNotEmpty().containsOnly(most);
    }
    assertThat(all).isEqualTo(IteratorLaws.numbers(20_000));
  }
}
