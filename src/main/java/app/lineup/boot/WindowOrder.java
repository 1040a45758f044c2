package app.lineup.boot;

import app.lineup.app.session.AppPaths;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Which window was asked for. Immutable.
///
/// @param data the folder where everything lies, empty for the one that the system means for it
public record WindowOrder(Optional<Path> data) {

  private static final String DATA = "--data";

  /// The window that a command line asks for: one with nothing on it, or with `--data FOLDER` alone. All others are the
  /// terminal's, which also says what is wrong with them.
  public static Optional<WindowOrder> of(String... words) {
    if (words.length == 0) {
      return Optional.of(new WindowOrder(Optional.empty()));
    }
    if (words.length == 2 && words[0].equals(DATA)) {
      return at(words[1]);
    }
    return words.length == 1 && words[0].startsWith(DATA + "=")
        ? at(words[0].substring(DATA.length() + 1)) : Optional.empty();
  }

  private static Optional<WindowOrder> at(String folder) {
    try {
      return folder.isBlank() || folder.startsWith("-")
          ? Optional.empty() : Optional.of(new WindowOrder(Optional.of(Path.of(folder).toAbsolutePath().normalize())));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  public AppPaths paths(String system, Path home, Map<String, String> environment) {
    return data.map(AppPaths::new).orElseGet(() -> AppPaths.of(system, home, environment));
  }
}
