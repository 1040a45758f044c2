package app.lineup.model;

import java.util.regex.Pattern;

/// Hides what must never be shown of an address: user, password, token. Thread-safe.
///
/// Covers `user:password@host`, query parameters that carry credentials, and the Xtream path form
/// `/user/password/12345` with or without `live`, `movie`, `series` or `timeshift` before it.
public final class Secrets {

  private static final String HIDDEN = "***";
  private static final Pattern USER_INFO = Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]*://)[^/?#\\s\"'@]+(?:@[^/?#\\s\"'@]+)*@");
  private static final Pattern QUERY = Pattern.compile(
      "(?i)([?&;|](?:amp;)?(?:user(?:name)?|pass(?:word)?|pwd|token|auth|key|api_?key|access_?token|mac|sid|session|sig(?:nature)?|hash|login|playlist_?token)=)[^&#\\s\"'|]+");
  private static final Pattern STREAM_PATH = Pattern.compile(
      "(?i)(://[^/\\s\"']+(?:/[^/\\s\"'?#]+)*?/(?:live|movie|series|timeshift|play|hls)/)[^/\\s\"'?#]+/[^/\\s\"'?#]+(?=/)");
  private static final Pattern BARE_PATH = Pattern.compile(
      "(?i)(://[^/\\s\"']+/)[^/\\s\"'?#]+/[^/\\s\"'?#]+(?=/\\d+(?:\\.\\w+)?(?:[?#|\\s\"']|$))");

  private Secrets() {}

  /// `text` with every credential in the addresses it holds replaced by `***`.
  public static String mask(String text) {
    if (text.indexOf('=') < 0 && !text.contains("://")) {
      return text;
    }
    String masked = USER_INFO.matcher(text).replaceAll("$1" + HIDDEN + "@");
    masked = QUERY.matcher(masked).replaceAll("$1" + HIDDEN);
    masked = STREAM_PATH.matcher(masked).replaceAll("$1" + HIDDEN + "/" + HIDDEN);
    return BARE_PATH.matcher(masked).replaceAll("$1" + HIDDEN + "/" + HIDDEN);
  }
}
