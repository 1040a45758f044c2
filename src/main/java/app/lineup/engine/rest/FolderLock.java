package app.lineup.engine.rest;

import app.lineup.engine.record.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Says that a private folder is in use, for as long as its process lives: the system lets go of a lock whose process
/// is gone. A process id alone would not do, because another container counts its own. Not thread-safe; used by one
/// thread at a time.
///
/// Nobody sees the file before it is locked, and nobody of this process opens it again: closing a file lets go of all
/// locks that its process has on it, on most systems.
public final class FolderLock implements AutoCloseable {

  /// The name of the locked file.
  public static final String NAME = "in-use";

  /// What it is called until it is locked.
  static final String NAME_BEFORE = "in-use-soon";

  /// The locked files of this process.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  /// What is known of a folder's user.
  enum State { IN_USE, LEFT, UNKNOWN }

  private final Path folder;
  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path folder, Path file, FileChannel channel) {
    this.folder = folder;
    this.file = file;
    this.channel = channel;
  }

  /// Takes the lock of a folder that was just made; none where its disk has no locks.
  static Optional<FolderLock> take(Path folder) {
    return takeUnseen(folder).filter(FolderLock::show);
  }

  /// Takes it, but nobody sees it yet.
  static Optional<FolderLock> takeUnseen(Path folder) {
    FileChannel channel = null;
    try {
      Path before = folder.resolve(NAME_BEFORE);
      Disk.REAL.create(before).close();
      channel = FileChannel.open(before, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return Optional.of(new FolderLock(folder, real(folder), channel));
      }
    } catch (IOException e) {
      // The process id in the folder's name still says whose it is.
      note("no lock in " + folder, e);
    }
    close(channel);
    return Optional.empty();
  }

  /// From here on everybody sees it. Where that fails it is let go.
  boolean show() {
    OURS.add(file);
    try {
      Files.move(folder.resolve(NAME_BEFORE), folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      note("a lock was not named", e);
      close();
      return false;
    }
  }

  /// The locked file of a folder, whatever links lead there.
  private static Path real(Path folder) throws IOException {
    return folder.toRealPath().resolve(NAME);
  }

  /// Whether somebody has the lock of `folder`.
  static State of(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return State.UNKNOWN;
    }
    try {
      return OURS.contains(real(folder)) ? State.IN_USE : ofOther(file);
    } catch (IOException e) {
      return State.UNKNOWN;
    }
  }

  private static State ofOther(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
      return lock == null ? State.IN_USE : State.LEFT;
    } catch (OverlappingFileLockException e) {
      return State.IN_USE;
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try (channel) {
      // Nothing but to let go.
    } catch (IOException e) {
      note("a lock was not closed", e);
    }
  }

  private static void note(String what, Exception why) {
    System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.DEBUG, what, why);
  }

  /// Lets go. May be called twice.
  @Override
  public void close() {
    close(channel);
    OURS.remove(file);
  }
}
