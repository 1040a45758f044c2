package app.lineup.library.edits;

/// What of a channel can be changed by hand. The order of the constants is that of the library's file: new ones come
/// last.
public enum EditField {
  /// Its name.
  NAME,
  /// The group that it is in.
  GROUP,
  /// Its number.
  NUMBER,
  /// Its picture's address.
  LOGO,
  /// By what guides know it.
  TVG_ID,
  /// Its stream's address.
  ADDRESS,
  /// Whether it is left out, `true` or empty.
  HIDDEN,
  /// Whether it stays whatever filters say, `true` or empty.
  KEPT
}
