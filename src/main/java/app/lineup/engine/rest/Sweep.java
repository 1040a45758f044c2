package app.lineup.engine.rest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Deletes private folders that nobody uses any more. Not thread-safe; used by one thread.
///
/// A directory that cannot be deleted (it may be another user's) is no failure of this run: it is noted in the log.
final class Sweep {

  static final String PREFIX = "lineup-";

  /// Longer than it takes to lock a folder that was just made.
  private static final Duration JUST_MADE = Duration.ofMinutes(10);

  private final Path parent;
  private final InstantSource clock;

  Sweep(Path parent, InstantSource clock) {
    this.parent = parent;
    this.clock = clock;
  }

  void run() {
    try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path candidate : candidates) {
        sweep(candidate);
      }
    } catch (IOException | DirectoryIteratorException e) {
      note(parent, e);
    }
  }

  private void sweep(Path candidate) {
    try {
      if (Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS) && isLeft(candidate)) {
        delete(candidate);
      }
    } catch (IOException e) {
      // Somebody else was quicker, or it is not ours to look at.
      note(candidate, e);
    }
  }

  /// A folder says by its lock whether it is in use. One without a lock says it by its name, unless it is new: where it
  /// was just made the lock will come, and another container's process is not among ours. Nothing else is looked into.
  private boolean isLeft(Path candidate) throws IOException {
    String name = candidate.getFileName().toString();
    return isPrivateFolder(name) && switch (FolderLock.of(candidate)) {
      case IN_USE -> false;
      case LEFT -> true;
      case UNKNOWN -> isOrphan(name) && isOld(candidate);
    };
  }

  private boolean isOld(Path candidate) throws IOException {
    return Files.getLastModifiedTime(candidate).toInstant().isBefore(clock.instant().minus(JUST_MADE));
  }

  /// Whether `name` is `lineup-<pid>-<random>` of a process that no longer lives.
  static boolean isOrphan(String name) {
    return isPrivateFolder(name) && !ProcessHandle.of(Long.parseLong(pid(name))).map(ProcessHandle::isAlive)
        .orElse(false);
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
