package app.lineup.cli;

import java.util.List;
import java.util.Locale;

/// A command of the program and the options it knows.
enum Verb {
  BUILD(Option.OUTPUT, Option.MAP, Option.INCLUDE, Option.EXCLUDE, Option.NUMBERS, Option.SEPARATORS, Option.DURABLE,
      Option.REPORT, Option.GUIDE, Option.GUIDE_OUT, Option.JSON, Option.QUIET, Option.THREADS, Option.STACKTRACE),
  CHECK(Option.JSON, Option.QUIET, Option.STACKTRACE),
  SERVE(Option.PORT, Option.TOKEN, Option.BIND, Option.JSON, Option.QUIET, Option.STACKTRACE),
  COMPLETION(Option.STACKTRACE);

  private final List<Option> options;

  Verb(Option... options) {
    this.options = List.of(options);
  }

  /// How it is typed.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Option> options() {
    return options;
  }

  /// What stands in the help for the words beside its options; empty where there are none.
  String operand() {
    return switch (this) {
      case BUILD, CHECK -> "IN";
      case SERVE -> "FILE";
      case COMPLETION -> "";
    };
  }
}
