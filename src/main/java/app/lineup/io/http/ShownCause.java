package app.lineup.io.http;

import app.lineup.model.Secrets;
import java.io.IOException;

/// A failure as "Details" may show it: its kind, its masked message and its stack trace.
///
/// The failures of the HTTP client quote addresses now and then, so none of them is handed on itself.
final class ShownCause extends IOException {

  private static final long serialVersionUID = 1;

  private ShownCause(String message) {
    super(message);
  }

  static ShownCause of(Throwable why) {
    String message = why.getMessage();
    var shown = new ShownCause(why.getClass().getName() + (message == null ? "" : ": " + Secrets.mask(message)));
    shown.setStackTrace(why.getStackTrace());
    Throwable deeper = why.getCause();
    if (deeper != null) {
      shown.initCause(of(deeper));
    }
    return shown;
  }
}
