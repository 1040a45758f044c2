package app.lineup.rule.syntax;

import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of the rule language: fields, operators, and what people type in their place. Thread-safe: constants.
public final class Names {

  static final List<String> SETTABLE = Vocabulary.names(Word.Kind.FIELD);

  private static final Map<String, String> SIGNS = Vocabulary.signs();

  /// Every operator by name, also with `not_`, but `is_empty`.
  public static final List<String> OPERATORS = operators();

  /// What other languages call our operators and keywords.
  private static final Map<String, String> ELSEWHERE = Map.ofEntries(
      Map.entry("=", "=="), Map.entry("===", "=="), Map.entry("<>", "!="), Map.entry("~", "=~"),
      Map.entry("is", "equals"),
      Map.entry("eq", "equals"), Map.entry("like", "contains"), Map.entry("has", "contains"),
      Map.entry("regex", "matches"), Map.entry("begins_with", "starts_with"), Map.entry("empty", "is_empty"),
      Map.entry("is_not_empty", "not is_empty"), Map.entry("not_is_empty", "not is_empty"),
      Map.entry("is_blank", "is_empty"), Map.entry("gt", "greater_than"), Map.entry("lt", "less_than"),
      Map.entry("=>", ">="), Map.entry("=<", "<="), Map.entry("&&", "AND"), Map.entry("&", "AND"),
      Map.entry("||", "OR"),
      Map.entry("|", "OR"), Map.entry("!", "NOT"), Map.entry("drop", "REMOVE"), Map.entry("delete", "REMOVE"));

  /// Attributes that the entry's grammar reads as a known field, so that `attr("tvg-id")` is `tvg_id`.
  private static final Map<String, KnownField> ATTRIBUTES = Map.of(
      "group-title", KnownField.GROUP_TITLE, "tvg-id", KnownField.TVG_ID, "tvg-name", KnownField.TVG_NAME,
      "tvg-logo", KnownField.TVG_LOGO, "tvg-shift", KnownField.TVG_SHIFT, "tvg-chno", KnownField.TVG_CHNO,
      "tvg-channo", KnownField.TVG_CHNO, "ch-number", KnownField.TVG_CHNO, "channel-number", KnownField.TVG_CHNO);

  private Names() {}

  static Field attribute(String key) {
    @Nullable KnownField known = ATTRIBUTES.get(key.toLowerCase(Locale.ROOT));
    return known != null ? known : new Attribute(key);
  }

  /// The operator that a word or sign writes in full (`not_contains` for example), or the text itself.
  public static String operator(String written) {
    return SIGNS.getOrDefault(written, Habits.operator(written.toLowerCase(Locale.ROOT)));
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
    List<String> names = Vocabulary.names(Word.Kind.OPERATOR).stream()
        .filter(name -> Character.isLetter(name.charAt(0)) && !name.startsWith("not_") && !name.equals("is_empty"))
        .toList();
    return Stream.concat(names.stream(), names.stream().map(name -> "not_" + name)).toList();
  }
}
