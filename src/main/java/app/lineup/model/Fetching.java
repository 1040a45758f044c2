package app.lineup.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a source is fetched, beside its address (`HTTP-88`). Immutable. Headers and login are secrets: its text shows
/// none of them.
///
/// @param headers        sent to the server of the address; User-Agent and Referer also to where it redirects
/// @param login          for the server of the address, as Basic or Digest, as it asks; one in the address goes before
/// @param anyCertificate whether a certificate that nobody vouches for is taken
public record Fetching(List<Header> headers, Optional<Login> login, boolean anyCertificate) {

  /// Nothing but the address.
  public static final Fetching PLAIN = new Fetching(List.of(), Optional.empty(), false);

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final List<String> OURS =
      List.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

  public Fetching {
    headers = List.copyOf(headers);
  }

  /// One header of the request.
  ///
  /// @param name  as it is sent
  /// @param value without line breaks
  public record Header(String name, String value) {

    public Header {
      if (!isName(name) || !isValue(value)) {
        throw new IllegalArgumentException("no header");
      }
    }

    /// Whether a header may be called so; not what the connection itself decides.
    public static boolean isName(String text) {
      return NAME.matcher(text).matches() && !OURS.contains(text.toLowerCase(Locale.ROOT));
    }

    /// Whether a header may say so.
    public static boolean isValue(String text) {
      return text.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7F);
    }

    /// The header that `Name: value` means; empty where it means none.
    public static Optional<Header> parse(String text) {
      int colon = text.indexOf(':');
      String name = colon < 0 ? "" : text.substring(0, colon).strip();
      String value = text.substring(colon + 1).strip();
      return isName(name) && isValue(value) ? Optional.of(new Header(name, value)) : Optional.empty();
    }

    /// Whether it goes on to other servers, as a browser's would.
    public boolean isHarmless() {
      return is("User-Agent") || is("Referer") || is("Accept") || is("Accept-Language");
    }

    /// Whether it is called so.
    public boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
      return name + ": " + Secrets.HIDDEN;
    }
  }

  /// Who fetches.
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return Secrets.HIDDEN;
    }
  }

  /// The value of a header that is sent, whatever the case of its name.
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
  }
}
