package app.lineup.rule.set;

import app.lineup.rule.syntax.RuleSyntaxException;
import java.io.Serial;

/// A file that is no usable rule set. Says which file, where in it, what is wrong, and what to do. Immutable.
public final class RuleSetException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String file;
  private final String advice;
  private final String excerpt;

  RuleSetException(String file, String what, String advice) {
    this(file, what, advice, "");
  }

  private RuleSetException(String file, String what, String advice, String excerpt) {
    super(what);
    this.file = file;
    this.advice = advice;
    this.excerpt = excerpt;
  }

  /// A rule that cannot be understood.
  ///
  /// @param number its place among the entries, the first is 1
  /// @param line   the line of the file where it begins
  static RuleSetException of(String file, int number, long line, RuleSyntaxException wrong) {
    String picture = wrong.picture();
    String what = "entry " + number + " (line " + line + " of the file): line " + wrong.line() + ", column "
        + wrong.column()
        + ": found " + wrong.found() + ", expected " + wrong.expected();
    String advice = wrong.suggestion().map(name -> "Did you mean " + name + "?").orElse("")
        + (wrong.suggestion().isPresent() ? " " : "")
        + "Mend it in the file, or switch it off there with \"on\": false.";
    return new RuleSetException(file, what, advice, picture.substring(picture.indexOf('\n') + 1));
  }

  /// The file as it was named.
  public String file() {
    return file;
  }

  /// What is wrong, as a sentence without its full stop.
  public String what() {
    return String.valueOf(getMessage());
  }

  /// What to do; may be empty.
  public String advice() {
    return advice;
  }

  /// The line of a rule where it is wrong, with a caret underneath; empty where it is no matter of a rule.
  public String excerpt() {
    return excerpt;
  }
}
