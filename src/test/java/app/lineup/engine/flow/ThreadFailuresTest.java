package app.lineup.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CrossedFailureTest {

  static Stream<Throwable> failures() {
    return Stream.of(new PipelineException(PipelineException.Kind.EXTERNAL, "a list", "it is gone", ""),
        new IllegalArgumentException("a fault"), new OutOfMemoryError("none left"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isThrownAsItIs(Throwable failure) {
    assertThatThrownBy(() -> ThreadFailures.rethrow(failure)).isSameAs(failure);
    assertThatThrownBy(() -> ThreadFailures.resultOf(CompletableFuture.failedFuture(failure))).isSameAs(failure);
  }

  @Test
  void whatNobodyExpectsIsAFault() {
    var failure = new IOException("unread");
    assertThatThrownBy(() -> ThreadFailures.rethrow(failure)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ThreadFailures.resultOf(CompletableFuture.failedFuture(failure)))
        .isInstanceOf(IllegalStateException.class).hasRootCause(failure);
  }

  @Test
  void whatWasCancelledEndsAsAnInterrupt() {
    var work = new CompletableFuture<String>();
    work.cancel(true);
    assertThatThrownBy(() -> ThreadFailures.resultOf(work)).isInstanceOf(InterruptedException.class);
    var interrupt = new InterruptedException("stopped");
    assertThatThrownBy(() -> ThreadFailures.rethrow(interrupt)).isSameAs(interrupt);
  }

  @Test
  void nothingIsThrownWhereNothingFailed() throws Exception {
    assertThatCode(() -> ThreadFailures.rethrow(null)).doesNotThrowAnyException();
    assertThat(ThreadFailures.resultOf(CompletableFuture.completedFuture("made"))).isEqualTo("made");
  }
}
