package app.lineup.app.publish;

import app.lineup.files.AtomicFile;
import app.lineup.files.AtomicMove;
import app.lineup.files.Destination;
import app.lineup.model.Target;
import app.lineup.pipeline.output.Logins;
import app.lineup.pipeline.output.OutputFailure;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// Copies a playlist to a place of the user's, in the way a run writes one: beside it, then moved into place. Not
/// thread-safe; used by the thread that calls it, which is interrupted to cancel.
public final class PlaylistCopy {

  private static final int BUFFER_BYTES = 256 * 1024;

  private PlaylistCopy() {}

  /// Copies all of `from`, as it is when this begins.
  ///
  /// @param progress hears how many bytes there are so far
  /// @return how many bytes there are
  /// @throws PipelineException    if it cannot be read or written; what was at `to` before is untouched
  /// @throws InterruptedException if it was cancelled; what was at `to` before is untouched
  public static long copy(Path from, Path to, LongConsumer progress) throws PipelineException, InterruptedException {
    Target target = new Target.OfFile(to);
    if (Files.isDirectory(to)) {
      throw OutputFailure.isFolder(target);
    }
    if (!Destination.isReplaceable(to)) {
      throw new PipelineException(PipelineException.Kind.USER, to.toString(), "it is a device, not a file",
          "Name a file, for example playlist.m3u.");
    }
    try (InputStream in = open(from)) {
      return copy(in, to, progress);
    } catch (ClosedByInterruptException | InterruptedIOException e) {
      boolean _ = Thread.interrupted();
      throw (InterruptedException) new InterruptedException("cancelled while the playlist was copied").initCause(e);
    } catch (IOException e) {
      throw OutputFailure.of(target, e);
    }
  }

  private static InputStream open(Path from) throws IOException, PipelineException {
    try {
      return Files.newInputStream(from);
    } catch (NoSuchFileException e) {
      throw new PipelineException(
          PipelineException.Kind.USER, from.toString(), "it is no longer there", "Make it anew with Run.", e);
    }
  }

  private static long copy(InputStream in, Path to, LongConsumer progress) throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long copied = 0;
    try (Destination destination = new AtomicFile(to, true, AtomicMove::replace, part -> !Logins.showIn(part))) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (Thread.interrupted()) {
          throw new InterruptedException("cancelled while the playlist was copied");
        }
        destination.write(buffer, 0, count);
        copied += count;
        progress.accept(copied);
      }
      destination.commit();
    }
    return copied;
  }
}
