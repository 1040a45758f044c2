package app.lineup.boot;

/// No window can be shown here, in words for whoever wanted one.
public final class NoWindowException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoWindowException(Throwable cause) {
    super("no window can be opened here: " + why(reason(cause)) + "\n"
        + "  The commands of the terminal work without: see lineup --help.", cause);
  }

  /// JavaFX says only in its texts what is missing on Linux.
  private static String why(String reason) {
    if (reason.contains("DISPLAY")) {
      return "there is no display.\n"
          + "  DISPLAY names no screen that can be reached; start it in a desktop session, or with ssh -X.";
    }
    if (reason.contains("GTK") || reason.contains("libgtk")) {
      return "the library GTK 3 is missing.\n"
          + "  Install it: on Debian and Ubuntu the package libgtk-3-0, in newer releases libgtk-3-0t64; on Fedora "
          + "gtk3.";
    }
    return reason + "\n  A display is needed, and on Linux the library GTK 3 (libgtk-3-0 or libgtk-3-0t64).";
  }

  private static String reason(Throwable cause) {
    Throwable at = cause;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
  }
}
