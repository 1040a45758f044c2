package app.lineup.io.input;

import java.io.IOException;

/// A packed list that cannot be unpacked to its end.
final class DamagedException extends IOException {

  private static final long serialVersionUID = 1;

  DamagedException(Throwable why) {
    super(why.getMessage(), why);
  }
}
