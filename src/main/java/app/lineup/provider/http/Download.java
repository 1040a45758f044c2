package app.lineup.provider.http;

import app.lineup.files.OwnerOnly;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayOutputStream;
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

/// Takes the body of an answer, block by block, into a file or into memory. Not thread-safe; used by one thread.
final class Download {

  private static final int BLOCK_BYTES = 64 * 1024;
  private static final Set<OpenOption> AFRESH =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

  private final FetchLimits limits;
  private final Failures failures;
  private final LongConsumer bytesSoFar;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
  private long written;

  Download(FetchLimits limits, Failures failures, LongConsumer bytesSoFar) {
    this.limits = limits;
    this.failures = failures;
    this.bytesSoFar = bytesSoFar;
  }

  Fetched store(Answer answer, Path into) throws PipelineException, InterruptedException {
    if (answer.headers().firstValueAsLong("Content-Length").orElse(0) > limits.maxBytes()) {
      throw failures.tooLarge();
    }
    try {
      write(decoded(answer), answer.body(), into);
    } catch (PipelineException | InterruptedException | RuntimeException e) {
      discard(into, e);
      throw e;
    }
    return new Fetched(written, answer.headers().firstValue("ETag"), answer.headers().firstValue("Last-Modified"));
  }

  /// The body in memory, as far as it may be there.
  Reply whole(Answer answer) throws PipelineException, InterruptedException {
    if (answer.headers().firstValueAsLong("Content-Length").orElse(0) > limits.maxBytes()) {
      return new Reply.TooLarge();
    }
    var bytes = new ByteArrayOutputStream();
    InputStream in = decoded(answer);
    while (fill(in)) {
      written += block.remaining();
      if (written > limits.maxBytes()) {
        return new Reply.TooLarge();
      }
      bytes.write(block.array(), 0, block.limit());
    }
    passOver(answer);
    var headers = answer.headers();
    return new Reply.Whole(
        bytes.toByteArray(), new Validators(headers.firstValue("ETag"), headers.firstValue("Last-Modified")));
  }

  /// Reads what is left of a short body, so that its connection can be used for the next request.
  void passOver(Answer answer) throws PipelineException, InterruptedException {
    for (long passed = 0; passed <= limits.maxBytes() && fill(answer.body()); passed += block.remaining()) {
      // Nobody asks what it says.
    }
  }

  private void write(InputStream in, BodyStream body, Path into) throws PipelineException, InterruptedException {
    try (SeekableByteChannel file = open(into)) {
      copy(in, body, file);
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw failures.notStored(e);
    }
  }

  private void copy(InputStream in, BodyStream body, SeekableByteChannel file)
      throws IOException, PipelineException, InterruptedException {
    while (fill(in)) {
      written += block.remaining();
      if (written > limits.maxBytes()) {
        throw failures.tooLarge();
      }
      while (block.hasRemaining()) {
        file.write(block);
      }
      bytesSoFar.accept(written);
    }
    // Unpacking stops where the packed data ends, and takes a break there for that end: the body itself has the word.
    while (fill(body)) {
      block.clear();
    }
    if (written == 0) {
      throw failures.empty();
    }
  }

  /// Reads the next block; false at the end.
  private boolean fill(InputStream in) throws PipelineException, InterruptedException {
    block.clear();
    try {
      int count = in.read(block.array(), 0, BLOCK_BYTES);
      block.limit(Math.max(0, count));
      return count >= 0;
    } catch (InterruptedIOException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw failures.broken(written, e);
    }
  }

  /// The body without the packing that the server put around it for the way; a list that is itself a `.gz` stays one.
  private InputStream decoded(Answer answer) throws PipelineException, InterruptedException {
    String encoding = answer.headers().firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity", "none" -> answer.body();
      case "gzip", "x-gzip" -> gunzipped(answer.body());
      default -> throw failures.encoded(encoding);
    };
  }

  private InputStream gunzipped(BodyStream body) throws PipelineException, InterruptedException {
    var in = new PushbackInputStream(body, 2);
    try {
      byte[] magic = in.readNBytes(2);
      in.unread(magic);
      // Servers that only say gzip exist; what they send is taken as it is.
      boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
      return packed ? new GZIPInputStream(in, BLOCK_BYTES) : in;
    } catch (InterruptedIOException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw failures.broken(0, e);
    }
  }

  private static SeekableByteChannel open(Path into) throws IOException {
    return Files.newByteChannel(into, AFRESH, OwnerOnly.fileAttributes(into));
  }

  private static void discard(Path into, Exception failure) {
    try {
      Files.deleteIfExists(into);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /// Interruption as the exception that carries it, with the thread's mark cleared.
  private static InterruptedException interrupted(IOException why) {
    Thread.interrupted();
    var cancelled = new InterruptedException("download cancelled");
    cancelled.initCause(why);
    return cancelled;
  }
}
