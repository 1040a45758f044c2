package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class WatchedIteratorTest {

  private static PullSizer pace(RunObserver observer) {
    return new PullSizer(new MemoryMonitor(new FakeGauge(), 1000, InstantSource.fixed(Instant.EPOCH)),
        OptionalInt.empty(),
        observer);
  }

  @TestFactory
  Stream<DynamicTest> laws() {
    return IteratorLaws.ofStage(
        upstream -> new WatchedIterator<>(upstream, "s", StageMeter.unwatched(), RunObserver.none(),
            pace(RunObserver.none())), Function.identity());
  }

  @Test
  @DisplayName("what passes is counted, start and end are told once")
  void counts() throws Exception {
    List<RunEvent> told = new ArrayList<>();
    var telemetry = new RunTelemetry(List.of("s"));
    try (var watched = new WatchedIterator<>(Probe.of(25), "s", telemetry.stage("s"), told::add, pace(told::add))) {
      assertThat(told).isEmpty();
      assertThat(telemetry.snapshot().stages().getFirst().state()).isEqualTo(StageMeter.State.WAITING);
      while (watched.nextChunk(4) instanceof IteratorResult.Items) {
        assertThat(telemetry.snapshot().stages().getFirst().state()).isEqualTo(StageMeter.State.RUNNING);
        assertThat(telemetry.stage("s").load().chunkItems()).isEqualTo(4);
      }
      assertThat(telemetry.stage("s").load().chunkItems()).isZero();
    }
    assertThat(told).containsExactly(new RunEvent.StageStarted("s"), new RunEvent.StageEnded("s", 25));
    assertThat(telemetry.snapshot().stages().getFirst().items()).isEqualTo(25);
    assertThat(telemetry.snapshot().stages().getFirst().state()).isEqualTo(StageMeter.State.ENDED);
  }

  @Test
  @DisplayName("an interrupt of the run's thread cancels at the next pull, before anything is pulled")
  void cancels() {
    var upstream = Probe.of(10);
    try (var watched = new WatchedIterator<>(upstream, "s", StageMeter.unwatched(), RunObserver.none(),
        pace(RunObserver.none()))) {
      Thread.currentThread().interrupt();
      assertThat(catchThrowable(() -> watched.nextChunk(4))).isInstanceOf(InterruptedException.class);
    }
    assertThat(upstream.pulls()).isZero();
    assertThat(upstream.closes()).isPositive();
    assertThat(Thread.interrupted()).isFalse();
  }
}
