package app.lineup.io.http;

import app.lineup.files.OwnerOnly;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.LongConsumer;

/// Takes the body of an answer, as a whole into memory or block by block into a file. Not thread-safe; used by one
/// thread.
final class Download {

  private static final int BLOCK_BYTES = 64 * 1024;
  /// What comes out of a packed answer before the ratio counts: short lists of equal lines pack very well.
  private static final long FREE_BYTES = 64L << 20;
  private static final long MAX_RATIO = 1000;
  /// How often the space that is left is asked for.
  private static final long SPACE_EVERY = 1L << 20;
  /// What is left free on the disk, or a twentieth of a small one.
  private static final long RESERVE_BYTES = 256L << 20;
  private static final long RESERVE_SHARE = 20;
  private static final Set<OpenOption> AFRESH =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

  private final Answer answer;
  private final FetchLimits limits;
  private final Failures failures;
  private long checked;

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
      byte[] bytes = Decoding.of(answer, failures).readNBytes((int) Math.min(Integer.MAX_VALUE, limits.maxBytes() + 1));
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

  /// A length that is none is the server's failure, and not to be guessed at.
  private boolean saysTooMuch() throws PipelineException {
    String said = answer.headers().firstValue("Content-Length").orElse("0").strip();
    if (said.isEmpty() || said.length() > 18 || !said.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw failures.malformed("Content-Length", said);
    }
    return Long.parseLong(said) > limits.maxBytes();
  }

  /// A few kilobytes must not fill a disk, nor a list the last of it.
  private void checkExpansion(long written, Path into) throws IOException, PipelineException {
    if (written > FREE_BYTES && written / MAX_RATIO > answer.body().receivedBytes()) {
      throw failures.expands("more than " + MAX_RATIO + " times its size");
    }
    if (written / SPACE_EVERY > checked) {
      checked = written / SPACE_EVERY;
      FileStore store = Files.getFileStore(into);
      long reserve = Math.min(RESERVE_BYTES, store.getTotalSpace() / RESERVE_SHARE);
      if (store.getUsableSpace() < reserve) {
        throw failures.noSpace(reserve);
      }
    }
  }

  private long write(Path into, LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    try (SeekableByteChannel file = Files.newByteChannel(into, AFRESH, OwnerOnly.fileAttributes(into))) {
      return copy(file, into, bytesSoFar);
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw failures.notStored(e);
    }
  }

  private long copy(SeekableByteChannel file, Path into, LongConsumer bytesSoFar)
      throws IOException, PipelineException, InterruptedException {
    byte[] block = new byte[BLOCK_BYTES];
    long written = 0;
    InputStream in = begun();
    for (int count = read(in, block, 0); count >= 0; count = read(in, block, written)) {
      written += count;
      if (written > limits.maxBytes()) {
        throw failures.tooLarge();
      }
      checkExpansion(written, into);
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
      return Decoding.of(answer, failures);
    } catch (IOException e) {
      throw ended(e, 0);
    }
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
