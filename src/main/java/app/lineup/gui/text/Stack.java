package app.lineup.gui.text;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Where a failure came from, as text. Thread-safe: no state.
public final class Stack {

  private Stack() {}

  /// The stack trace of `failure`; whoever shows it masks what may carry credentials.
  public static String of(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
