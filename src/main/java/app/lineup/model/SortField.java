package app.lineup.model;

import java.util.Arrays;
import java.util.Optional;

/// What channels can be sorted by.
public enum SortField {
  /// The group, as it is written.
  GROUP("group"),
  NAME("name"),
  /// The channel's own number.
  NUMBER("number"),
  TVG_ID("tvg-id"),
  /// The name of the source.
  SOURCE("source"),
  /// Live, movie, series or radio.
  TYPE("type");

  private final String word;

  SortField(String word) {
    this.word = word;
  }

  /// What the user calls it.
  String word() {
    return word;
  }

  /// The field with this word.
  public static Optional<SortField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
