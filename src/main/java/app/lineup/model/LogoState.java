package app.lineup.model;

/// What Logo Prefetch learned about a channel's picture.
public enum LogoState {
  /// The picture was not looked for.
  NOT_FETCHED
}
