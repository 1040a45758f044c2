package app.lineup.app.session;

import java.nio.file.Path;

/// The folder in which a library lies, with what belongs to it. Immutable.
///
/// @param path the folder
public record LibraryFolder(Path path) {

  /// The playlist that the last run gave; the server hands it out and a run replaces it.
  public Path published() {
    return path.resolve("published").resolve("lineup.m3u");
  }

  /// The file of the numbers that channels keep.
  public Path numbers() {
    return path.resolve("numbers");
  }

  /// The folder of channels' pictures.
  public Path logos() {
    return path.resolve("logos");
  }

  /// The folder of the lists as they were fetched last.
  public Path snapshots() {
    return path.resolve("snapshots");
  }

  /// The list that comes with the program, laid out here.
  public Path sample() {
    return path.resolve("sample.m3u");
  }
}
