package app.lineup.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.pipeline.StageType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final TerminalPrinter voice = new TerminalPrinter(said, StandardCharsets.UTF_8);

  @Test
  void tellsStageChannelsRateAndBytes() {
    RunSnapshot before = snapshot(Duration.ofMillis(250), 1_000, 0, 50_000);
    RunSnapshot now = snapshot(Duration.ofMillis(500), 2_000, 1_500, 2_100_000);
    assertThat(Progress.line(before, now)).isEqualTo("Writing: 1,500 channels, 6,000/s, 2.1 MB");
  }

  @Test
  void tellsBytesWhileThereAreNoChannels() {
    RunSnapshot now = snapshot(Duration.ofMillis(500), 0, 0, 2_100_000);
    assertThat(Progress.line(now, now)).isEqualTo("Loading: 2.1 MB");
  }

  @Test
  void erasesItsLineAndWritesNothingAfter() throws InterruptedException {
    var telemetry = new RunTelemetry(StageType.ids());
    var drawn = new CountDownLatch(1);
    var ticker = new AtomicReference<Thread>();
    var watched = new TerminalPrinter(new ByteArrayOutputStream() {
      @Override
      public synchronized void write(byte[] bytes, int from, int length) {
        said.write(bytes, from, length);
        drawn.countDown();
      }
    }, StandardCharsets.UTF_8);
    try (var _ = Progress.of(telemetry, watched, true, work -> {
      ticker.set(new Thread(work));
      return ticker.get();
    })) {
      drawn.await();
    }
    ticker.get().join();
    String all = said.toString(StandardCharsets.UTF_8);
    assertThat(all).startsWith("\rLoading…").endsWith("\r" + " ".repeat("Loading…".length()) + "\r");
  }

  @Test
  void isSilentWhereNobodyWatches() {
    try (var _ = Progress.of(new RunTelemetry(StageType.ids()), voice, false, work -> {
      throw new AssertionError("no thread is needed");
    })) {
      assertThat(said.size()).isZero();
    }
    assertThat(said.size()).isZero();
  }

  private static RunSnapshot snapshot(Duration elapsed, long loaded, long generated, long bytes) {
    return new RunSnapshot(elapsed, List.of(
        new StageFigures("source_loading", "", StageMeter.State.RUNNING, loaded, bytes),
        new StageFigures("m3u_generation", "", StageMeter.State.RUNNING, generated, 0),
        new StageFigures("output", "", StageMeter.State.RUNNING, 0, 0)));
  }
}
