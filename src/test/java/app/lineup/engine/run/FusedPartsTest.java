package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.InParts;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A stage in parts at the head of a row: each part is done once items were made of it, in order, whatever it gave.
final class FusedPartsTest {

  private static final int ITEMS = 100;

  private final List<Integer> done = new ArrayList<>();

  /// Gives of the part n its n modulo 3 items, the first of which is 10 n.
  private final class Parts implements InParts<Integer, Integer, Integer> {

    private final boolean onWorkers;
    private final int failing;

    Parts(boolean onWorkers, int failing) {
      this.onWorkers = onWorkers;
      this.failing = failing;
    }

    @Override
    public StrategyProfile profile() {
      return FusedWays.profile("in parts", MemoryPressureLevel.EMERGENCY);
    }

    @Override
    public PipelineIterator<Integer> parts(PipelineIterator<Integer> upstream, StageContext context) {
      return new ChunkIterator<>(upstream, items -> items);
    }

    @Override
    public ChunkFunction<Integer, Integer> function() {
      return FusedPartsTest::itemsOf;
    }

    @Override
    public boolean onWorkers() {
      return onWorkers;
    }

    @Override
    public void done(Integer part) throws PipelineException {
      done.add(part);
      if (part == failing) {
        throw new PipelineException(PipelineException.Kind.USER, "part", "nothing to go on with", "");
      }
    }

    @Override
    public PipelineIterator<Integer> attach(PipelineIterator<Integer> upstream, StageContext context) {
      throw new AssertionError("it is fused");
    }
  }

  private static List<Integer> itemsOf(List<Integer> parts) {
    return parts.stream().flatMap(part -> Stream.iterate(10 * part, item -> item + 1).limit(part % 3)).toList();
  }

  private FusedRun run(boolean partsOnWorkers, boolean restOnWorkers, int chunk, int failing) {
    return new FusedRun(Probe.of(ITEMS), 2).chunk(chunk).then("parts", List.of(new Parts(partsOnWorkers, failing)))
        .then("odd", restOnWorkers, items -> items.stream().filter(item -> item / 10 % 4 != 1).toList())
        .then("last", false, items -> items);
  }

  private static List<Integer> expected() {
    return itemsOf(IteratorLaws.numbers(ITEMS)).stream().filter(item -> item / 10 % 4 != 1).toList();
  }

  @ParameterizedTest
  @CsvSource({"true,true,1", "true,false,1", "false,true,1", "false,false,1", "true,true,9", "false,true,9"})
  @DisplayName("each part is done in its order, those without items as well, before an item of a later one is given")
  void inOrder(boolean partsOnWorkers, boolean restOnWorkers, int chunk) throws Exception {
    List<Integer> given = new ArrayList<>();
    try (FusedRun run = run(partsOnWorkers, restOnWorkers, chunk, -1); PipelineIterator<Integer> row = run.open()) {
      while (row.nextChunk(chunk) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
        given.addAll(items);
        assertThat(done).isEqualTo(IteratorLaws.numbers(done.size())).contains(items.getLast() / 10);
        if (chunk == 1) {
          assertThat(done).as("none before its turn").endsWith(items.getLast() / 10);
        }
      }
      assertThat(run.figures()).extracting(StageFigures::items)
          .containsExactly((long) itemsOf(IteratorLaws.numbers(ITEMS)).size(), (long) given.size(),
              (long) given.size());
    }
    assertThat(given).isEqualTo(expected());
    assertThat(done).isEqualTo(IteratorLaws.numbers(ITEMS));
  }

  @ParameterizedTest
  @CsvSource({"true,true,1", "false,false,1", "true,false,9"})
  @DisplayName("a part whose end is no end to go on from ends the run behind the parts before it")
  void fails(boolean partsOnWorkers, boolean restOnWorkers, int chunk) throws Exception {
    for (int failing : new int[] {0, 1, 41, 42, 43, ITEMS - 1}) {
      done.clear();
      try (FusedRun run = run(partsOnWorkers, restOnWorkers, chunk, failing)) {
        assertThat(catchThrowable(run::items)).isInstanceOf(PipelineException.class)
            .hasMessageContaining("nothing to go on with");
        assertThat(done).isEqualTo(IteratorLaws.numbers(failing + 1));
        run.isOver();
      }
    }
  }
}
