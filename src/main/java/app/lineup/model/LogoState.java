package app.lineup.model;

/// What Logo Prefetch learned about a channel's picture.
public enum LogoState {
  /// The picture was not looked for.
  NOT_FETCHED,
  /// The channel names no address that a picture could be fetched from.
  NO_ADDRESS,
  /// The picture is in the cache.
  CACHED,
  /// There was no picture to be had, now or a short while ago.
  FAILED
}
