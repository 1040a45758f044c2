package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.StageLoad;
import app.lineup.engine.watch.StageMeter;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A row of fused stages gives what they give one after the other, and each is counted and told of as if it stood
/// alone.
final class FusedIteratorTest {

  /// What can be done to a chunk without regard to the one before it.
  private static final List<ChunkFunction<Integer, Integer>> FUNCTIONS = List.of(
      items -> items,
      items -> items.stream().map(item -> item + 1).toList(),
      items -> items.stream().filter(item -> item % 3 != 0).toList(),
      items -> items.stream().flatMap(item -> Stream.of(item, -item)).toList(),
      items -> items.stream().filter(item -> item / 50 % 2 == 0).toList(),
      items -> List.of());

  @Property(tries = 150)
  @Label("whatever stages are in the row, whoever does them: the items and their order are those of one stage after "
      + "the other")
  void anyRow(@ForAll @IntRange(max = 600) int items, @ForAll @IntRange(min = 1, max = 90) int chunk, @ForAll long seed)
      throws Exception {
    var random = new Random(seed);
    try (var run = new FusedRun(Probe.of(items), 1 + random.nextInt(3)).chunk(chunk)) {
      List<Integer> expected = IteratorLaws.numbers(items);
      List<Long> counts = new ArrayList<>();
      for (int stage = random.nextInt(6); stage >= 0; stage--) {
        ChunkFunction<Integer, Integer> function = FUNCTIONS.get(random.nextInt(random.nextInt(5) == 0 ? 6 : 5));
        var _ = random.nextInt(5) == 0
            ? run.then("s" + stage, List.of(FusedWays.alone("alone", MemoryPressureLevel.EMERGENCY, function)))
            : run.then("s" + stage, random.nextBoolean(), function);
        expected = function.apply(expected);
        counts.add((long) expected.size());
      }
      assertThat(run.items()).isEqualTo(expected);
      assertThat(run.figures()).extracting(StageFigures::items).isEqualTo(counts);
      assertThat(run.figures()).extracting(StageFigures::state).containsOnly(StageMeter.State.ENDED);
      run.isOver();
    }
  }

  @TestFactory
  Stream<DynamicTest> lawsOnThePullingThread() {
    return laws(false, false);
  }

  @TestFactory
  Stream<DynamicTest> lawsOnWorkers() {
    return laws(true, true);
  }

  @TestFactory
  Stream<DynamicTest> lawsOnBoth() {
    return Stream.concat(laws(true, false), laws(false, true));
  }

  private static Stream<DynamicTest> laws(boolean first, boolean second) {
    return IteratorLaws.ofStage(
        upstream -> closing(new FusedRun(upstream, 2).then("a", first, FUNCTIONS.get(3))
            .then("b", second, FUNCTIONS.get(2))),
        numbers -> applied(numbers, 3, 2));
  }

  private static List<Integer> applied(List<Integer> numbers, int... functions) {
    List<Integer> items = numbers;
    for (int function : functions) {
      try {
        items = FUNCTIONS.get(function).apply(items);
      } catch (PipelineException e) {
        throw new AssertionError(e);
      }
    }
    return items;
  }

  /// The workers go with the iterator.
  private static PipelineIterator<Integer> closing(FusedRun run) throws Exception {
    PipelineIterator<Integer> row = run.open();
    return new PipelineIterator<>() {

      @Override
      public IteratorResult<Integer> nextChunk(int maxItems) throws PipelineException, InterruptedException {
        return row.nextChunk(maxItems);
      }

      @Override
      public void close() {
        row.close();
        run.close();
      }
    };
  }

  @Test
  @DisplayName(
      "each stage's choice, start and end is told once, the ends in the order of the stages, with what each gave")
  void told() throws Exception {
    try (var run = new FusedRun(Probe.of(100), 2).chunk(7)) {
      run.then("a", true, FUNCTIONS.get(3)).then("b", false, FUNCTIONS.get(0)).then("c", true, FUNCTIONS.get(2));
      int last = run.items().size();
      assertThat(run.told()).containsExactly(
          new RunEvent.StrategyChosen("a", "only", "summary"),
          new RunEvent.StrategyChosen("b", "only", "summary"),
          new RunEvent.StrategyChosen("c", "only", "summary"),
          new RunEvent.StageStarted("c"), new RunEvent.StageStarted("b"), new RunEvent.StageStarted("a"),
          new RunEvent.StageEnded("a", 200), new RunEvent.StageEnded("b", 200), new RunEvent.StageEnded("c", last));
      assertThat(run.figures()).extracting(StageFigures::items).containsExactly(200L, 200L, (long) last);
      assertThat(run.figures()).extracting(StageFigures::load).containsOnly(StageLoad.NONE);
      assertThat(run.figures()).extracting(StageFigures::strategy).containsOnly("only");
    }
  }

  @Test
  @DisplayName("a chunk that a stage empties goes no further, and those behind it come")
  void emptied() throws Exception {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    for (boolean onWorkers : new boolean[] {true, false}) {
      seen.clear();
      try (var run = new FusedRun(Probe.of(300), 2).chunk(1)) {
        run.then("a", onWorkers, items -> items.getFirst() % 100 == 99 ? items : List.of()).then("b", true, items -> {
          assertThat(items).isNotEmpty();
          seen.addAll(items);
          return items;
        }).then("c", false, items -> items);
        assertThat(run.items()).containsExactly(99, 199, 299);
        assertThat(seen).containsExactlyInAnyOrder(99, 199, 299);
      }
    }
  }

  @Test
  @DisplayName(
      "what stands before the first or behind the last that asks for workers is done by who pulls, the rest by workers")
  void threads() throws Exception {
    Map<String, Set<Boolean>> onWorkers = new ConcurrentHashMap<>();
    Thread here = Thread.currentThread();
    try (var run = new FusedRun(Probe.of(50), 2).chunk(5)) {
      for (String stage : List.of("here 1", "worker 2", "between 3", "worker 4", "here 5")) {
        run.then(stage, stage.startsWith("worker"), items -> {
          onWorkers.computeIfAbsent(stage, _ -> ConcurrentHashMap.newKeySet()).add(Thread.currentThread() != here);
          return items;
        });
      }
      assertThat(run.items()).isEqualTo(IteratorLaws.numbers(50));
    }
    assertThat(onWorkers).containsEntry("here 1", Set.of(false)).containsEntry("worker 2", Set.of(true))
        .containsEntry("between 3", Set.of(true)).containsEntry("worker 4", Set.of(true))
        .containsEntry("here 5", Set.of(false));
  }
}
