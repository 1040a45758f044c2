package app.lineup.model;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Reads the addresses that providers hand out, which are not always legal: a space or a `|` in a password, letters
/// beyond ASCII. Thread-safe: no state.
public final class Address {

  private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=";
  private static final String LEGAL_IN_LOGIN = "-._~:!$&'()*+,;=";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Address() {}

  /// The part before `://` in lower case, empty where `text` has none and so is the name of a file.
  public static String scheme(String text) {
    int colon = text.indexOf("://");
    return colon <= 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /// The address that `text` means, with what is not legal in it escaped; empty where it names no host. The last `@`
  /// before the path ends the login, and a host in another script is written as servers are known (`M3U-79`).
  public static Optional<URI> parse(String text) {
    int from = text.indexOf("://") + 3;
    if (from < 3) {
      return Optional.empty();
    }
    int to = from;
    while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    int at = text.lastIndexOf('@', to - 1);
    String login = at < from ? "" : escaped(text.substring(from, at), LEGAL_IN_LOGIN) + "@";
    try {
      String host = host(text.substring(Math.max(from, at + 1), to));
      URI uri = new URI(text.substring(0, from) + login + host + escaped(text.substring(to), LEGAL));
      return uri.getRawAuthority() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String host(String text) {
    if (text.startsWith("[") || text.chars().allMatch(c -> c < 0x80)) {
      return escaped(text, LEGAL);
    }
    int colon = text.lastIndexOf(':');
    String port = colon < 0 ? "" : text.substring(colon);
    return IDN.toASCII(colon < 0 ? text : text.substring(0, colon), IDN.ALLOW_UNASSIGNED) + port;
  }

  private static String escaped(String address, String legals) {
    var legal = new StringBuilder();
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean escape = c == '%' && i + 2 < bytes.length && HexFormat.isHexDigit(bytes[i + 1])
          && HexFormat.isHexDigit(bytes[i + 2]);
      boolean alphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
      if (escape || alphanumeric || legals.indexOf(c) >= 0) {
        legal.append(c);
      } else {
        legal.append('%').append(HEX.toHexDigits(bytes[i]));
      }
    }
    return legal.toString();
  }
}
