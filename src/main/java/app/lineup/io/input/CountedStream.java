package app.lineup.io.input;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Bytes that come from outside, counted and bounded. Not thread-safe; used by one thread,
/// but for [#bytes].
final class CountedStream extends FilterInputStream {

  private final InputLimits limits;
  private final LongConsumer bytesSoFar;
  private final boolean closes;
  /// Asked by whoever waits for the thread that reads.
  private volatile long bytes;
  private boolean ended;

  /// @param bytesSoFar told after each read
  /// @param closes     whether `from` is closed with this
  CountedStream(InputStream from, InputLimits limits, LongConsumer bytesSoFar, boolean closes) {
    super(from);
    this.limits = limits;
    this.bytesSoFar = bytesSoFar;
    this.closes = closes;
  }

  /// How many came so far.
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count > 0) {
      long sum = bytes + count;
      bytes = sum;
      if (sum > limits.maxExpandedBytes()) {
        throw new TooMuchException();
      }
      bytesSoFar.accept(sum);
    }
    ended |= count < 0;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(8192, Math.max(0, count))];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  /// Never 0 before the end: unpackers ask it whether another member follows, and a pipe does not know.
  @Override
  public int available() {
    return ended ? 0 : 1;
  }

  @Override
  public void close() throws IOException {
    if (closes) {
      super.close();
    }
  }

  static PipelineException tooMuch(String label, InputLimits limits) {
    return new PipelineException(Kind.USER, label,
        "more than " + Wording.ofBytes(limits.maxExpandedBytes()) + " came, the limit",
        "Check that what is piped in is a list.");
  }

  /// More came than the limits allow.
  static final class TooMuchException extends IOException {

    private static final long serialVersionUID = 1;
  }
}
