package app.lineup.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Unfinished files: hidden, beside the target, named after the process that writes them, so that what a killed process
/// left can be told from what a living one is writing. In a container every run may have the same process number: of
/// its own number, a process knows which files it made. Thread-safe.
final class PartFiles {

  private static final Set<String> MADE = ConcurrentHashMap.newKeySet();
  private static final Pattern PROCESS = Pattern.compile("(\\d{1,18})-[0-9a-f]+\\.part");

  private PartFiles() {}

  /// Makes an empty one. It is to be given to [#discard] in the end.
  ///
  /// @param attributes what it is made with
  static Path create(Path target, FileAttribute<?>... attributes) throws IOException {
    return create(target, () -> ThreadLocalRandom.current().nextLong(), attributes);
  }

  static Path create(Path target, LongSupplier numbers, FileAttribute<?>... attributes) throws IOException {
    while (true) {
      String random = Long.toHexString(numbers.getAsLong());
      String name = prefix(target) + ProcessHandle.current().pid() + "-" + random + ".part";
      if (MADE.add(name)) {
        try {
          return Files.createFile(target.resolveSibling(name), attributes);
        } catch (FileAlreadyExistsException taken) {
          // Left by a process of the same number; the next name is free.
          MADE.remove(name);
        } catch (IOException e) {
          MADE.remove(name);
          throw e;
        }
      }
    }
  }

  /// Deletes one that this process made, if it was not moved away.
  static void discard(Path part) throws IOException {
    Files.deleteIfExists(part);
    MADE.remove(name(part));
  }

  /// Deletes what killed processes left of this target.
  static void sweep(Path target) throws IOException {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    String prefix = prefix(target);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isLeftOver(name(file), prefix))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isLeftOver(String name, String prefix) {
    if (!name.startsWith(prefix)) {
      return false;
    }
    Matcher matcher = PROCESS.matcher(name.substring(prefix.length()));
    if (!matcher.matches()) {
      return false;
    }
    long process = Long.parseLong(matcher.group(1));
    return process == ProcessHandle.current().pid() ? !MADE.contains(name) : ProcessHandle.of(process).isEmpty();
  }

  private static String prefix(Path target) {
    return "." + name(target) + ".";
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
