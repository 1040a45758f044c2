package app.lineup.gui.sources.model;

import app.lineup.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a refresh changed, in a line. Immutable.
///
/// Only what the counts can tell: which channels came and went would take a comparison of the lists themselves.
///
/// @param channels how many more there are, negative for fewer
/// @param came     how many groups are new
/// @param gone     how many groups are gone
/// @param moved    whether any group has another number of channels than before
record Change(long channels, long came, long gone, boolean moved) {

  static Change between(Map<String, Long> before, long channelsBefore, Map<String, Long> now, long channelsNow) {
    return new Change(
        channelsNow - channelsBefore,
        now.keySet().stream().filter(group -> !before.containsKey(group)).count(),
        before.keySet().stream().filter(group -> !now.containsKey(group)).count(),
        !now.equals(before));
  }

  String text(Texts texts) {
    List<String> parts = new ArrayList<>();
    if (channels > 0) {
      parts.add(texts.amount("change.more", channels));
    } else if (channels < 0) {
      parts.add(texts.amount("change.fewer", -channels));
    } else if (moved) {
      parts.add(texts.get("change.as-many"));
    }
    if (came > 0) {
      parts.add(texts.amount("change.came", came));
    }
    if (gone > 0) {
      parts.add(texts.amount("change.gone", gone));
    }
    return parts.isEmpty() ? texts.get("change.none") : texts.get("change", String.join(", ", parts));
  }
}
