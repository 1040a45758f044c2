package app.lineup.model.secret;

/// A masked text while it is put together. Not thread-safe; used by one thread.
final class Masked {

  static final String HIDDEN = "***";

  private final StringBuilder out;
  private boolean login;

  Masked(int length) {
    out = new StringBuilder(length + HIDDEN.length());
  }

  Masked show(CharSequence text) {
    out.append(text);
    return this;
  }

  Masked show(CharSequence text, int from, int to) {
    out.append(text, from, to);
    return this;
  }

  /// Hides what may be a credential or something harmless that looks like one.
  Masked hide() {
    out.append(HIDDEN);
    return this;
  }

  /// Hides what is a credential.
  Masked hideLogin() {
    login = true;
    return hide();
  }

  /// Notes what another one found that is shown as part of this one.
  Masked join(Masked part) {
    login |= part.login;
    out.append(part.out);
    return this;
  }

  /// Whether a credential was hidden, rather than something that only may be one.
  boolean hasLogin() {
    return login;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
