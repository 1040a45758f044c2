package app.lineup.io.http;

import java.io.IOException;

/// A limit of [FetchLimits] was met while bytes were awaited; the message is the sentence to show.
final class TimeLimitException extends IOException {

  private static final long serialVersionUID = 1;

  TimeLimitException(String what) {
    super(what);
  }
}
