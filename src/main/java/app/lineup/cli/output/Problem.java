package app.lineup.cli.output;

import app.lineup.problem.PipelineException;
import java.util.Locale;

/// A failure in words for the person at the terminal.
///
/// @param kind    who can do something about it; decides the exit code
/// @param subject what it is about
/// @param what    what happened, as a sentence without its full stop
/// @param advice  what to do; may be empty
/// @param excerpt lines that show the place; may be empty
public record Problem(Kind kind, String subject, String what, String advice, String excerpt) {

  /// Who can do something about a failure.
  public enum Kind {
    USAGE(2),
    USER(1),
    EXTERNAL(1),
    RESOURCES(1),
    INTERNAL(3),
    /// As a shell reports a program that Ctrl-C ended.
    CANCELLED(130);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }

    /// The name that programs compare with.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Kind of(PipelineException.Kind kind) {
      return switch (kind) {
        case USER -> USER;
        case EXTERNAL -> EXTERNAL;
        case RESOURCES -> RESOURCES;
        case INTERNAL -> INTERNAL;
      };
    }
  }

  /// A failure of a room, as the terminal tells it.
  public static Problem of(PipelineException failure) {
    return new Problem(Kind.of(failure.kind()), failure.subject(), failure.what(), failure.advice(), "");
  }

  /// Says it to a program, in an object that is begun.
  void write(MaskedJson json) {
    json.texts("kind", kind.word(), "subject", subject, "what", what, "advice", advice);
    if (!excerpt.isEmpty()) {
      json.text("excerpt", excerpt);
    }
  }
}
