package app.lineup.model.channel;

import java.util.regex.Pattern;

/// An address without the parts that change when the login changes, for the keys by which a channel is known again.
/// Thread-safe.
///
/// Not for showing: `Secrets` hides more, and may hide still more tomorrow. This stays as it is to the letter, because
/// the numbers that people keep are found by these keys.
final class StableAddress {

  /// What stands in place of what changes.
  static final String HIDDEN = "***";

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

  private StableAddress() {}

  /// `text` with what belongs to a login replaced by `***`.
  static String of(String text) {
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
