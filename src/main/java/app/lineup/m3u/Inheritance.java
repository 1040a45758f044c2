package app.lineup.m3u;

/// What becomes of the things that an entry does not say itself, because the list says them for several (`M3U-24`
/// and `M3U-31`).
public enum Inheritance {
  /// Order, membership and source are as the provider left them: nothing needs to be written.
  LEFT_IN_PLACE,
  /// Neighbours may be gone, or groups changed: a lasting `#EXTGRP` is written into each entry and its line goes.
  WRITTEN_OUT,
  /// Lists are merged under one header: the header's attributes are written into each entry too.
  WRITTEN_OUT_WITH_HEADER
}
