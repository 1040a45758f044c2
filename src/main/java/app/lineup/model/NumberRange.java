package app.lineup.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The numbers that channels of one group get.
///
/// @param group the group's name, compared without regard to case; `*` for all that have no range of their own
/// @param first the first number, 1 to 99,999,999
/// @param last  the last number, not below the first
public record NumberRange(String group, int first, int last) {

  /// Stands for every group that has no range.
  public static final String OTHERS = "*";

  /// Two ranges that cannot both be.
  public record Clash(NumberRange one, NumberRange other) {}

  public NumberRange {
    if (group.isBlank() || first < 1 || last < first || last > ChannelNumber.MAX_MAJOR) {
      throw new IllegalArgumentException("not a range: " + group + "=" + first + "-" + last);
    }
  }

  /// The range that `text` writes, `News=100-199`, or `News=100-` for one without an end; empty where it is none.
  public static Optional<NumberRange> parse(String text) {
    int sign = text.lastIndexOf('=');
    int dash = text.indexOf('-', sign);
    if (sign < 0 || dash < 0) {
      return Optional.empty();
    }
    String group = text.substring(0, sign).strip();
    Optional<ChannelNumber> first = ChannelNumber.parse(text.substring(sign + 1, dash).strip());
    String end = text.substring(dash + 1).strip();
    Optional<ChannelNumber> last =
        end.isEmpty() ? Optional.of(new ChannelNumber(ChannelNumber.MAX_MAJOR, 0)) : ChannelNumber.parse(end);
    boolean valid = !group.isEmpty() && first.isPresent() && last.isPresent() && first.get().minor() == 0
        && last.get().minor() == 0 && first.get().major() <= last.get().major();
    return valid ? Optional.of(new NumberRange(group, first.get().major(), last.get().major())) : Optional.empty();
  }

  /// The first two that overlap or are for the same group.
  public static Optional<Clash> clash(List<NumberRange> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (ranges.get(j).clashes(ranges.get(i))) {
          return Optional.of(new Clash(ranges.get(j), ranges.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  private boolean clashes(NumberRange other) {
    return first <= other.last && other.first <= last || key().equals(other.key());
  }

  /// Whether the number lies in it.
  public boolean has(int number) {
    return number >= first && number <= last;
  }

  /// The group as it is compared.
  public String key() {
    return key(group);
  }

  /// A group's name as it is compared.
  public static String key(String group) {
    return group.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    return group + "=" + first + "-" + (last == ChannelNumber.MAX_MAJOR ? "" : last);
  }
}
