package app.lineup.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// The answer to one request, and how far it got. Not thread-safe; used by that request's thread.
final class Response {

  /// Tells the JDK's server that no body follows.
  private static final long NO_BODY = -1;

  private final HttpExchange exchange;
  private final boolean headOnly;
  private final LongConsumer progress;
  private int status;
  private long bytes;
  private boolean complete;

  /// @param progress hears how many bytes of the body went out so far
  Response(HttpExchange exchange, LongConsumer progress) {
    this.progress = progress;
    this.exchange = exchange;
    this.headOnly = exchange.getRequestMethod().equals("HEAD");
  }

  /// Sets a header.
  Response with(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
    return this;
  }

  /// Answers in a sentence.
  void say(int code, String sentence) throws IOException {
    byte[] text = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    with("Content-Type", "text/plain; charset=utf-8");
    begin(code, text.length);
    if (!headOnly) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(text);
        bytes = text.length;
      }
    }
    complete = true;
  }

  /// Answers with a stretch of the file, `pieceBytes` at a time.
  void send(int code, Slice slice, int pieceBytes) throws IOException {
    begin(code, slice.length());
    if (!headOnly && slice.length() > 0) {
      try (OutputStream body = exchange.getResponseBody()) {
        slice.writeTo(body, pieceBytes, count -> {
          bytes += count;
          progress.accept(bytes);
        });
      }
    }
    complete = true;
  }

  /// Answers with headers alone.
  void end(int code) throws IOException {
    status = code;
    exchange.sendResponseHeaders(code, NO_BODY);
    complete = true;
  }

  private void begin(int code, long length) throws IOException {
    status = code;
    if (headOnly) {
      // The JDK's server leaves the length to its caller here.
      with("Content-Length", Long.toString(length));
    }
    exchange.sendResponseHeaders(code, headOnly || length == 0 ? NO_BODY : length);
  }

  /// 0 where nothing was answered.
  int status() {
    return status;
  }

  long bytes() {
    return bytes;
  }

  boolean isComplete() {
    return complete;
  }
}
