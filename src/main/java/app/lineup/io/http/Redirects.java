package app.lineup.io.http;

import app.lineup.model.Address;
import app.lineup.model.Secrets;
import app.lineup.problem.PipelineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// The way from one address to where it really is (`HTTP-61`). Not thread-safe; used by one fetch.
///
/// Followed by hand, because each refusal needs a sentence of its own: a circle, too many steps, a step from https down
/// to http, which would show the login to everyone on the way.
final class Redirects {

  private final URI start;
  private final int most;
  private final Failures failures;
  private final Set<URI> seen = new HashSet<>();
  private int steps;

  Redirects(URI start, int most, Failures failures) {
    this.start = start;
    this.most = most;
    this.failures = failures;
    seen.add(start);
  }

  /// Whether this is the server of the address: the login and what else is secret goes to no other.
  boolean isStart(URI uri) {
    return Authority.isSame(start, uri);
  }

  static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /// Where an answer sends the reader.
  ///
  /// @param status  of that answer
  /// @param said    what it names, empty where it names nothing
  /// @param changed whether the answer set a cookie: the same address may then answer otherwise
  URI next(URI from, int status, Optional<String> said, boolean changed) throws PipelineException {
    String location = said.orElse("");
    if (location.isBlank()) {
      throw refused("the server redirects, but does not say where to (status " + status + ")",
          "Ask the provider for the right address.");
    }
    URI to = withLogin(resolve(from, location));
    if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
      throw refused("the server redirects from https to http, to " + Secrets.mask(to.toString())
          + ", where everyone on the way could read the login",
          "If you trust that, add the http address itself.");
    }
    steps++;
    if (changed) {
      seen.clear();
    }
    if (!seen.add(to)) {
      throw refused("the server redirects in a circle, back to " + Secrets.mask(to.toString()),
          "Open the address in a browser; the provider may have moved the list.");
    }
    if (steps > most) {
      throw refused("the server redirects more than " + most + " times",
          "Open the address in a browser; the provider may have moved the list.");
    }
    return to;
  }

  private URI resolve(URI from, String location) throws PipelineException {
    try {
      // An address of its own may have a host or a login that is not quite legal.
      Optional<URI> whole = Address.scheme(location.strip()).isEmpty() ? Optional.empty()
          : Address.parse(escaped(location));
      return whole.isPresent() ? whole.get() : from.resolve(new URI(escaped(location)));
    } catch (URISyntaxException e) {
      // The parser's message quotes the address with its login: it is not passed on.
      throw refused("the server redirects to something that is no address", "Ask the provider for the right address.");
    }
  }

  /// A step on the same server keeps the login of the address, as a browser does.
  private URI withLogin(URI to) {
    Optional<String> login = Authority.of(start).login();
    if (login.isEmpty() || Authority.of(to).login().isPresent() || !isStart(to)) {
      return to;
    }
    String text = to.toString();
    int host = text.indexOf("://") + 3;
    return URI.create(text.substring(0, host) + login.get() + "@" + text.substring(host));
  }

  /// What servers put into a `Location` though it is not allowed in an address.
  private static String escaped(String location) {
    var escaped = new StringBuilder();
    for (byte b : location.strip().getBytes(StandardCharsets.ISO_8859_1)) {
      if (b <= ' ' || b == 0x7F || "\"<>\\^`{|}".indexOf(b) >= 0) {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      } else {
        escaped.append((char) b);
      }
    }
    return escaped.toString();
  }

  private PipelineException refused(String what, String advice) {
    return new PipelineException(PipelineException.Kind.EXTERNAL, failures.subject(), what, advice);
  }
}
