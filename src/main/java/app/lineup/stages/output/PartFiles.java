package app.lineup.stages.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of unfinished files: hidden, beside the target, with the process that writes them, so that what a killed
/// process left can be told from what a living one is writing.
final class PartFiles {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private PartFiles() {}

  static Path beside(Path target) {
    long process = ProcessHandle.current().pid();
    return target.resolveSibling("." + target.getFileName() + "." + process + "-" + COUNT.incrementAndGet() + ".part");
  }

  /// Deletes what killed processes left of this target.
  static void sweep(Path target) throws IOException {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    String name = "." + target.getFileName() + ".";
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isLeftOver(file, name))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isLeftOver(Path file, String prefix) {
    String name = String.valueOf(file.getFileName());
    if (!name.startsWith(prefix) || !name.endsWith(".part")) {
      return false;
    }
    Matcher process = Pattern.compile("(\\d{1,18})-\\d+\\.part").matcher(name.substring(prefix.length()));
    return process.matches() && ProcessHandle.of(Long.parseLong(process.group(1))).isEmpty();
  }
}
