package app.lineup.io.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.LongSupplier;

/// Unpacked bytes, up to what the limits allow. Not thread-safe; used by one thread.
final class BoundedStream extends FilterInputStream {

  private final InputLimits limits;
  private final LongSupplier packedBytes;
  private long bytes;

  /// @param unpacked    what is read
  /// @param packedBytes how many bytes it comes from; those read so far, where nobody knows how many there are
  BoundedStream(InputStream unpacked, InputLimits limits, LongSupplier packedBytes) {
    super(unpacked);
    this.limits = limits;
    this.packedBytes = packedBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count;
    try {
      count = super.read(into, offset, length);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Unchecked ones come from unpackers that meet nonsense; the overflow from the JDK's gzip stream, which goes one
      // call deeper for each empty member, and only a hostile file has thousands of them.
      throw new DamagedException(e);
    }
    if (count > 0) {
      bytes += count;
      check();
    }
    return count;
  }

  private void check() throws ExpansionException {
    if (bytes > limits.maxExpandedBytes()) {
      throw new ExpansionException("more than " + Wording.ofBytes(limits.maxExpandedBytes()));
    }
    if (bytes > limits.freeBytes() && bytes / limits.maxRatio() > packedBytes.getAsLong()) {
      throw new ExpansionException("more than " + limits.maxRatio() + " times its size");
    }
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(8192, Math.max(0, count))];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  /// More came out than the limits allow; the message ends the sentence "it unpacks to …".
  static final class ExpansionException extends IOException {

    private static final long serialVersionUID = 1;

    ExpansionException(String message) {
      super(message);
    }
  }
}
