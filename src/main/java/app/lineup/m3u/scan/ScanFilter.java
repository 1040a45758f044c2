package app.lineup.m3u.scan;

/// Which entries a scanner gives. What it leaves out is still read as far as the entries after it need.
public enum ScanFilter {
  /// Every entry.
  ALL,
  /// Entries that may have a number of their own; some of them turn out to have none.
  MAY_HAVE_NUMBER
}
