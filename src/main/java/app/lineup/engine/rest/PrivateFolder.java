package app.lineup.engine.rest;

import app.lineup.files.OwnerOnly;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A directory of this process alone, for what must lie on disk for a while. Thread-safe.
///
/// Made at the first file, open to its owner only, gone after [#close]. It holds a locked file for as long as it is in
/// use, so that a later process can tell, and sweep, what a crashed one left.
public final class PrivateFolder implements AutoCloseable {

  private final Path parent;
  private @Nullable Path directory;
  private @Nullable FolderLock lock;
  private int files;
  private boolean closed;

  /// @param parent an existing folder
  public PrivateFolder(Path parent) {
    this.parent = parent;
  }

  /// The folder in which the directory is made.
  Path parent() {
    return parent;
  }

  /// The path of a file that does not exist yet.
  ///
  /// @param purpose a word for whoever looks into the directory: letters, digits, hyphens
  /// @throws PipelineException if the directory cannot be made
  public synchronized Path newFile(String purpose) throws PipelineException {
    if (closed) {
      throw new IllegalStateException("a file was asked for after close");
    }
    // Nothing from outside may lead out of the directory.
    if (!purpose.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'))) {
      throw new IllegalArgumentException("not a plain word: " + purpose);
    }
    Path known = directory;
    if (known == null) {
      known = make();
      directory = known;
      lock = FolderLock.take(known).orElse(null);
    }
    files++;
    return known.resolve(files + "-" + purpose);
  }

  private Path make() throws PipelineException {
    sweep();
    try {
      return Files.createTempDirectory(parent, Sweep.PREFIX + ProcessHandle.current().pid() + "-",
          OwnerOnly.folderAttributes(parent));
    } catch (IOException e) {
      throw new PipelineException(Kind.RESOURCES, parent.toString(),
          "no folder for temporary files could be made there",
          "Check that this folder exists, may be written to and has free space.", e);
    }
  }

  /// Deletes the directories of processes that no longer live. Done before the directory is made, too.
  void sweep() {
    new Sweep(parent, InstantSource.system()).run();
  }

  /// Deletes the directory with all that is in it. What the system will not let go (an open file on Windows) is swept
  /// by a later process. May be called twice.
  @Override
  public synchronized void close() {
    closed = true;
    if (lock != null) {
      lock.close();
      lock = null;
    }
    if (directory != null) {
      Sweep.delete(directory);
      directory = null;
    }
  }
}
