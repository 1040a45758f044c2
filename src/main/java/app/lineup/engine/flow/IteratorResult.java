package app.lineup.engine.flow;

import java.util.List;

/// The answer to a pull: items, or the end.
///
/// @param <T> the kind of item
public sealed interface IteratorResult<T> {

  /// At least one item, at most as many as were asked for.
  record Items<T>(List<T> items) implements IteratorResult<T> {
    public Items {
      if (items.isEmpty()) {
        throw new IllegalArgumentException("a chunk is never empty");
      }
    }
  }

  /// There is nothing more, now or later.
  record Finished<T>() implements IteratorResult<T> {}
}
