package app.lineup.cli.args;

import java.util.List;
import java.util.Locale;

/// A command of the program and the options it knows.
public enum Command {
  BUILD(Option.OUTPUT, Option.LIBRARY, Option.SOURCE_FILE, Option.HEADER, Option.USER_AGENT, Option.INSECURE,
      Option.RULES, Option.MAP, Option.INCLUDE, Option.EXCLUDE, Option.SORT,
      Option.NUMBERS, Option.RANGE,
      Option.NUMBERS_FILE, Option.LIMIT, Option.SEPARATORS, Option.DEDUPE,
      Option.DURABLE, Option.REPORT, Option.LOGOS, Option.LOGO_CACHE, Option.LOGO_CACHE_SIZE,
      Option.GUIDE, Option.GUIDE_OUT, Option.GUIDE_INCLUDE, Option.GUIDE_EXCLUDE, Option.JSON, Option.QUIET,
      Option.MEMORY, Option.GAUGE, Option.THREADS, Option.CHUNK, Option.CHUNK_TIMEOUT,
      Option.SPILL_FORMAT, Option.STRATEGY, Option.SIMULATE_PRESSURE, Option.TRACE, Option.STACKTRACE),
  CHECK(Option.LIBRARY, Option.SOURCE_FILE, Option.HEADER, Option.USER_AGENT, Option.INSECURE,
      Option.CHUNK_TIMEOUT, Option.JSON, Option.QUIET, Option.STACKTRACE),
  RULES(Option.JSON, Option.STACKTRACE),
  EXPLAIN(Option.CHANNEL, Option.LIBRARY, Option.SOURCE_FILE, Option.HEADER, Option.USER_AGENT, Option.INSECURE,
      Option.RULES, Option.MAP, Option.INCLUDE, Option.EXCLUDE, Option.SORT,
      Option.NUMBERS,
      Option.RANGE, Option.NUMBERS_FILE, Option.SEPARATORS,
      Option.DEDUPE, Option.MEMORY, Option.THREADS, Option.CHUNK_TIMEOUT, Option.JSON, Option.STACKTRACE),
  SERVE(Option.LIBRARY, Option.PORT, Option.TOKEN, Option.BIND, Option.JSON, Option.QUIET, Option.STACKTRACE),
  STRATEGIES(Option.JSON, Option.STACKTRACE),
  COMPLETION(Option.STACKTRACE),
  HELP(Option.STACKTRACE);

  private final List<Option> options;

  Command(Option... options) {
    this.options = List.of(options);
  }

  /// How it is typed.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What can be said behind it, in the order in which the help lists them.
  public List<Option> options() {
    return options;
  }

  /// What stands in the help for the words beside its options; empty where there are none.
  String operand() {
    return switch (this) {
      case BUILD, CHECK, EXPLAIN -> "IN";
      case SERVE -> "FILE";
      case RULES -> "SET";
      case STRATEGIES, COMPLETION -> "";
      case HELP -> "TOPIC";
    };
  }
}
