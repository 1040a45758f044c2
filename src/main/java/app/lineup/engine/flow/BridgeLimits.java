package app.lineup.engine.flow;

/// How much a [StageBridge] may hold, as things are now. Immutable.
///
/// @param chunkItems  how many items its pulls ask for, at least 1
/// @param chunks      how many chunks may wait, at least 1
/// @param weightBytes how much the waiting items may weigh in all; one chunk is let in whatever it weighs, so that
///     nothing stands still
public record BridgeLimits(int chunkItems, int chunks, long weightBytes) {

  public BridgeLimits {
    if (chunkItems < 1 || chunks < 1) {
      throw new IllegalArgumentException("no room at all: " + chunkItems + " items, " + chunks + " chunks");
    }
  }
}
