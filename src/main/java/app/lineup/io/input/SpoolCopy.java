package app.lineup.io.input;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/// Copies a stream that can be read only once into the spool. Not thread-safe; used by one thread.
final class SpoolCopy {

  private static final int BLOCK_BYTES = 256 * 1024;

  private final String label;
  private final InputLimits limits;
  private final LongConsumer bytesSoFar;
  private final Waiting waiting;

  /// @param bytesSoFar told after each read
  /// @param waiting    waits for each read
  SpoolCopy(String label, InputLimits limits, LongConsumer bytesSoFar, Waiting waiting) {
    this.waiting = waiting;
    this.label = label;
    this.limits = limits;
    this.bytesSoFar = bytesSoFar;
  }

  /// Copies all that comes.
  ///
  /// @throws PipelineException    if nothing more comes, too much does, or it cannot be kept
  /// @throws InterruptedException if it was cancelled
  void copy(InputStream from, Path into) throws PipelineException, InterruptedException {
    // The directory of the spool is private, and so what lies in it.
    try (SeekableByteChannel file =
        Files.newByteChannel(into, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] block = new byte[BLOCK_BYTES];
      long bytes = 0;
      for (int count = read(from, block); count >= 0; count = read(from, block)) {
        bytes += count;
        if (bytes > limits.maxExpandedBytes()) {
          throw CountedStream.tooMuch(label, limits);
        }
        for (var rest = ByteBuffer.wrap(block, 0, count); rest.hasRemaining(); ) {
          file.write(rest);
        }
        bytesSoFar.accept(bytes);
      }
    } catch (ClosedByInterruptException e) {
      throw Interrupts.cancelled(e);
    } catch (IOException e) {
      throw new PipelineException(Kind.RESOURCES, label, "a copy of it could not be stored",
          "Check the free space of the folder for temporary files.", e);
    }
  }

  private int read(InputStream from, byte[] block) throws PipelineException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("copying was cancelled");
    }
    return waiting.await(label, () -> 0, () -> readNow(from, block));
  }

  private int readNow(InputStream from, byte[] block) throws PipelineException, InterruptedException {
    try {
      return from.read(block);
    } catch (ClosedByInterruptException e) {
      throw Interrupts.cancelled(e);
    } catch (IOException e) {
      throw new Damage(label, Kind.USER).explain(e);
    }
  }
}
