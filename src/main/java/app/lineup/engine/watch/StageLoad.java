package app.lineup.engine.watch;

/// What a stage has under way and put aside at one moment. Immutable.
///
/// @param chunkItems   how many items the last pull asked for, 0 before the first and after the last
/// @param chunksAhead  how many chunks are being worked on, or wait, before anybody asked for them
/// @param heldBytes    what rests in memory
/// @param spilledBytes what was put on disk for want of memory so far
public record StageLoad(int chunkItems, int chunksAhead, long heldBytes, long spilledBytes) {

  /// Nothing.
  public static final StageLoad NONE = new StageLoad(0, 0, 0, 0);
}
