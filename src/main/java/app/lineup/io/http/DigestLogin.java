package app.lineup.io.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A login by Digest (RFC 7616), which the HTTP client does not know. Not thread-safe; used by one fetch.
final class DigestLogin {

  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9-]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^\\s,\"]+))");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, String> challenge;
  private final String function;
  private final boolean session;
  private int count;

  private DigestLogin(Map<String, String> challenge, String function, boolean session) {
    this.challenge = challenge;
    this.function = function;
    this.session = session;
  }

  /// What an answer of 401 asks for; empty where that is no Digest that can be made. SHA-256 goes before MD5.
  static Optional<DigestLogin> asked(HttpHeaders headers) {
    Optional<DigestLogin> best = Optional.empty();
    for (String line : headers.allValues("WWW-Authenticate")) {
      Matcher scheme = Pattern.compile("(?i)(?:^|,|\\s)Digest\\s").matcher(line);
      for (int from = 0; scheme.find(from); from = scheme.end()) {
        Optional<DigestLogin> one = of(line.substring(scheme.end()));
        best = one.isPresent() && (best.isEmpty() || one.get().function.equals("SHA-256")) ? one : best;
      }
    }
    return best;
  }

  private static Optional<DigestLogin> of(String text) {
    Map<String, String> values = new TreeMap<>();
    Matcher each = PARAMETER.matcher(text);
    while (each.find()) {
      String value = each.group(2) == null ? each.group(3) : each.group(2).replaceAll("\\\\(.)", "$1");
      values.putIfAbsent(each.group(1).toLowerCase(Locale.ROOT), value);
    }
    String algorithm = values.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    boolean session = algorithm.endsWith("-SESS");
    String function = session ? algorithm.substring(0, algorithm.length() - 5) : algorithm;
    boolean known = function.equals("MD5") || function.equals("SHA-256");
    boolean qop = !values.containsKey("qop") || (", " + values.get("qop") + ",").matches("(?i).*[, ]auth\\s*,.*");
    return known && qop && values.containsKey("nonce") ? Optional.of(new DigestLogin(values, function, session))
        : Optional.empty();
  }

  /// The value of `Authorization` for the next request.
  ///
  /// @param login `user:password`
  String authorization(String login, URI uri) {
    int colon = login.indexOf(':');
    String user = colon < 0 ? login : login.substring(0, colon);
    String realm = challenge.getOrDefault("realm", "");
    String nonce = challenge.getOrDefault("nonce", "");
    String own = HexFormat.of().formatHex(randomBytes());
    String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    count++;
    String number = String.format(Locale.ROOT, "%08x", count);
    String secret = hash(user + ":" + realm + ":" + (colon < 0 ? "" : login.substring(colon + 1)));
    String first = session ? hash(secret + ":" + nonce + ":" + own) : secret;
    String second = hash("GET:" + path);
    boolean qop = challenge.containsKey("qop");
    String response = hash(first + ":" + nonce + ":" + (qop ? number + ":" + own + ":auth:" : "") + second);
    return "Digest username=\"" + quoted(user) + "\", realm=\"" + quoted(realm) + "\", nonce=\"" + quoted(nonce)
        + "\", uri=\"" + path + "\", algorithm=" + function + (session ? "-sess" : "") + ", response=\"" + response
            + "\""
        + (qop ? ", qop=auth, nc=" + number + ", cnonce=\"" + own + "\"" : "")
        + Optional.ofNullable(challenge.get("opaque")).map(text -> ", opaque=\"" + quoted(text) + "\"").orElse("");
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(function).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + function, e);
    }
  }
}
