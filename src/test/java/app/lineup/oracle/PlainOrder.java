package app.lineup.oracle;

import app.lineup.model.ChannelNumber;
import app.lineup.model.DerivedField;
import app.lineup.model.KnownField;
import app.lineup.model.Order;
import app.lineup.model.SortField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Sorts channels: letters without regard to case, rows of digits as numbers, what has none of a key last. Thread-safe:
/// no state.
final class PlainOrder {

  private static final List<String> TYPES = List.of("live", "movie", "series", "radio");

  private PlainOrder() {}

  static List<PlainChannel> sorted(List<PlainChannel> channels, Order order) {
    Comparator<PlainChannel> comparator = (_, _) -> 0;
    for (Order.Key key : order.keys()) {
      comparator = comparator.thenComparing((a, b) -> compare(key, read(a, key.field()), read(b, key.field())));
    }
    List<PlainChannel> sorted = new ArrayList<>(channels);
    sorted.sort(comparator);
    return sorted;
  }

  private static int compare(Order.Key key, Optional<int[]> a, Optional<int[]> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    int compared = Arrays.compare(a.get(), b.get());
    return key.descending() ? -compared : compared;
  }

  private static Optional<int[]> read(PlainChannel channel, SortField field) {
    return switch (field) {
      case GROUP -> letters(channel.text(KnownField.GROUP_TITLE));
      case NAME -> letters(channel.text(KnownField.CHANNEL_NAME));
      case TVG_ID -> letters(channel.text(KnownField.TVG_ID));
      case SOURCE -> letters(channel.text(DerivedField.SOURCE_NAME));
      case NUMBER -> ChannelNumber.parse(channel.text(KnownField.TVG_CHNO).strip())
          .map(number -> new int[] {number.major(), number.minor()});
      case TYPE -> Optional.of(new int[] {TYPES.indexOf(channel.text(DerivedField.MEDIA_TYPE))});
    };
  }

  /// Letters by their code points; a row of digits, without leading noughts, stands where `0` does and is the more the
  /// longer it is.
  private static Optional<int[]> letters(String text) {
    String stripped = text.replaceFirst("^[\\x00- ]+", "").replaceFirst("[\\x00- ]+\\z", "");
    List<Integer> letters = new ArrayList<>();
    for (int i = 0; i < stripped.length(); ) {
      int digits = i;
      while (digits < stripped.length() && stripped.charAt(digits) >= '0' && stripped.charAt(digits) <= '9') {
        digits++;
      }
      if (digits > i) {
        String number = stripped.substring(i, digits).replaceFirst("^0+", "");
        letters.add((int) '0');
        letters.add(number.length());
        number.chars().forEach(letters::add);
        i = digits;
      } else {
        int c = stripped.codePointAt(i);
        letters.add(Math.max(1, Character.toLowerCase(Character.toUpperCase(c))));
        i += Character.charCount(c);
      }
    }
    return letters.isEmpty() ? Optional.empty() : Optional.of(letters.stream().mapToInt(Integer::intValue).toArray());
  }
}
