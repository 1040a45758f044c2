package app.lineup.engine.accumulate;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Deletes private folders that nobody uses any more. Confined to one thread.
///
/// A directory that cannot be deleted (it may be another user's) is no failure of this run: it is noted in the log.
final class Sweep {

  static final String PREFIX = "lineup-";

  private final Path parent;

  Sweep(Path parent) {
    this.parent = parent;
  }

  void run() {
    try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path candidate : candidates) {
        if (Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS) && isLeft(candidate)) {
          delete(candidate);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      note(parent, e);
    }
  }

  /// A folder says by its lock whether it is in use, and one without a lock by its name. Nothing else is looked into.
  private static boolean isLeft(Path candidate) {
    String name = candidate.getFileName().toString();
    return isPrivateFolder(name) && switch (FolderLock.of(candidate)) {
      case IN_USE -> false;
      case LEFT -> true;
      case UNKNOWN -> isOrphan(name);
    };
  }

  /// Whether `name` is `lineup-<pid>-<random>` of a process that no longer lives.
  static boolean isOrphan(String name) {
    return isPrivateFolder(name) && !ProcessHandle.of(Long.parseLong(pid(name))).map(ProcessHandle::isAlive).orElse(false);
  }

  private static boolean isPrivateFolder(String name) {
    String pid = pid(name);
    return !pid.isEmpty() && pid.length() < 19 && pid.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String pid(String name) {
    int end = name.startsWith(PREFIX) ? name.indexOf('-', PREFIX.length()) : -1;
    return end < 0 ? "" : name.substring(PREFIX.length(), end);
  }

  /// Deletes `directory` with all that is in it, following no link.
  static void delete(Path directory) {
    try {
      Files.walkFileTree(directory, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          Files.deleteIfExists(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
          if (failure != null) {
            throw failure;
          }
          Files.deleteIfExists(visited);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      note(directory, e);
    }
  }

  private static void note(Path path, Exception why) {
    System.getLogger(Sweep.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + path, why);
  }
}
