package app.lineup.library;

import java.util.Optional;
import java.util.stream.Stream;

/// What can be chosen about the lineup and its publishing, apart from rows. Each has a text as its value; what the text
/// means is known to whoever uses the setting.
public enum Setting {
  /// How channels get numbers: `NONE`, `KEEP`, `FROM` or `RANGES`.
  NUMBERS("numbers", Part.NUMBERING),
  /// The first number of `FROM`, as it is typed.
  FIRST_NUMBER("numbers.first", Part.NUMBERING),
  /// The ranges of groups, one a line, as they are typed.
  RANGES("numbers.ranges", Part.NUMBERING),
  /// In which order channels are published.
  SEQUENCE("sequence", Part.ORDER),
  /// What becomes of separator rows.
  SEPARATORS("separators", Part.SEPARATORS),
  /// Whether logos are fetched.
  LOGOS("logos", Part.LOGOS),
  /// How much of the disk logos may take.
  LOGO_SPACE("logos.room", Part.LOGOS),
  /// The strategy to prefer for Source Loading, empty for the program's own choice; so for the stages below.
  STRATEGY_SOURCE_LOADING("strategy.source_loading", Part.STRATEGIES),
  STRATEGY_DATA_MAPPING("strategy.data_mapping", Part.STRATEGIES),
  STRATEGY_FILTERING("strategy.filtering", Part.STRATEGIES),
  STRATEGY_CHANNEL_NUMBERING("strategy.channel_numbering", Part.STRATEGIES),
  STRATEGY_M3U_GENERATION("strategy.m3u_generation", Part.STRATEGIES),
  STRATEGY_OUTPUT("strategy.output", Part.STRATEGIES),
  /// How much memory a run may take, in MB.
  MEMORY_BUDGET("memory.budget", Part.MEMORY),
  /// Whether a new playlist is on the disk before it takes the place of the old one.
  DURABLE("durable", Part.PUBLISHING),
  /// Where the playlist is saved.
  SAVE_PATH("publish.path", Part.PUBLISHING),
  /// Whether every run saves it there.
  SAVE_EVERY_RUN("publish.every-run", Part.PUBLISHING),
  /// The port of the server.
  SERVER_PORT("server.port", Part.PUBLISHING),
  /// The secret part of the served address.
  SERVER_TOKEN("server.token", Part.PUBLISHING, true),
  /// Whether the server starts with the program.
  SERVER_START("server.start", Part.PUBLISHING),
  /// Whether a run waits for a source that is being refreshed.
  REFRESH_WAIT("refresh.wait", Part.REFRESHING);

  private final String key;
  private final Part part;
  private final boolean secret;

  Setting(String key, Part part) {
    this(key, part, false);
  }

  Setting(String key, Part part, boolean secret) {
    this.key = key;
    this.part = part;
    this.secret = secret;
  }

  /// Its name in files; never changes.
  public String key() {
    return key;
  }

  /// The part of the library that it belongs to.
  public Part part() {
    return part;
  }

  /// Whether it must not leave this machine with an export.
  public boolean isSecret() {
    return secret;
  }

  /// The setting with this name in files; empty where a newer program wrote the file.
  public static Optional<Setting> of(String key) {
    return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
