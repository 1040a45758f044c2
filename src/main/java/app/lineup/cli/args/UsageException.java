package app.lineup.cli.args;

import app.lineup.cli.output.Problem;

/// A command line that cannot be run as it was typed.
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1;

  private final String subject;
  private final String advice;
  private final String excerpt;

  /// @param subject the word it is about
  /// @param what    what is wrong with it
  /// @param advice  what to type instead; may be empty
  public UsageException(String subject, String what, String advice) {
    this(subject, what, advice, "");
  }

  /// @param excerpt lines that show the place; may be empty
  public UsageException(String subject, String what, String advice, String excerpt) {
    super(what);
    this.subject = subject;
    this.advice = advice;
    this.excerpt = excerpt;
  }

  /// What is wrong, as the terminal tells it.
  public Problem problem() {
    return new Problem(Problem.Kind.USAGE, subject, String.valueOf(getMessage()), advice, excerpt);
  }
}
