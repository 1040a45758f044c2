package app.lineup.oracle;

import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Numbers channels in their order, without regard to earlier runs (decision 3). Not thread-safe; made for one run.
final class PlainNumbers {

  /// Where a channel may have its number.
  ///
  /// @param first   the first number that is given out
  /// @param last    the last one
  /// @param foreign numbers that are for others, which it neither gets nor keeps
  private record Zone(int first, int last, List<NumberRange> foreign) {

    boolean admits(int number) {
      return foreign.stream().noneMatch(range -> range.has(number));
    }
  }

  private static final String NOBODY = "nobody";

  private final List<NumberRange> ranges;
  private final Set<ChannelNumber> kept = new HashSet<>();
  /// Claimed by whoever may, or given out.
  private final Set<Integer> taken = new HashSet<>();

  private PlainNumbers(List<NumberRange> ranges) {
    this.ranges = ranges;
  }

  /// The number of each channel; empty where what the entry says stays.
  static List<Optional<ChannelNumber>> of(List<PlainChannel> channels, Numbering numbering) {
    return switch (numbering) {
      case Numbering.None() -> channels.stream().map(_ -> Optional.<ChannelNumber>empty()).toList();
      case Numbering.From(int first) -> inSequence(channels, first);
      case Numbering.Keep() -> new PlainNumbers(List.of()).keeping(channels);
      case Numbering.Ranges(List<NumberRange> ranges) -> new PlainNumbers(ranges).keeping(channels);
    };
  }

  private static List<Optional<ChannelNumber>> inSequence(List<PlainChannel> channels, int first) {
    List<Optional<ChannelNumber>> numbers = new ArrayList<>();
    int next = first;
    for (PlainChannel channel : channels) {
      numbers.add(channel.isSeparator() ? Optional.empty() : Optional.of(new ChannelNumber(next++, 0)));
    }
    return numbers;
  }

  /// All valid own numbers are claimed first, so that nobody else gets them; of several with one number the first has
  /// it.
  private List<Optional<ChannelNumber>> keeping(List<PlainChannel> channels) {
    for (PlainChannel channel : channels) {
      own(channel).filter(number -> number.minor() == 0).ifPresent(number -> taken.add(number.major()));
    }
    List<Optional<ChannelNumber>> numbers = new ArrayList<>();
    for (PlainChannel channel : channels) {
      numbers.add(channel.isSeparator() ? Optional.empty() : Optional.of(number(channel)));
    }
    return numbers;
  }

  private ChannelNumber number(PlainChannel channel) {
    Optional<ChannelNumber> own = own(channel);
    return own.isPresent() && kept.add(own.get()) ? own.get() : new ChannelNumber(lowestFree(channel), 0);
  }

  /// The channel's own number, where it is one that it may keep.
  private Optional<ChannelNumber> own(PlainChannel channel) {
    return channel.isSeparator()
        ? Optional.empty()
        : ChannelNumber.parse(channel.text(KnownField.TVG_CHNO).strip())
            .filter(number -> zones(channel).getFirst().admits(number.major()));
  }

  private int lowestFree(PlainChannel channel) {
    for (Zone zone : zones(channel)) {
      for (int number = zone.first(); number <= zone.last(); number++) {
        if (zone.admits(number) && taken.add(number)) {
          return number;
        }
      }
    }
    throw new IllegalStateException("no number is left");
  }

  /// Its group's range, that of the others, and what comes behind all ranges (before them where nothing does).
  private List<Zone> zones(PlainChannel channel) {
    List<NumberRange> groups = ranges.stream().filter(range -> !range.group().equals(NumberRange.OTHERS)).toList();
    List<Zone> zones = new ArrayList<>();
    ownRange(channel.text(KnownField.GROUP_TITLE), groups).ifPresent(range -> zones.add(only(range)));
    ranges.stream().filter(range -> !groups.contains(range))
        .forEach(range -> zones.add(new Zone(range.first(), range.last(), groups)));
    int end = ranges.stream().mapToInt(NumberRange::last).max().orElse(0);
    zones.add(new Zone(end < ChannelNumber.MAX_MAJOR ? end + 1 : 1, ChannelNumber.MAX_MAJOR, groups));
    return zones;
  }

  private static Zone only(NumberRange range) {
    List<NumberRange> foreign = new ArrayList<>();
    if (range.first() > 1) {
      foreign.add(new NumberRange(NOBODY, 1, range.first() - 1));
    }
    if (range.last() < ChannelNumber.MAX_MAJOR) {
      foreign.add(new NumberRange(NOBODY, range.last() + 1, ChannelNumber.MAX_MAJOR));
    }
    return new Zone(range.first(), range.last(), foreign);
  }

  /// The range of the whole group, else of the first of several with a range.
  private static Optional<NumberRange> ownRange(String group, List<NumberRange> groups) {
    List<String> names = new ArrayList<>(List.of(group));
    names.addAll(Arrays.asList(group.split(";")));
    return names.stream()
        .flatMap(name -> groups.stream().filter(range -> range.key().equals(NumberRange.key(name))))
        .findFirst();
  }
}
