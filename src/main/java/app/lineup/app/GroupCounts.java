package app.lineup.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many channels each group has. Holds a bounded number of names, since a broken list may have one a channel. Not
/// thread-safe; used by one thread.
public final class GroupCounts {

  /// Ten times the groups of the largest real lists.
  static final int MOST_GROUPS = 10_000;
  private static final int MOST_CHARS = 1024 * 1024;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private int chars;
  private long beyond;

  /// Counts a channel of this group.
  public void add(String group) {
    Long known = counts.get(group);
    if (known != null) {
      counts.put(group, known + 1);
    } else if (counts.size() < MOST_GROUPS && group.length() <= MOST_CHARS - chars) {
      counts.put(group, 1L);
      chars += group.length();
    } else {
      beyond++;
    }
  }

  /// Channels by group, in the order of the groups' first channels.
  public Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /// How many channels are in groups that were not kept.
  public long beyond() {
    return beyond;
  }
}
