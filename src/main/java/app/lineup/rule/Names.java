package app.lineup.rule;

import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of the rule language: fields, operators, and what people type in their place. Thread-safe: constants.
final class Names {

  static final List<String> FIELDS =
      Stream.<Field>concat(Stream.of(KnownField.values()), Stream.of(Trait.values())).map(Field::ruleName).toList();

  static final List<String> SETTABLE = Stream.of(KnownField.values()).map(Field::ruleName).toList();

  /// Every operator, also with `not_`.
  static final List<String> OPERATORS = operators();

  private static final Map<String, String> SIGNS =
      Map.of("==", "equals", "!=", "not_equals", "=~", "matches", "!~", "not_matches");

  /// What other languages call our operators and keywords.
  private static final Map<String, String> ELSEWHERE = Map.ofEntries(
      Map.entry("=", "=="), Map.entry("===", "=="), Map.entry("<>", "!="), Map.entry("~", "=~"), Map.entry("is", "equals"),
      Map.entry("in", "equals"), Map.entry("eq", "equals"), Map.entry("like", "contains"), Map.entry("has", "contains"),
      Map.entry("regex", "matches"), Map.entry("begins_with", "starts_with"), Map.entry("empty", "is_empty"),
      Map.entry("is_not_empty", "not is_empty"), Map.entry("not_is_empty", "not is_empty"),
      Map.entry("is_blank", "is_empty"), Map.entry("&&", "AND"), Map.entry("&", "AND"), Map.entry("||", "OR"),
      Map.entry("|", "OR"), Map.entry("!", "NOT"), Map.entry("drop", "REMOVE"), Map.entry("delete", "REMOVE"));

  /// Attributes that the entry's grammar reads as a known field, so that `attr("tvg-id")` is `tvg_id`.
  private static final Map<String, KnownField> ATTRIBUTES = Map.of(
      "group-title", KnownField.GROUP_TITLE, "tvg-id", KnownField.TVG_ID, "tvg-name", KnownField.TVG_NAME,
      "tvg-logo", KnownField.TVG_LOGO, "tvg-shift", KnownField.TVG_SHIFT, "tvg-chno", KnownField.TVG_CHNO,
      "tvg-channo", KnownField.TVG_CHNO, "ch-number", KnownField.TVG_CHNO, "channel-number", KnownField.TVG_CHNO);

  private Names() {}

  static Optional<Field> field(String name) {
    return Stream.<Field>concat(Stream.of(KnownField.values()), Stream.of(Trait.values()))
        .filter(field -> field.ruleName().equalsIgnoreCase(name))
        .findFirst();
  }

  static Field attribute(String key) {
    @Nullable KnownField known = ATTRIBUTES.get(key.toLowerCase(Locale.ROOT));
    return known != null ? known : new Attribute(key);
  }

  /// The operator that a word or sign writes in full (`not_contains` for example), or the text itself.
  static String operator(String written) {
    return SIGNS.getOrDefault(written, written.toLowerCase(Locale.ROOT));
  }

  static Optional<TextOperator> textOperator(String name) {
    return Stream.of(TextOperator.values()).filter(operator -> operator.ruleName().equals(name)).findFirst();
  }

  /// What was probably meant by `typed` where one of `names` was expected.
  static String nearest(String typed, List<String> names) {
    String known = ELSEWHERE.getOrDefault(typed.toLowerCase(Locale.ROOT), "");
    boolean operators = names.containsAll(OPERATORS);
    boolean fits = names.contains(known) || (operators && (SIGNS.containsKey(known) || known.equals("not is_empty")));
    return fits ? known : NearestName.to(typed, names);
  }

  private static List<String> operators() {
    List<String> names = new ArrayList<>();
    for (TextOperator operator : TextOperator.values()) {
      names.add(operator.ruleName());
    }
    for (TextOperator operator : TextOperator.values()) {
      names.add("not_" + operator.ruleName());
    }
    return List.copyOf(names);
  }
}
