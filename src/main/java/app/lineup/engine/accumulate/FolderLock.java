package app.lineup.engine.accumulate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says that a private folder is in use, for as long as its process lives: the system lets go of a lock whose process is
/// gone. A process id alone would not do, because another container counts its own. Confined to one thread at a time.
final class FolderLock implements AutoCloseable {

  /// The name of the locked file.
  static final String NAME = "in-use";

  /// What is known of a folder's user.
  enum State { IN_USE, LEFT, UNKNOWN }

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock of a folder that was just made; none where its disk has no locks.
  static Optional<FolderLock> take(Path folder) {
    FileChannel channel = null;
    try {
      Path file = folder.resolve(NAME);
      Disk.REAL.create(file).close();
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return Optional.of(new FolderLock(channel));
      }
    } catch (IOException e) {
      // The process id in the folder's name still says whose it is.
      System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.DEBUG, "no lock in " + folder, e);
    }
    close(channel);
    return Optional.empty();
  }

  /// Whether somebody has the lock of `folder`.
  static State of(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return State.UNKNOWN;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
      return lock == null ? State.IN_USE : State.LEFT;
    } catch (OverlappingFileLockException e) {
      return State.IN_USE;
    } catch (IOException e) {
      return State.UNKNOWN;
    }
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel != null) {
      new FolderLock(channel).close();
    }
  }

  /// Lets go. May be called twice.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.DEBUG, "a lock was not closed", e);
    }
  }
}
