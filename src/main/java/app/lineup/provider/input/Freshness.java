package app.lineup.provider.input;

/// Whether an address is asked again. Files are always read as they are now.
public enum Freshness {
  /// The server is asked; it may say that nothing changed.
  FETCH,
  /// The list that was fetched last is read, and the server asked only where there is none.
  KEPT
}
