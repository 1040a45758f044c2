package app.lineup.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The order in which channels are published (decision 25). Immutable.
///
/// @param keys what decides, the first before the second; channels that are alike in all of them, and all where there
///             is no key, stay as they were loaded
public record Order(List<Key> keys) {

  public static final Order AS_LOADED = new Order(List.of());
  public static final Order BY_NAME = new Order(List.of(new Key(SortField.NAME, false)));
  public static final Order BY_GROUP_AND_NAME =
      new Order(List.of(new Key(SortField.GROUP, false), new Key(SortField.NAME, false)));

  /// One thing that channels are sorted by. Channels that have none of it come last, whatever the direction.
  public record Key(SortField field, boolean descending) {

    @Override
    public String toString() {
      return (descending ? "-" : "") + field.word();
    }
  }

  public Order {
    keys = List.copyOf(keys);
    Set<SortField> fields = keys.stream().map(Key::field).collect(Collectors.toCollection(HashSet::new));
    if (fields.size() < keys.size()) {
      throw new IllegalArgumentException("sorted twice by the same: " + keys);
    }
  }

  /// The order that `text` writes: words of [SortField] with commas between them, `-` before one for the other
  /// direction. Empty where it is none.
  public static Optional<Order> parse(String text) {
    List<Key> keys = new ArrayList<>();
    for (String part : Arrays.asList(text.split(",", -1))) {
      String word = part.strip();
      boolean descending = word.startsWith("-");
      Optional<SortField> field = SortField.of(descending ? word.substring(1) : word);
      if (field.isEmpty() || keys.stream().anyMatch(key -> key.field() == field.get())) {
        return Optional.empty();
      }
      keys.add(new Key(field.get(), descending));
    }
    return Optional.of(new Order(keys));
  }

  public boolean isAsLoaded() {
    return keys.isEmpty();
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    return keys.stream().map(Key::toString).collect(Collectors.joining(","));
  }
}
