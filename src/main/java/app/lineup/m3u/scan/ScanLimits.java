package app.lineup.m3u.scan;

/// How much of a list is accepted.
///
/// @param maxLineBytes a longer line costs its entry (`M3U-29`)
public record ScanLimits(int maxLineBytes) {

  /// Four times the longest line seen in a real list.
  public static final ScanLimits DEFAULT = new ScanLimits(256 * 1024);
}
