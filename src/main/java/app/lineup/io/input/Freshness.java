package app.lineup.io.input;

/// Whether an address is asked again. Files are always read as they are now.
public enum Freshness {
  /// The server is asked; it may say that nothing changed.
  FETCH,
  /// The list that was fetched last is read. No server is asked, also where there is none: what is only looked at, at
  /// every change, must not knock at a server that does not answer.
  KEPT
}
