package app.lineup.io.http;

import java.net.http.HttpHeaders;

/// What a server answered, its body still on the way. Not thread-safe; used by one thread.
///
/// Taken the moment the head is there. The client's own response cannot be: where the body breaks early, it may fail as
/// if nothing had come.
///
/// @param status  200 and the like
/// @param headers of the answer
/// @param body    to be read or closed
record Answer(int status, HttpHeaders headers, BodyStream body) implements AutoCloseable {

  /// Whether it brings a document, or a login is to be made, and so on: the first digit of its status.
  boolean isGood() {
    return status / 100 == 2;
  }

  /// Gives up what was not read yet.
  @Override
  public void close() {
    body.close();
  }
}
