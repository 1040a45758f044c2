package app.lineup.oracle;

/// A rule asks for more steps than the language grants, or for a text that is too long. Whether a run notices depends
/// on what it could answer without asking, so that such a case says nothing.
final class TooHardException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooHardException() {
    super("too hard", null, false, false);
  }
}
