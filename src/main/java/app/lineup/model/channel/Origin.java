package app.lineup.model.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a channel comes from, shared by all channels of one source that have the same inheritance.
///
/// @param sourceName   the source's name
/// @param sourceType   the kind of source, as rules see it
/// @param sourceUrl    the source's place with credentials masked
/// @param stickyGroup  the group of an `#EXTGRP` line above that lasts until the next one, empty where there is none
/// @param headerValues attributes of the `#EXTM3U` line that apply to entries which have none of their own, in its
///                     order
public record Origin(
    String sourceName, String sourceType, String sourceUrl, String stickyGroup, Map<String, String> headerValues) {

  public Origin {
    // Not Map.copyOf, whose order is another in each process: it is the order in which entries are given them.
    headerValues = headerValues.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headerValues));
  }

  /// The same source with another lasting group.
  public Origin withStickyGroup(String group) {
    return new Origin(sourceName, sourceType, sourceUrl, group, headerValues);
  }
}
