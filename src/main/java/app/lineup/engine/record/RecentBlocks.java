package app.lineup.engine.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The blocks that were asked for last, for a table that asks for neighbours again and again. Thread-safe.
final class RecentBlocks<T> {

  /// Some hundred kilobytes of entries each: a few screens up and down.
  private static final int MOST = 8;

  private final Map<Integer, List<T>> blocks = new LinkedHashMap<>(16, 0.75f, true);

  synchronized @Nullable List<T> get(int block) {
    return blocks.get(block);
  }

  synchronized void put(int block, List<T> items) {
    blocks.put(block, items);
    if (blocks.size() > MOST) {
      blocks.remove(blocks.keySet().iterator().next());
    }
  }

  synchronized void clear() {
    blocks.clear();
  }
}
