package app.lineup.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class MultiSourceIteratorTest {

  private static final int ITEMS = 3;

  /// Three items a source.
  private static PipelineIterator<String> open(int source) {
    return PipelineIterator.of(IntStream.range(0, ITEMS).mapToObj(item -> source + "." + item).toList());
  }

  @TestFactory
  Stream<DynamicTest> laws() {
    return IteratorLaws.ofStage(
        upstream -> new MultiSourceIterator<>(upstream, MultiSourceIteratorTest::open, (_, chunk) -> chunk),
        sources -> sources.stream()
            .flatMap(source -> IntStream.range(0, ITEMS).mapToObj(item -> source + "." + item)).toList());
  }

  @TestFactory
  Stream<DynamicTest> lawsWhereMostIsHeldBack() {
    return IteratorLaws.ofStage(
        upstream -> new MultiSourceIterator<>(upstream, MultiSourceIteratorTest::open,
            (source, chunk) -> source % 10 == 1 ? chunk : List.of()),
        sources -> sources.stream().filter(source -> source % 10 == 1)
            .flatMap(source -> IntStream.range(0, ITEMS).mapToObj(item -> source + "." + item)).toList());
  }

  @Test
  void aSourceSaysWhatItsEndMeans() throws Exception {
    List<String> told = new ArrayList<>();
    var opener = new MultiSourceIterator.Opener<Integer, String>() {
      @Override
      public PipelineIterator<String> open(Integer source) {
        told.add("open " + source);
        return source == 2 ? PipelineIterator.of(List.of()) : MultiSourceIteratorTest.open(source);
      }

      @Override
      public void ended(Integer source, long items) throws PipelineException {
        told.add("end " + source + " after " + items);
        if (items == 0) {
          throw new PipelineException(PipelineException.Kind.USER, "source " + source, "it is empty", "");
        }
      }
    };
    try (var all = new MultiSourceIterator<>(PipelineIterator.of(List.of(1, 2, 3)), opener, (_, chunk) -> chunk)) {
      assertThat(all.nextChunk(10)).isInstanceOf(IteratorResult.Items.class);
      assertThatThrownBy(() -> all.nextChunk(10)).isInstanceOf(PipelineException.class).hasMessage("it is empty");
    }
    assertThat(told).containsExactly("open 1", "end 1 after 3", "open 2", "end 2 after 0");
  }
}
