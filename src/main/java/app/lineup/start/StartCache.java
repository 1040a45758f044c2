package app.lineup.start;

import java.util.List;

/// A start cache: the classes that the program needs at a start, read and joined beforehand, so that the JVM only has
/// to take them. There is one for each way of starting, since a cache fits only the options of the JVM that it was made
/// with.
public enum StartCache {

  /// Used by every command.
  TERMINAL("lineup.aot", "jvm.options", "Rehearsal"),
  /// Used where the window is opened.
  WINDOW("window.aot", "window.options", "Launcher");

  private final String fileName;
  private final String options;
  private final String trainedBy;

  StartCache(String fileName, String options, String trainedBy) {
    this.fileName = fileName;
    this.options = options;
    this.trainedBy = trainedBy;
  }

  /// How its file is called, in whatever folder.
  public String fileName() {
    return fileName;
  }

  /// What the JVM is told at such a start.
  List<String> options() {
    return WordList.named(options);
  }

  /// The class whose start the training is. It need not be the one that is started later: the JVM only asks for the
  /// module.
  String trainedBy() {
    return "app.lineup." + trainedBy;
  }
}
