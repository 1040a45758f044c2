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

/// Deletes private folders whose process is gone. Confined to one thread.
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
        if (Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS) && isOrphan(candidate.getFileName().toString())) {
          delete(candidate);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      note(parent, e);
    }
  }

  /// Whether `name` is `lineup-<pid>-<random>` of a process that no longer lives.
  static boolean isOrphan(String name) {
    int end = name.indexOf('-', PREFIX.length());
    if (!name.startsWith(PREFIX) || end < 0) {
      return false;
    }
    String pid = name.substring(PREFIX.length(), end);
    return !pid.isEmpty()
        && pid.length() < 19
        && pid.chars().allMatch(c -> c >= '0' && c <= '9')
        && !ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
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
