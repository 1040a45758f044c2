package app.lineup.io.http;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The cookies of one fetch: what a server sets on a redirect it wants to see at the next step. Not thread-safe; used
/// by one fetch, and forgotten with it.
///
/// Not the JDK's store, which writes addresses with their logins into the log where a cookie cannot be read.
final class Cookies {

  private static final int MOST = 50;

  private final List<Kept> kept = new ArrayList<>();

  /// @param host   that set it, or the domain that it is for
  /// @param domain whether hosts below it get it, too
  private record Kept(String host, boolean domain, String path, boolean secure, String name, String value) {

    boolean isFor(URI uri) {
      String asked = Authority.of(uri).host().toLowerCase(Locale.ROOT);
      String at = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return (asked.equals(host) || domain && asked.endsWith("." + host)) && isBelow(at)
          && (!secure || Authority.scheme(uri).equals("https"));
    }

    /// `/tv` and `/tv/list` are below `/tv`, `/tvs` is not (RFC 6265, 5.1.4).
    private boolean isBelow(String at) {
      return at.startsWith(path)
          && (path.endsWith("/") || at.length() == path.length() || at.charAt(path.length()) == '/');
    }
  }

  /// Takes what an answer sets.
  ///
  /// @return whether it set anything that was not set before
  boolean take(URI from, HttpHeaders headers) {
    List<Kept> before = List.copyOf(kept);
    headers.allValues("Set-Cookie").forEach(line -> read(from, line).ifPresent(one -> {
      kept.removeIf(old -> old.name().equals(one.name()) && old.host().equals(one.host())
          && old.path().equals(one.path()));
      if (kept.size() < MOST) {
        kept.add(one);
      }
    }));
    return !kept.equals(before);
  }

  private static Optional<Kept> read(URI from, String line) {
    try {
      HttpCookie cookie = HttpCookie.parse("Set-Cookie: " + line).getFirst();
      String host = Authority.of(from).host().toLowerCase(Locale.ROOT);
      String domain = cookie.getDomain() == null ? ""
          : cookie.getDomain().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
      boolean wide = domain.contains(".") && (host.equals(domain) || host.endsWith("." + domain));
      String path = cookie.getPath() == null || !cookie.getPath().startsWith("/") ? "/" : cookie.getPath();
      return Optional.of(
          new Kept(wide ? domain : host, wide, path, cookie.getSecure(), cookie.getName(), cookie.getValue()));
    } catch (IllegalArgumentException _) {
      // A cookie that cannot be read is not sent back.
      return Optional.empty();
    }
  }

  /// What to send there, as the header says it; empty for nothing.
  String of(URI to) {
    return kept.stream().filter(one -> one.isFor(to)).map(one -> one.name() + "=" + one.value())
        .collect(Collectors.joining("; "));
  }
}
