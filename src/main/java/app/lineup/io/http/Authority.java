package app.lineup.io.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The server that an address names, also where [URI] itself sees none, as in `http://iptv_proxy/list` (`M3U-79`).
/// Immutable.
///
/// @param login `user:password` as it is written in the address
/// @param host  without brackets missing or added; empty where none can be read
/// @param port  negative where none is said
record Authority(Optional<String> login, String host, int port) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.%A-Za-z_-]+]");
  private static final Authority NONE = new Authority(Optional.empty(), "", -1);

  static Authority of(URI uri) {
    String raw = uri.getRawAuthority();
    if (raw == null) {
      return NONE;
    }
    int at = raw.lastIndexOf('@');
    Optional<String> login = at < 0 ? Optional.empty() : Optional.of(raw.substring(0, at));
    String server = raw.substring(at + 1);
    int colon = server.lastIndexOf(':');
    boolean hasPort = colon > server.lastIndexOf(']') && colon >= 0;
    String host = hasPort ? server.substring(0, colon) : server;
    String port = hasPort ? server.substring(colon + 1) : "";
    boolean known = HOST.matcher(host).matches() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0'
        && c <= '9');
    return known ? new Authority(login, host, port.isEmpty() ? -1 : Integer.parseInt(port)) : NONE;
  }

  /// The login with its escapes read.
  Optional<String> readLogin() {
    return login.flatMap(raw -> {
      try {
        return Optional.ofNullable(new URI("http://" + raw + "@host/").getUserInfo());
      } catch (URISyntaxException _) {
        return Optional.of(raw);
      }
    });
  }

  /// Whether it is the same server by the same scheme.
  static boolean isSame(URI one, URI other) {
    Authority first = of(one);
    Authority second = of(other);
    return scheme(one).equals(scheme(other)) && first.host.equalsIgnoreCase(second.host)
        && first.port(one) == second.port(other);
  }

  private int port(URI uri) {
    return port >= 0 ? port : scheme(uri).equals("https") ? 443 : 80;
  }

  static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  /// The address without login and fragment, which are not for the request line.
  URI bare(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(uri.getScheme() + "://" + host + (port < 0 ? "" : ":" + port) + path + query);
  }

  @Override
  public String toString() {
    return host;
  }
}
