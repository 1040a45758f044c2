package app.lineup.io.http;

import app.lineup.files.OwnerOnly;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/// Takes the body of an answer, as a whole into memory or block by block into a file. Not thread-safe; used by one
/// thread.
final class Download {

  private static final int BLOCK_BYTES = 64 * 1024;
  private static final Set<OpenOption> AFRESH =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

  private final Answer answer;
  private final FetchLimits limits;
  private final Failures failures;

  Download(Answer answer, FetchLimits limits, Failures failures) {
    this.answer = answer;
    this.limits = limits;
    this.failures = failures;
  }

  /// The body in memory, where it is no larger than it may be.
  Reply whole() throws PipelineException, InterruptedException {
    if (saysTooMuch()) {
      return new Reply.TooLarge();
    }
    try {
      byte[] bytes = decoded().readNBytes((int) Math.min(Integer.MAX_VALUE, limits.maxBytes() + 1));
      if (bytes.length > limits.maxBytes()) {
        return new Reply.TooLarge();
      }
      passOver();
      var headers = answer.headers();
      return new Reply.Whole(bytes, new Validators(headers.firstValue("ETag"), headers.firstValue("Last-Modified")));
    } catch (IOException e) {
      throw ended(e, answer.body().receivedBytes());
    }
  }

  /// Reads the body of a refusal, unless it is long, so that its connection can be used for the next request.
  Reply refused() throws PipelineException, InterruptedException {
    try {
      passOver();
      return new Reply.Refused(answer.status());
    } catch (IOException e) {
      throw ended(e, answer.body().receivedBytes());
    }
  }

  private void passOver() throws IOException {
    long _ = answer.body().skip(limits.maxBytes());
  }

  /// The body in a file; after a failure the file is gone.
  ///
  /// @param bytesSoFar is told how many bytes were written, now and then
  Fetched store(Path into, LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    if (saysTooMuch()) {
      throw failures.tooLarge();
    }
    try {
      long written = write(into, bytesSoFar);
      return new Fetched(written, answer.headers().firstValue("ETag"), answer.headers().firstValue("Last-Modified"));
    } catch (PipelineException | InterruptedException | RuntimeException e) {
      discard(into, e);
      throw e;
    }
  }

  private boolean saysTooMuch() {
    return answer.headers().firstValueAsLong("Content-Length").orElse(0) > limits.maxBytes();
  }

  private long write(Path into, LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    try (SeekableByteChannel file = Files.newByteChannel(into, AFRESH, OwnerOnly.fileAttributes(into))) {
      return copy(file, bytesSoFar);
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw failures.notStored(e);
    }
  }

  private long copy(SeekableByteChannel file, LongConsumer bytesSoFar)
      throws IOException, PipelineException, InterruptedException {
    byte[] block = new byte[BLOCK_BYTES];
    long written = 0;
    InputStream in = begun();
    for (int count = read(in, block, 0); count >= 0; count = read(in, block, written)) {
      written += count;
      if (written > limits.maxBytes()) {
        throw failures.tooLarge();
      }
      var left = ByteBuffer.wrap(block, 0, count);
      while (left.hasRemaining()) {
        file.write(left);
      }
      bytesSoFar.accept(written);
    }
    // Unpacking stops where the packed data ends, and takes a break there for that end: the body itself has the word.
    while (read(answer.body(), block, written) >= 0) {
      // Nobody wants it.
    }
    if (written == 0) {
      throw failures.empty();
    }
    return written;
  }

  private int read(InputStream in, byte[] block, long written) throws PipelineException, InterruptedException {
    try {
      return in.read(block);
    } catch (IOException e) {
      throw ended(e, written);
    }
  }

  private InputStream begun() throws PipelineException, InterruptedException {
    try {
      return decoded();
    } catch (IOException e) {
      throw ended(e, 0);
    }
  }

  /// The body without the packing that the server put around it for the way; a list that is itself a `.gz` stays one.
  private InputStream decoded() throws IOException, PipelineException {
    String encoding = answer.headers().firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity", "none" -> answer.body();
      case "gzip", "x-gzip" -> gunzipped();
      default -> throw failures.encoded(encoding);
    };
  }

  private InputStream gunzipped() throws IOException {
    var in = new PushbackInputStream(answer.body(), 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    // Servers that only say gzip exist; what they send is taken as it is.
    boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    return packed ? new GZIPInputStream(in, BLOCK_BYTES) : in;
  }

  private static void discard(Path into, Exception failure) {
    try {
      Files.deleteIfExists(into);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /// What a break of the body after so many bytes means to the caller.
  private PipelineException ended(IOException why, long bytes) throws InterruptedException {
    if (why instanceof InterruptedIOException) {
      throw interrupted(why);
    }
    return failures.broken(bytes, why);
  }

  /// Interruption as the exception that carries it, with the thread's mark cleared.
  private static InterruptedException interrupted(IOException why) {
    Thread.interrupted();
    var cancelled = new InterruptedException("download cancelled");
    cancelled.initCause(why);
    return cancelled;
  }
}
