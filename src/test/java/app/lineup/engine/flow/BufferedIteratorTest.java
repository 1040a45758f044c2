package app.lineup.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BufferedIteratorTest {

  private final List<Integer> asked = new ArrayList<>();

  /// Gives at most three at a time.
  private PipelineIterator<Integer> inThrees(int items) {
    PipelineIterator<Integer> all = PipelineIterator.of(IteratorLaws.numbers(items));
    return new PipelineIterator<>() {
      @Override
      public IteratorResult<Integer> nextChunk(int maxItems) throws PipelineException, InterruptedException {
        asked.add(maxItems);
        return all.nextChunk(Math.min(3, maxItems));
      }

      @Override
      public void close() {
        all.close();
      }
    };
  }

  private static int size(IteratorResult<Integer> result) {
    return switch (result) {
      case IteratorResult.Items<Integer>(List<Integer> items) -> items.size();
      case IteratorResult.Finished<Integer>() -> 0;
    };
  }

  @Test
  void smallChunksBecomeWholeOnes() throws Exception {
    var buffered = new BufferedIterator<>(inThrees(20), () -> 1);
    assertThat(size(buffered.nextChunk(8))).isEqualTo(8);
    assertThat(size(buffered.nextChunk(100))).isEqualTo(12);
    assertThat(size(buffered.nextChunk(8))).isZero();
  }

  @Test
  void aStageBelowEnlargesWhatIsAskedAbove() throws Exception {
    var buffered = new BufferedIterator<>(PipelineIterator.of(IteratorLaws.numbers(20)), () -> 10);
    assertThat(size(buffered.nextChunk(4))).isEqualTo(4);
    assertThat(size(buffered.nextChunk(4))).isEqualTo(4);
    assertThat(size(buffered.nextChunk(15))).as("all that is left").isEqualTo(12);
    var pulling = new BufferedIterator<>(inThrees(20), () -> 10);
    assertThat(size(pulling.nextChunk(2))).isEqualTo(2);
    assertThat(size(pulling.nextChunk(12))).isEqualTo(12);
    assertThat(asked).containsExactly(10, 12, 12, 12, 12);
  }
}
