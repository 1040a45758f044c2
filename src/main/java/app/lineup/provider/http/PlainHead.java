package app.lineup.provider.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// What an HTTP/1 answer says before its body, as far as anybody here asks. Immutable.
///
/// @param status      200 and the like
/// @param keeps       whether the server keeps the connection
/// @param lengthBytes of the body, −1 where nobody says
/// @param chunked     whether the body comes in chunks that say their own lengths
/// @param encoding    how the body is packed for the way, in small letters; empty where it is not
/// @param location    where a redirect leads
/// @param validators  what the server calls this state of the document
record PlainHead(
    int status, boolean keeps, long lengthBytes, boolean chunked, String encoding, Optional<String> location,
    Validators validators) {

  private static final int MOST_LINES = 200;
  private static final int MOST_INTERIM = 5;
  private static final int DIGITS = 15;

  /// Reads one; what a server says ahead of its answer is passed over.
  static PlainHead read(PlainConnection from) throws IOException {
    for (int i = 0; i <= MOST_INTERIM; i++) {
      PlainHead head = readOne(from);
      if (head.status() >= 200) {
        return head;
      }
    }
    throw new IOException("the server does not come to its answer");
  }

  private static PlainHead readOne(PlainConnection from) throws IOException {
    String first = from.line();
    int status = status(first);
    boolean keeps = !first.startsWith("HTTP/1.0");
    long length = -1;
    boolean chunked = false;
    String encoding = "";
    Optional<String> location = Optional.empty();
    Optional<String> etag = Optional.empty();
    Optional<String> changed = Optional.empty();
    int lines = 0;
    for (String line = from.line(); !line.isEmpty(); line = from.line()) {
      int colon = line.indexOf(':');
      if (colon <= 0 || ++lines > MOST_LINES) {
        throw new IOException("this is no answer of a web server");
      }
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = length(value, length);
        case "transfer-encoding" -> chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
        case "connection" -> keeps = keeps(value.toLowerCase(Locale.ROOT), keeps);
        case "content-encoding" -> encoding = value.toLowerCase(Locale.ROOT);
        case "location" -> location = Optional.of(value);
        case "etag" -> etag = Optional.of(value);
        case "last-modified" -> changed = Optional.of(value);
        default -> {
          // Nobody here asks.
        }
      }
    }
    // Whoever says both may mean either: the chunks are believed, and the connection is not.
    boolean doubtful = chunked && length >= 0;
    return new PlainHead(
        status, keeps && !doubtful, chunked ? -1 : length, chunked, encoding, location, new Validators(etag, changed));
  }

  private static int status(String line) throws IOException {
    boolean known = line.length() >= 12 && line.startsWith("HTTP/1.") && line.charAt(8) == ' ';
    String digits = known ? line.substring(9, 12) : "";
    if (!isNumber(digits) || digits.charAt(0) == '0') {
      throw new IOException("this is no answer of a web server");
    }
    return Integer.parseInt(digits);
  }

  private static long length(String value, long before) throws IOException {
    if (!isNumber(value) || before >= 0 && before != Long.parseLong(value)) {
      throw new IOException("the server does not say clearly how long its answer is");
    }
    return Long.parseLong(value);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= DIGITS;
  }

  private static boolean keeps(String connection, boolean before) {
    return connection.contains("close") ? false : connection.contains("keep-alive") || before;
  }

  /// Whether an answer with this has a body at all.
  boolean hasBody() {
    return status != 204 && status != 304 && lengthBytes != 0;
  }
}
