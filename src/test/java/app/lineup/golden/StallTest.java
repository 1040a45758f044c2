package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lineup.model.Deduplication;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Tuning;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// `CLI-92`: a list that stops coming in the middle ends the run in time, by its name, wherever that is; the old
/// playlist stays.
@Timeout(60)
final class StallTest {

  private static final Duration SHORT = Duration.ofMillis(80);
  private static final String LIST = "#EXTM3U\n" + "#EXTINF:-1 tvg-chno=\"7\",A\nhttp://h/a\n".repeat(60_000);

  private final CountDownLatch over = new CountDownLatch(1);

  @TempDir
  private Path folder;

  @AfterEach
  void letGo() {
    over.countDown();
  }

  private TestRun run() throws IOException {
    Files.writeString(folder.resolve("out.m3u"), "the last good one");
    return new TestRun(folder).patience(SHORT);
  }

  private void isStuck(TestRun run, String subject) {
    PipelineException failure = catchThrowableOfType(PipelineException.class, run::runOnly);
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.subject()).isEqualTo(subject);
    assertThat(failure.kind()).isEqualTo(PipelineException.Kind.EXTERNAL);
    assertThat(failure.what()).isEqualTo("nothing came from it for 80 ms, and it seems to be stuck");
    assertThat(failure.advice()).contains("--chunk-timeout");
    assertThat(folder.resolve("out.m3u")).hasContent("the last good one");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Before the first byte, where it is told what it is; in what is looked at before the run; behind it.
  @ParameterizedTest(name = "after {0} bytes, {1} threads")
  @CsvSource({"0, 2", "5, 2", "20000, 1", "500000, 1", "500000, 2", "1500000, 2"})
  void plainPipe(int bytes, int threads) throws Exception {
    isStuck(run().piped(new Stalling(bytes(LIST), bytes, true)).threads(threads), "standard input");
    isStuck(run().piped(new Stalling(bytes(LIST), bytes, true)).threads(threads).keep(), "standard input");
  }

  @ParameterizedTest(name = "a {0} pipe")
  @EnumSource(value = PackedRowsTest.Packing.class)
  void packedPipe(PackedRowsTest.Packing packing) throws Exception {
    byte[] packed = packing.pack(LIST);
    isStuck(run().piped(new Stalling(packed, 5, true)).threads(2), "standard input");
    isStuck(run().piped(new Stalling(packed, packed.length / 2, true)).threads(2), "standard input");
    isStuck(run().piped(new Stalling(packed, packed.length / 2, true)).keep(), "standard input");
  }

  @ParameterizedTest(name = "loaded by {0}")
  @CsvSource({"minimal_loader", "inmemory_full", "batched_loader", "database_spill"})
  @DisplayName("whichever strategy reads it, fused or not")
  void everyLoader(String loader) throws Exception {
    var tuning = new Tuning(Map.of(StageType.SOURCE_LOADING.id(), loader), OptionalInt.empty(), Deduplication.URL);
    isStuck(run().piped(new Stalling(bytes(LIST), 500_000, true)).threads(2).tuning(tuning), "standard input");
  }

  @Test
  @DisplayName("a read that no interrupt ends is left behind")
  void deaf() throws Exception {
    isStuck(run().piped(new Stalling(bytes(LIST), 500_000, false)).threads(2), "standard input");
    isStuck(run().piped(new Stalling(bytes(LIST), 100, false)).threads(2), "standard input");
  }

  @Test
  @DisplayName("a pipe by its name: nobody opens its other end; somebody does and then writes no more")
  void named() throws Exception {
    Path fifo = folder.resolve("fifo.m3u");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there are pipes with names");
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", fifo.toString()).start().waitFor()).isZero();
    isStuck(run().file(fifo), fifo.toString());
    // Opened for both, it waits for nobody; whoever still waits to open it goes on.
    try (var other = new RandomAccessFile(fifo.toFile(), "rw")) {
      other.write(bytes(LIST.substring(0, 3000)));
      isStuck(run().file(fifo), fifo.toString());
    }
  }

  @Test
  @DisplayName("who is only slow is waited for")
  void slow() throws Exception {
    var run = new TestRun(folder).patience(Duration.ofMinutes(1)).threads(2);
    var stalling = new Stalling(bytes(LIST), 500_000, true);
    stalling.goesOn = over::countDown;
    assertThat(run.piped(stalling).run().text()).isEqualTo(LIST);
  }

  /// Gives some bytes and then waits until the test is over.
  private final class Stalling extends InputStream {

    private final ByteArrayInputStream from;
    private final boolean hears;
    private Runnable goesOn = () -> {};
    private int left;

    /// @param hears whether an interrupt ends its read
    Stalling(byte[] list, int bytes, boolean hears) {
      this.from = new ByteArrayInputStream(list);
      this.left = bytes;
      this.hears = hears;
    }

    @Override
    public int read() {
      throw new AssertionError("byte by byte");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        goesOn.run();
        await();
        return from.read(into, offset, length);
      }
      int count = from.read(into, offset, Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }

    private void await() throws IOException {
      while (over.getCount() > 0) {
        try {
          over.await();
        } catch (InterruptedException e) {
          if (hears) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
          }
        }
      }
    }
  }
}
