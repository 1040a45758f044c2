package app.lineup.cli.args;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An option of a command: how it is written and what follows it. The one list that the reader of a command line and
/// the help are made from.
public enum Option {
  OUTPUT(Takes.ONE_VALUE, "OUT", "-o", "--output"),
  LIBRARY(Takes.ONE_VALUE, "DIR", "--library"),
  SOURCE_FILE(Takes.MANY_VALUES, "FILE", "--source-file"),
  HEADER(Takes.MANY_VALUES, "'NAME: VALUE'", "--header"),
  USER_AGENT(Takes.ONE_VALUE, "TEXT", "--user-agent"),
  INSECURE(Takes.NOTHING, "", "--insecure"),
  MAP(Takes.MANY_VALUES, "RULE", "--map"),
  RULES(Takes.MANY_VALUES, "FILE", "--rules"),
  CHANNEL(Takes.ONE_VALUE, "NAME", "--channel"),
  INCLUDE(Takes.MANY_VALUES, "CONDITION", "--include"),
  EXCLUDE(Takes.MANY_VALUES, "CONDITION", "--exclude"),
  SORT(Takes.ONE_VALUE, "KEY,...", "--sort"),
  NUMBERS(Takes.ONE_VALUE, "none|keep|from:N", "--numbers"),
  RANGE(Takes.MANY_VALUES, "GROUP=FIRST-LAST", "--range"),
  NUMBERS_FILE(Takes.ONE_VALUE, "FILE", "--numbers-file"),
  LIMIT(Takes.ONE_VALUE, "N", "--limit"),
  SEPARATORS(Takes.ONE_VALUE, "keep|hide", "--separators"),
  DURABLE(Takes.NOTHING, "", "--durable"),
  REPORT(Takes.ONE_VALUE, "FILE", "--report"),
  LOGOS(Takes.ONE_VALUE, "off|cache|fetch", "--logos"),
  LOGO_CACHE(Takes.ONE_VALUE, "DIR", "--logo-cache"),
  LOGO_CACHE_SIZE(Takes.ONE_VALUE, "SIZE", "--logo-cache-size"),
  GUIDE(Takes.MANY_VALUES, "IN", "--guide"),
  GUIDE_OUT(Takes.ONE_VALUE, "OUT", "--guide-out"),
  GUIDE_INCLUDE(Takes.MANY_VALUES, "CONDITION", "--guide-include"),
  GUIDE_EXCLUDE(Takes.MANY_VALUES, "CONDITION", "--guide-exclude"),
  THREADS(Takes.ONE_VALUE, "N", "--threads"),
  MEMORY(Takes.ONE_VALUE, "SIZE", "--memory"),
  GAUGE(Takes.ONE_VALUE, "live|rss", "--gauge"),
  CHUNK(Takes.ONE_VALUE, "N", "--chunk"),
  CHUNK_TIMEOUT(Takes.ONE_VALUE, "TIME", "--chunk-timeout"),
  SPILL_FORMAT(Takes.ONE_VALUE, "packed|jsonl", "--spill-format"),
  STRATEGY(Takes.MANY_VALUES, "STAGE=NAME", "--strategy"),
  SIMULATE_PRESSURE(Takes.ONE_VALUE, "SCRIPT", "--simulate-pressure"),
  TRACE(Takes.NOTHING, "", "--trace"),
  DEDUPE(Takes.ONE_VALUE, "none|url|key", "--dedupe"),
  PORT(Takes.ONE_VALUE, "N", "--port"),
  TOKEN(Takes.ONE_VALUE, "TOKEN", "--token"),
  BIND(Takes.ONE_VALUE, "ADDRESS", "--bind"),
  JSON(Takes.NOTHING, "", "--json"),
  QUIET(Takes.NOTHING, "", "-q", "--quiet"),
  STACKTRACE(Takes.NOTHING, "", "--stacktrace");

  /// What follows an option.
  enum Takes {
    NOTHING,
    ONE_VALUE,
    /// One value each time, and it may be given many times.
    MANY_VALUES
  }

  private final Takes takes;
  private final String label;
  private final List<String> names;

  Option(Takes takes, String label, String... names) {
    this.takes = takes;
    this.label = label;
    this.names = List.of(names);
  }

  /// The option that is written as `word`.
  static Optional<Option> named(String word) {
    return Arrays.stream(values()).filter(option -> option.names.contains(word)).findFirst();
  }

  Takes takes() {
    return takes;
  }

  /// What stands for its value in the help.
  String label() {
    return label;
  }

  /// How it may be written.
  public List<String> names() {
    return names;
  }

  /// How it is called in a message.
  public String shown() {
    return names.getFirst();
  }

  /// Where its description is among the texts.
  public String textKey() {
    return "option." + name().toLowerCase(Locale.ROOT);
  }

  /// Whether its value names a file.
  boolean namesFile() {
    return this == OUTPUT || this == LIBRARY || this == SOURCE_FILE || this == NUMBERS_FILE || this == REPORT
        || this == RULES || this == LOGO_CACHE || this == GUIDE || this == GUIDE_OUT;
  }

  /// The values it may have, where a shell can offer them.
  public List<String> choices() {
    return switch (this) {
      case SORT -> List.of("group,name", "name", "number");
      case NUMBERS -> List.of("none", "keep", "from:1");
      case SEPARATORS -> List.of("keep", "hide");
      case DEDUPE -> List.of("none", "url", "key");
      case SPILL_FORMAT -> List.of("packed", "jsonl");
      case GAUGE -> List.of("live", "rss");
      case LOGOS -> List.of("off", "cache", "fetch");
      case BIND -> List.of("127.0.0.1", "0.0.0.0");
      case OUTPUT, LIBRARY, SOURCE_FILE, HEADER, USER_AGENT, INSECURE, MAP, RULES, CHANNEL, INCLUDE, EXCLUDE, RANGE,
          NUMBERS_FILE, LIMIT, DURABLE, REPORT,
          LOGO_CACHE, LOGO_CACHE_SIZE, GUIDE, GUIDE_OUT,
          GUIDE_INCLUDE, GUIDE_EXCLUDE,
          THREADS, MEMORY, CHUNK, CHUNK_TIMEOUT, STRATEGY,
          SIMULATE_PRESSURE, TRACE, PORT, TOKEN, JSON, QUIET, STACKTRACE -> List.of();
    };
  }
}
