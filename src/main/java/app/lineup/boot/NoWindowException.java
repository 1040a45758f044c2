package app.lineup.boot;

/// No window can be shown here, in words for whoever wanted one.
public final class NoWindowException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoWindowException(Throwable cause) {
    super("no window can be opened here: " + reason(cause) + "\n"
        + "  A screen is needed, and on Linux the library GTK 3 (libgtk-3-0).\n"
        + "  The commands of the terminal work without: see lineup --help.", cause);
  }

  private static String reason(Throwable cause) {
    Throwable at = cause;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
  }
}
