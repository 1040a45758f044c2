package app.lineup.app.session;

import app.lineup.files.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the program keeps what outlives it. Immutable.
///
/// @param data the folder of everything
public record AppPaths(Path data) {

  /// The folder that the system means for a program's data.
  ///
  /// @param system      the system's name, as the JVM gives it
  /// @param home        the user's folder
  /// @param environment the process's variables
  public static AppPaths of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return new AppPaths(named(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve("Lineup"));
    }
    if (name.contains("mac")) {
      return new AppPaths(home.resolve("Library/Application Support/Lineup"));
    }
    // The XDG Base Directory Specification: a relative path there is to be ignored.
    return new AppPaths(named(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("lineup"));
  }

  private static Optional<Path> named(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()).map(Path::of)
        .filter(Path::isAbsolute);
  }

  /// The folder with the library in it, and what belongs to it.
  public LibraryFolder folder() {
    return new LibraryFolder(data);
  }

  /// The folder of the lineup that the window shows.
  public Path lineup() {
    return data.resolve("lineup");
  }

  /// The folder of what has no room in memory for a while. It is on the disk that the user chose for the program, where
  /// the system's folder for temporary files may live in memory.
  public Path spill() {
    return data.resolve("spill");
  }

  /// The file that says how the window looked last.
  public Path look() {
    return data.resolve("window.properties");
  }

  /// Makes the folders. Each new one is for its owner only, since it will hold addresses with passwords; one that was
  /// there stays as open as its owner made it.
  public void make() throws IOException {
    for (Path folder : new Path[] {data, data.resolve("published"), folder().snapshots(), lineup(), spill()}) {
      boolean fresh = !Files.exists(folder);
      Files.createDirectories(folder);
      if (fresh) {
        OwnerOnly.restrictFolder(folder);
      }
    }
  }

  /// Lays out the list that comes with the program, as this version has it.
  public void layOutSample() throws IOException {
    try (InputStream ours = AppPaths.class.getResourceAsStream("/app/lineup/sample/sample.m3u")) {
      if (ours == null) {
        throw new IllegalStateException("the program lacks its sample");
      }
      Files.copy(ours, folder().sample(), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
