package app.lineup.model;

import java.util.regex.Pattern;

/// Hides what must never be shown of an address: user, password, token. Thread-safe.
///
/// Covers `user:password@host` with or without a scheme, parameters that carry credentials (behind `?`, `&`, `;`, `#`,
/// `|`, also percent-encoded), and the Xtream path forms `/user/password/12345` and `/live/user/password`, wherever in
/// the path they begin. In doubt it hides more than it must.
public final class Secrets {

  /// What stands in place of a credential.
  public static final String HIDDEN = "***";

  private static final Pattern USER_INFO =
      Pattern.compile("(://)(?:[^\\s\"'@/:?#]+|[^\\s\"'@/:]+:[^\\s\"'@]*)@(?=[^\\s@])");

  private static final Pattern BARE_USER_INFO =
      Pattern.compile("(?<![^\\s\"'(=«“])[^\\s\"'@/:]+:(?!//)[^\\s\"'@]*@(?=\\w)");

  private static final Pattern PARAMETER = Pattern.compile(
      "((?:[?&;#|]|%3F|%26)(?:amp;)?(?:u|un|user|user_?name|p|pw|pwd|pass|password|pin|token|"
          + "[a-z]+_?token|auth|authorization|"
          + "wmsauthsign|[a-z]*_?key|key|mac|sid|session|session_?id|sig|sign|signature|hash|"
          + "login|secret|st|jwt|code)(?:=|%3D))"
          + "(?:(?!%26)[^&#\\s\"'|])+",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern STREAM_PATH = Pattern.compile(
      "(://[^/\\s\"']+(?:/[^/\\s\"'?#]+)*?/(?:live|movie|series|timeshift|playlist)/)[^/\\s\"'?#]+/[^/\\s\"'?#]+"
          + "(?=/|(?<![^/]\\.[a-z0-9]{2,4})(?:[?#|\\s\"']|$))",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBERED_PATH = Pattern.compile(
      "(://[^/\\s\"']+/(?:[^/\\s\"'?#]+/)*?)[^/\\s\"'?#]+/[^/\\s\"'?#]+(?=/\\d+(?:\\.\\w+)?(?:[?#|\\s\"']|$))",
      Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /// `text` with every credential in the addresses it holds replaced by `***`.
  public static String mask(String text) {
    if (text.indexOf('=') < 0 && text.indexOf('@') < 0 && !text.contains("://") && !text.contains("%3D")) {
      return text;
    }
    String masked = text;
    // Each pattern is asked only where the sign is that it cannot do without: whole playlists are looked through.
    if (text.indexOf('@') >= 0) {
      masked = USER_INFO.matcher(masked).replaceAll("$1" + HIDDEN + "@");
      masked = BARE_USER_INFO.matcher(masked).replaceAll(HIDDEN + "@");
    }
    if (text.indexOf('=') >= 0 || text.contains("%3D") || text.contains("%3d")) {
      masked = PARAMETER.matcher(masked).replaceAll("$1" + HIDDEN);
    }
    if (!masked.contains("://")) {
      return masked;
    }
    masked = STREAM_PATH.matcher(masked).replaceAll("$1" + HIDDEN + "/" + HIDDEN);
    return NUMBERED_PATH.matcher(masked).replaceAll("$1" + HIDDEN + "/" + HIDDEN);
  }
}
