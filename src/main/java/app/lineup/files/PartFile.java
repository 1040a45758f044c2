package app.lineup.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// An unfinished file: hidden, beside its target, open to its owner only. It is locked for as long as somebody writes
/// it, so that what a killed process left can be told from what a living one is writing, in another container too.
/// Its name is short, whatever the target's is. Not thread-safe; used by the thread that writes.
final class PartFile implements AutoCloseable {

  /// Those that this process is writing: nobody here opens them again, since closing would let go of the lock.
  private static final Set<Path> MADE = ConcurrentHashMap.newKeySet();
  /// What cannot be judged by its lock is swept when it is so old.
  private static final Duration OLD = Duration.ofDays(1);
  private static final String LOCKED = ".part";
  private static final String NOT_YET_LOCKED = ".new";

  private final FileOutputStream out;
  private final Path path;

  private PartFile(FileOutputStream out, Path path) {
    this.out = out;
    this.path = path;
  }

  /// Makes an empty one.
  static PartFile create(Path target) throws IOException {
    return create(target, () -> ThreadLocalRandom.current().nextLong());
  }

  static PartFile create(Path target, LongSupplier numbers) throws IOException {
    while (true) {
      String name = prefix(target) + Long.toHexString(numbers.getAsLong());
      Path locked = target.resolveSibling(name + LOCKED);
      Path before = target.resolveSibling(name + NOT_YET_LOCKED);
      if (Files.exists(locked) || !MADE.add(locked)) {
        continue;
      }
      try {
        Files.createFile(before, OwnerOnly.fileAttributes(before));
        return open(before, locked);
      } catch (FileAlreadyExistsException taken) {
        // Left by somebody else; the next name is free.
        MADE.remove(locked);
      } catch (IOException e) {
        MADE.remove(locked);
        throw e;
      }
    }
  }

  /// Not opened as a channel: an interrupt would close that.
  private static PartFile open(Path before, Path locked) throws IOException {
    FileOutputStream out = null;
    try {
      out = new FileOutputStream(before.toFile());
      Path path = before;
      // Nobody sees the name by which it is judged before it is locked. Windows moves no open file.
      if (isPosix(before) && isLocked(out)) {
        path = Files.move(before, locked, StandardCopyOption.ATOMIC_MOVE);
      }
      return new PartFile(out, path);
    } catch (IOException e) {
      if (out != null) {
        out.close();
      }
      Files.deleteIfExists(before);
      throw e;
    }
  }

  /// Whether it could be locked; not every disk can.
  private static boolean isLocked(FileOutputStream out) {
    try {
      return out.getChannel().tryLock() != null;
    } catch (IOException e) {
      System.getLogger(PartFile.class.getName()).log(System.Logger.Level.DEBUG, "no lock", e);
      return false;
    }
  }

  FileOutputStream out() {
    return out;
  }

  Path path() {
    return path;
  }

  /// Ends writing and hands the file to `placing`. The lock is let go only when the file has its place, so that nobody
  /// sweeps it in between.
  void place(AtomicFile.Placing placing, Path target) throws IOException {
    if (!isPosix(path)) {
      out.close();
    }
    placing.place(path, target);
    out.close();
  }

  /// Deletes it, if it was not moved away. May be called twice.
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      MADE.remove(path.resolveSibling(String.valueOf(path.getFileName()).replace(NOT_YET_LOCKED, LOCKED)));
      out.close();
    }
  }

  /// Deletes what killed processes left of this target.
  static void sweep(Path target) throws IOException {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    String prefix = prefix(target);
    // As older versions of this program named them.
    Pattern old = Pattern.compile(Pattern.quote("." + target.getFileName()) + "\\.\\d{1,18}-[0-9a-f]+\\.part");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> {
      String name = String.valueOf(file.getFileName());
      return name.startsWith(prefix) ? isLeft(file, name) : old.matcher(name).matches() && isOld(file);
    })) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isLeft(Path file, String name) throws IOException {
    if (MADE.contains(file) || !name.endsWith(LOCKED)) {
      return name.endsWith(NOT_YET_LOCKED) && isOld(file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Somebody else's, or moved to its place meanwhile.
      return isOld(file);
    }
  }

  private static boolean isOld(Path file) throws IOException {
    return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(OLD));
  }

  private static String prefix(Path target) {
    // Not a hash of the kind that nobody can reverse: to load one costs a short run more than all the rest here.
    return ".lineup-" + HexFormat.of().toHexDigits(String.valueOf(target.getFileName()).hashCode()) + "-";
  }

  private static boolean isPosix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
  }
}
