package app.lineup.pipeline;

import app.lineup.model.Deduplication;
import app.lineup.model.SpillFormat;
import java.util.Map;
import java.util.OptionalInt;

/// How a run is to be done, where the user does not leave that to the program. Immutable.
///
/// @param preferred     the strategy that is asked for, by the id of its stage
/// @param chunkItems    the most items that a pull takes; pressure makes it less
/// @param deduplication what makes two channels of different sources the same
/// @param spillFormat   how channels lie on the disk that have no room in memory
public record Tuning(
    Map<String, String> preferred, OptionalInt chunkItems, Deduplication deduplication, SpillFormat spillFormat) {

  /// Everything as the program sees fit, and every channel of every source.
  public static final Tuning NONE = new Tuning(Map.of(), OptionalInt.empty(), Deduplication.NONE);

  public Tuning {
    preferred = Map.copyOf(preferred);
  }

  /// One with the usual files for what has no room in memory.
  public Tuning(Map<String, String> preferred, OptionalInt chunkItems, Deduplication deduplication) {
    this(preferred, chunkItems, deduplication, SpillFormat.PACKED);
  }

  /// The same with other files.
  public Tuning with(SpillFormat format) {
    return new Tuning(preferred, chunkItems, deduplication, format);
  }
}
