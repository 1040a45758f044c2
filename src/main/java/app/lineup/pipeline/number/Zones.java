package app.lineup.pipeline.number;

import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.channel.ChannelBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which channels share which numbers. Not thread-safe.
final class Zones {

  private final Map<String, Zone> byGroup = new HashMap<>();
  private final Zone others;

  private Zones(Zone others) {
    this.others = others;
  }

  /// All channels share all numbers.
  static Zones one() {
    return new Zones(new Zone("", 1, ChannelNumber.MAX_MAJOR, List.of(), null));
  }

  /// Those of a numbering in which channels keep their own numbers.
  static Zones of(Numbering numbering) {
    return numbering instanceof Numbering.Ranges(List<NumberRange> ranges) ? of(ranges) : one();
  }

  /// Each group has its range.
  static Zones of(List<NumberRange> ranges) {
    List<NumberRange> groups = ranges.stream().filter(range -> !range.group().equals(NumberRange.OTHERS)).toList();
    int end = ranges.stream().mapToInt(NumberRange::last).max().orElse(0);
    // Behind a range without an end nothing is left: then what is between and before them.
    int first = end < ChannelNumber.MAX_MAJOR ? end + 1 : 1;
    var beyond = new Zone(NumberRange.OTHERS, first, ChannelNumber.MAX_MAJOR, groups, null);
    Zone others = ranges.stream().filter(range -> range.group().equals(NumberRange.OTHERS)).findFirst()
        .map(range -> new Zone(NumberRange.OTHERS, range.first(), range.last(), groups, beyond)).orElse(beyond);
    var zones = new Zones(others);
    for (NumberRange range : groups) {
      zones.byGroup.put(range.key(), new Zone(range.group(), range.first(), range.last(), around(range), others));
    }
    return zones;
  }

  /// What is not in the range.
  private static List<NumberRange> around(NumberRange range) {
    List<NumberRange> around = new ArrayList<>();
    if (range.first() > 1) {
      around.add(new NumberRange("below", 1, range.first() - 1));
    }
    if (range.last() < ChannelNumber.MAX_MAJOR) {
      around.add(new NumberRange("above", range.last() + 1, ChannelNumber.MAX_MAJOR));
    }
    return around;
  }

  /// The channel's own; of several groups that `;` joins the first that has a range counts.
  Zone of(ChannelBlock block, int entry) {
    if (byGroup.isEmpty()) {
      return others;
    }
    String group = block.text(entry, KnownField.GROUP_TITLE);
    Zone whole = zone(group);
    if (whole != null || group.indexOf(';') < 0) {
      return whole == null ? others : whole;
    }
    for (String part : List.of(group.split(";"))) {
      Zone own = zone(part);
      if (own != null) {
        return own;
      }
    }
    return others;
  }

  private @Nullable Zone zone(String group) {
    return byGroup.get(NumberRange.key(group));
  }
}
