package app.lineup.gui.channels.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.problem.PipelineException;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FoundAgainTest {

  private static BitSet indexes(int... indexes) {
    var bits = new BitSet();
    IntStream.of(indexes).forEach(bits::set);
    return bits;
  }

  @Test
  void channelsAreFoundWhereTheyStandNow() throws PipelineException, InterruptedException {
    var old = new FakeLineup("A", 5000);
    var next = new FakeLineup("A", 5000).without(0, 3, 1500, 4000);
    FoundAgain again = FoundAgain.of(old, indexes(1, 3, 4, 2000, 4000, 4999), next);
    assertThat(IntStream.of(1, 3, 4, 2000, 4000, 4999).map(again)).containsExactly(0, -1, 2, 1997, -1, 4995);
    assertThat(again.applyAsInt(2)).as("nobody asked for it").isNegative();
  }

  @Test
  void oneWhoseEntryHasChangedIsFoundByItsKey() throws PipelineException, InterruptedException {
    FoundAgain again = FoundAgain.of(new FakeLineup("Old", 100), indexes(7, 99), new FakeLineup("New", 50));
    assertThat(again.applyAsInt(7)).isEqualTo(7);
    assertThat(again.applyAsInt(99)).isNegative();
  }

  @Test
  void manyAreFound() throws PipelineException, InterruptedException {
    var all = new BitSet();
    all.set(0, 3000);
    FoundAgain again = FoundAgain.of(new FakeLineup("A", 3000), all, new FakeLineup("A", 3000).without(10));
    assertThat(IntStream.range(11, 3000)).allMatch(index -> again.applyAsInt(index) == index - 1);
    assertThat(again.applyAsInt(10)).isNegative();
  }
}
