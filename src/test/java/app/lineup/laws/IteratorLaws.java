package app.lineup.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// What each implementation of [PipelineIterator] keeps.
public final class IteratorLaws {

  private static final int[] SIZES = {0, 1, 2, 7, 1000};
  private static final int[] CHUNKS = {1, 3, 250, 5000};
  private static final int ITEMS = 40;
  private static final int CHUNK = 4;

  private IteratorLaws() {}

  /// Makes an iterator over `items` items of its own.
  @FunctionalInterface
  public interface Maker<T> {
    PipelineIterator<T> of(int items) throws Exception;
  }

  /// Puts the iterator under test on an upstream.
  @FunctionalInterface
  public interface Attacher<T> {
    PipelineIterator<T> over(Probe upstream) throws Exception;
  }

  /// The laws for an iterator that pulls from nobody.
  ///
  /// @param expected what it gives for that many items
  public static <T> Stream<DynamicTest> ofSource(Maker<T> maker, Function<Integer, List<T>> expected) {
    Stream<DynamicTest> items = IntStream.of(SIZES).boxed()
        .flatMap(size -> IntStream.of(CHUNKS).mapToObj(chunk -> dynamicTest(
        size + " items, " + chunk + " at most", () -> gives(maker.of(size), chunk, expected.apply(size)))));
    return Stream.concat(items, Stream.of(dynamicTest("closed early and twice", () -> closesEarly(maker))));
  }

  /// The laws for an iterator that pulls from another.
  ///
  /// @param expected what it gives for the numbers that go in
  public static <T> Stream<DynamicTest> ofStage(Attacher<T> attacher, Function<List<Integer>, List<T>> expected) {
    Stream<DynamicTest> items = ofSource(size -> attacher.over(Probe.of(size)), size -> expected.apply(numbers(size)));
    return Stream.concat(items, Stream.of(
        dynamicTest("closes its upstream at the end", () -> closesUpstream(attacher)),
        dynamicTest("closes its upstream early", () -> closesUpstreamEarly(attacher)),
        dynamicTest("a failure at each pull passes, and the upstream is closed", () -> passesFailures(attacher)),
        dynamicTest("cancelling at each pull passes, and the upstream is closed", () -> passesInterrupts(attacher))));
  }

  /// The numbers from 0 on.
  public static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static <T> void gives(PipelineIterator<T> iterator, int maxItems, List<T> expected) throws Exception {
    List<T> all = new ArrayList<>();
    try (iterator) {
      while (iterator.nextChunk(maxItems) instanceof IteratorResult.Items<T>(List<T> chunk)) {
        assertThat(chunk).hasSizeBetween(1, maxItems);
        all.addAll(chunk);
      }
    }
    assertThat(all).isEqualTo(expected);
  }

  private static <T> void closesEarly(Maker<T> maker) throws Exception {
    PipelineIterator<T> unread = maker.of(1000);
    unread.close();
    unread.close();
    PipelineIterator<T> begun = maker.of(1000);
    assertThat(begun.nextChunk(1)).isInstanceOf(IteratorResult.Items.class);
    begun.close();
    begun.close();
  }

  private static <T> void closesUpstream(Attacher<T> attacher) throws Exception {
    var upstream = Probe.of(10);
    PipelineIterator<T> iterator = attacher.over(upstream);
    while (iterator.nextChunk(3) instanceof IteratorResult.Items) {
      assertThat(upstream.closes()).isZero();
    }
    iterator.close();
    assertThat(upstream.closes()).isPositive();
  }

  private static <T> void closesUpstreamEarly(Attacher<T> attacher) throws Exception {
    var upstream = Probe.of(1000);
    PipelineIterator<T> iterator = attacher.over(upstream);
    iterator.nextChunk(2);
    iterator.close();
    // Not before: an iterator that works ahead on another thread goes on until it is closed.
    int pulls = upstream.pulls();
    assertThat(pulls).as("reads ahead within bounds").isLessThan(100);
    iterator.close();
    assertThat(upstream.closes()).isPositive();
    assertThat(upstream.pulls()).isEqualTo(pulls);
    assertThat(upstream.isAbused()).isFalse();
  }

  private static <T> void passesFailures(Attacher<T> attacher) throws Exception {
    for (int pull = 0; pull < pullsFor(attacher); pull++) {
      var upstream = Probe.failing(ITEMS, pull);
      Throwable failure = failureOf(attacher.over(upstream));
      assertThat(failure).isInstanceOf(PipelineException.class).hasMessage("failed at pull " + pull);
      assertThat(upstream.closes()).isPositive();
    }
  }

  private static <T> void passesInterrupts(Attacher<T> attacher) throws Exception {
    for (int pull = 0; pull < pullsFor(attacher); pull++) {
      var upstream = Probe.interrupted(ITEMS, pull);
      assertThat(failureOf(attacher.over(upstream))).isInstanceOf(InterruptedException.class);
      assertThat(upstream.closes()).isPositive();
    }
  }

  private static <T> int pullsFor(Attacher<T> attacher) throws Exception {
    var upstream = Probe.of(ITEMS);
    assertThat(failureOf(attacher.over(upstream))).isNull();
    assertThat(upstream.pulls()).isGreaterThan(3);
    return upstream.pulls();
  }

  private static <T> Throwable failureOf(PipelineIterator<T> iterator) {
    try (iterator) {
      return catchThrowable(() -> {
        while (iterator.nextChunk(CHUNK) instanceof IteratorResult.Items) {
          Thread.onSpinWait();
        }
      });
    }
  }
}
