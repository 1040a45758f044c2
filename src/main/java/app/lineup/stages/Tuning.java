package app.lineup.stages;

import app.lineup.model.Deduplication;
import java.util.Map;
import java.util.OptionalInt;

/// How a run is to be done, where the user does not leave that to the program. Immutable.
///
/// @param preferred     the strategy that is asked for, by the id of its stage
/// @param chunkItems    the most items that a pull takes; pressure makes it less
/// @param deduplication what makes two channels of different sources the same
public record Tuning(Map<String, String> preferred, OptionalInt chunkItems, Deduplication deduplication) {

  /// Everything as the program sees fit, and every channel of every source.
  public static final Tuning NONE = new Tuning(Map.of(), OptionalInt.empty(), Deduplication.NONE);

  public Tuning {
    preferred = Map.copyOf(preferred);
  }
}
