package app.lineup.pipeline;

/// How much a run is to read, as far as that is known before it begins. Immutable.
///
/// @param items how many entries its sources have; see [Forecast#likelyItems]
/// @param bytes how many bytes they have, unpacked
/// @param slow  how many of them take long to unpack
public record ToRead(long items, long bytes, int slow) {

  /// One whose lists are unpacked sooner than they are worked on.
  public ToRead(long items, long bytes) {
    this(items, bytes, 0);
  }
}
