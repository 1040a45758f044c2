package app.lineup.model;

/// What can be asked of a programme of a guide by name. Read-only, and without meaning for a channel.
public enum ProgrammeField implements Field {
  /// Its titles, one a language.
  TITLE("title"),
  /// Its subtitles, often the episode's name.
  SUBTITLE("subtitle"),
  /// What it is about.
  DESCRIPTION("description"),
  /// Its categories.
  CATEGORY("category"),
  /// The number of its episode, in each way that its provider counts.
  EPISODE("episode"),
  /// When it was made, as its provider wrote it.
  DATE("date"),
  /// The id of its channel in the guide.
  CHANNEL("channel"),
  /// When it begins.
  START("start"),
  /// When it ends; empty where that is unknown.
  STOP("stop"),
  /// How many minutes it lasts; empty where its end is unknown.
  LENGTH("length");

  private final String word;

  ProgrammeField(String word) {
    this.word = word;
  }

  @Override
  public String ruleName() {
    return "programme_" + word;
  }
}
