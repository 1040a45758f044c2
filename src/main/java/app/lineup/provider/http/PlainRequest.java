package app.lineup.provider.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/// Writes a request for an address over http in the clear, as [Requests] makes it for the JDK's client. Thread-safe: no
/// state.
final class PlainRequest {

  private PlainRequest() {}

  /// The bytes of a request.
  ///
  /// @param withLogin whether the `user:password@` of the address is sent
  /// @param known     what is not to be sent again
  static byte[] get(URI uri, boolean withLogin, Validators known) {
    var text = new StringBuilder(256).append("GET ").append(target(uri)).append(" HTTP/1.1\r\nHost: ").append(uri.getHost());
    if (uri.getPort() >= 0) {
      text.append(':').append(uri.getPort());
    }
    text.append("\r\nUser-Agent: ").append(Requests.USER_AGENT).append("\r\nAccept-Encoding: gzip\r\n");
    if (withLogin && uri.getUserInfo() != null) {
      text.append("Authorization: ").append(basic(uri.getUserInfo())).append("\r\n");
    }
    known.etag().ifPresent(etag -> text.append("If-None-Match: ").append(etag).append("\r\n"));
    known.lastModified().ifPresent(changed -> text.append("If-Modified-Since: ").append(changed).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// A login as it is sent.
  static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /// Path and query. An address holds neither blanks nor control characters, but it may hold letters of any language.
  private static String target(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    return target.chars().allMatch(c -> c < 0x7F) ? target : escaped(target);
  }

  private static String escaped(String target) {
    var escaped = new StringBuilder();
    for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      } else {
        escaped.append((char) b);
      }
    }
    return escaped.toString();
  }
}
