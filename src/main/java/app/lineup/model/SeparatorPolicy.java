package app.lineup.model;

/// What becomes of separator rows such as `##### SPORTS #####` (`M3U-37`). They are never numbered.
public enum SeparatorPolicy {
  /// They stay where they are.
  KEEP,
  /// They are left out.
  HIDE
}
