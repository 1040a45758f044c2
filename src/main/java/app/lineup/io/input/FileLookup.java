package app.lineup.io.input;

import app.lineup.model.NearestName;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Finds out whether a path leads to something that can be read, and says what to do where it does not. Immutable.
///
/// @param path as the user wrote it
record FileLookup(Path path) {

  private static final int MOST_NAMES = 5000;

  /// Whether it is a file that gives the same bytes again, not a pipe.
  ///
  /// @throws PipelineException if there is nothing to read
  boolean isReadTwice() throws PipelineException {
    if (!Files.exists(path)) {
      throw missing();
    }
    if (Files.isDirectory(path)) {
      throw refused("this is a folder, not a file", "Name the list in it.");
    }
    if (!Files.isReadable(path)) {
      throw refused("this file may not be read", "Change its permissions, or copy it to a folder of your own.");
    }
    return Files.isRegularFile(path);
  }

  private PipelineException missing() {
    if (Files.isSymbolicLink(path)) {
      return refused("this link leads to no file", "See where it points with ls -l, or name the list itself.");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return refused("there is no such file, nor the folder " + folder, "Check the path for typing errors.");
    }
    String advice = nearest(folder)
        .map(name -> "Did you mean “" + name + "”?")
        .orElse("Check the name for typing errors.");
    return refused("there is no such file", advice);
  }

  /// The name in `folder` that is most like the wanted one, where one is like it at all.
  private Optional<String> nearest(Path folder) {
    Path last = path.getFileName();
    String wanted = last == null ? "" : last.toString();
    int best = Math.max(1, wanted.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder)) {
      int seen = 0;
      for (Path sibling : siblings) {
        String name = sibling.getFileName().toString();
        int steps = NearestName.distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        if (steps < best) {
          best = steps;
          nearest = Optional.of(name);
        }
        seen++;
        if (seen == MOST_NAMES) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException unlisted) {
      // A folder that may not be listed gives no suggestion; the missing file is what has to be told.
      return Optional.empty();
    }
    return nearest;
  }

  private PipelineException refused(String what, String advice) {
    return new PipelineException(Kind.USER, path.toString(), what, advice);
  }
}
