package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.model.Numbering;
import app.lineup.model.Target;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run whose reader goes away (`| head`) stops reading its source, whatever lies between.
final class EarlyEndTest {

  private static final byte[] LIST =
      ("#EXTM3U\n" + "#EXTINF:-1 tvg-id=\"some\",A channel\nhttp://h/a\n".repeat(500_000))
      .getBytes(StandardCharsets.UTF_8);
  private static final long TAKEN = 1_000_000;
  /// The head of the list, and what may be under way: blocks on the bridge and with the workers, chunks, buffers.
  private static final long AHEAD = 8_000_000;

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0} threads, numbered from {1}")
  @CsvSource({"1, 0", "2, 0", "1, 5", "2, 5", "4, 5"})
  @DisplayName("no more is read than what was under way when the reader went away, and nothing afterwards")
  void stopsReading(int threads, int first) {
    var source = new Counted();
    var run = new TestRun(folder).piped(source).threads(threads).to(new Target.OfStream(new Leaving(), "the reader"))
        .numbering(first == 0 ? new Numbering.None() : new Numbering.From(first));
    assertThat(catchThrowableOfType(PipelineException.class, run::runOnly)).isNotNull();
    long atEnd = source.bytes.get();
    assertThat(atEnd).isBetween(TAKEN / 2, TAKEN + AHEAD).isLessThan(LIST.length / 2);
    assertThat(source.isRead()).as("somebody still reads").isFalse();
    assertThat(source.bytes.get()).isEqualTo(atEnd);
  }

  /// Counts what is read, and knows whether a read is under way.
  private static final class Counted extends InputStream {

    private final InputStream list = new ByteArrayInputStream(LIST);
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean read;

    boolean isRead() {
      return read;
    }

    @Override
    public int read() {
      throw new AssertionError("byte by byte");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      read = true;
      int count = list.read(into, offset, length);
      bytes.addAndGet(Math.max(0, count));
      read = false;
      return count;
    }
  }

  /// A reader that goes away.
  private static final class Leaving extends OutputStream {

    private long bytes;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      bytes += length;
      if (bytes > TAKEN) {
        throw new IOException("Broken pipe");
      }
    }
  }
}
