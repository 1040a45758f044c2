package app.lineup.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A thread's time counts for one stage at a time. No test asks how long anything took, only whether parts exceed the
/// whole.
final class BusyTimeTest {

  private static final long SOME_NANOS = 200_000;

  private final RunTelemetry telemetry = new RunTelemetry(List.of("above", "below"));

  /// Works until the clock has gone on.
  private static void work() {
    long from = System.nanoTime();
    while (System.nanoTime() - from < SOME_NANOS) {
      Thread.onSpinWait();
    }
  }

  private static long nanos(RunTelemetry of, String stage) {
    return of.facts().stream().filter(facts -> facts.stage().equals(stage)).mapToLong(facts -> facts.busy().toNanos())
        .sum();
  }

  @Test
  @DisplayName("what is done for another stage in the midst of it does not count twice")
  void nested() {
    long from = System.nanoTime();
    try (var _ = BusyTime.of(telemetry.stage("below"))) {
      work();
      try (var _ = BusyTime.of(telemetry.stage("above"))) {
        work();
      }
      work();
    }
    long all = System.nanoTime() - from;
    assertThat(nanos(telemetry, "above")).isGreaterThanOrEqualTo(SOME_NANOS);
    assertThat(nanos(telemetry, "below")).isGreaterThanOrEqualTo(2 * SOME_NANOS);
    assertThat(nanos(telemetry, "above") + nanos(telemetry, "below")).isLessThanOrEqualTo(all);
  }

  @Test
  @DisplayName("what is waited for counts for nobody")
  void waiting() {
    long from = System.nanoTime();
    try (var _ = BusyTime.of(telemetry.stage("below"))) {
      try (var _ = BusyTime.ofNobody()) {
        work();
      }
    }
    assertThat(nanos(telemetry, "below")).isLessThanOrEqualTo(System.nanoTime() - from - SOME_NANOS);
  }

  @Test
  @DisplayName("stages that are run within another count for it, too, and only there in its run")
  void within() {
    var inner = RunTelemetry.within(telemetry.stage("below"), List.of("scan"));
    try (var _ = BusyTime.of(telemetry.stage("below"))) {
      try (var _ = BusyTime.of(inner.stage("scan"))) {
        work();
      }
    }
    assertThat(nanos(inner, "scan")).isGreaterThanOrEqualTo(SOME_NANOS);
    assertThat(nanos(telemetry, "below")).isGreaterThanOrEqualTo(nanos(inner, "scan"));
    assertThat(nanos(telemetry, "above")).isZero();
  }

  @Test
  @DisplayName("a rate is what is given on by the time that it took, none where no time was measured")
  void rate() {
    assertThat(facts(Duration.ofMillis(500)).itemsPerSecond()).isEqualTo(2000);
    assertThat(facts(Duration.ZERO).itemsPerSecond()).isZero();
  }

  private static StageFacts facts(Duration busy) {
    return new StageFacts("s", List.of("one", "other"), 1000, 0, busy, 0, "");
  }

  @Test
  @DisplayName("the peak is read where the system says it")
  void peak() {
    assertThat(PeakRss.bytes("Name:\tjava\nVmHWM:\t    2048 kB\nVmRSS:\t 1024 kB\n")).hasValue(2 * 1024 * 1024);
    assertThat(PeakRss.bytes("Name:\tjava\n")).isEmpty();
  }
}
