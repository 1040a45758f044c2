package app.lineup.rule.syntax;

import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What people write who come from other programs, and what it means here: the one table of it. [RuleFormat] writes the
/// right form. Thread-safe: constants.
public final class Habits {

  private static final Map<String, Field> FIELDS = Map.ofEntries(
      Map.entry("name", KnownField.CHANNEL_NAME), Map.entry("channel_number", KnownField.TVG_CHNO),
      Map.entry("number", KnownField.TVG_CHNO), Map.entry("chno", KnownField.TVG_CHNO),
      Map.entry("group", KnownField.GROUP_TITLE), Map.entry("category", KnownField.GROUP_TITLE),
      Map.entry("logo", KnownField.TVG_LOGO), Map.entry("url", KnownField.STREAM_URL),
      Map.entry("epg_id", KnownField.TVG_ID), Map.entry("language", new Attribute("tvg-language")),
      Map.entry("country", new Attribute("tvg-country")), Map.entry("radio", new Attribute("radio")),
      Map.entry("is_adult", new Attribute("is-adult")));

  private static final Map<String, Field> PROGRAMME_FIELDS = Map.ofEntries(
      Map.entry("title", ProgrammeField.TITLE), Map.entry("subtitle", ProgrammeField.SUBTITLE),
      Map.entry("sub_title", ProgrammeField.SUBTITLE), Map.entry("description", ProgrammeField.DESCRIPTION),
      Map.entry("desc", ProgrammeField.DESCRIPTION), Map.entry("genre", ProgrammeField.CATEGORY),
      Map.entry("category", ProgrammeField.CATEGORY), Map.entry("episode_num", ProgrammeField.EPISODE),
      Map.entry("episode", ProgrammeField.EPISODE), Map.entry("date", ProgrammeField.DATE),
      Map.entry("channel", ProgrammeField.CHANNEL), Map.entry("channel_id", ProgrammeField.CHANNEL),
      Map.entry("start", ProgrammeField.START), Map.entry("stop", ProgrammeField.STOP),
      Map.entry("end", ProgrammeField.STOP), Map.entry("length", ProgrammeField.LENGTH),
      Map.entry("duration", ProgrammeField.LENGTH));

  private static final Map<String, String> OPERATORS = Map.of(
      "eq", "equals", "neq", "not_equals", "ne", "not_equals", "gt", "greater_than", "gte", "greater_than_or_equal",
      "ge", "greater_than_or_equal", "lt", "less_than", "lte", "less_than_or_equal", "le", "less_than_or_equal");

  private static final Map<String, Keyword> SIGNS = Map.of("&&", Keyword.AND, "||", Keyword.OR, "!", Keyword.NOT);

  private static final Map<String, AssignOperator> ACTIONS = Map.of(
      "set_if_empty", AssignOperator.SET_IF_BLANK, "append", AssignOperator.APPEND,
      "remove", AssignOperator.TAKE_OUT);

  private Habits() {}

  /// The field that is meant, in any case.
  public static Optional<Field> field(String name, Dialect dialect) {
    Map<String, Field> fields = switch (dialect) {
      case RULE, FILTER -> FIELDS;
      case PROGRAMMES -> PROGRAMME_FIELDS;
    };
    return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The operator that is meant, or the text itself.
  static String operator(String written) {
    return OPERATORS.getOrDefault(written, written);
  }

  /// The word that a sign stands for.
  public static Optional<Keyword> keyword(String sign) {
    return Optional.ofNullable(SIGNS.get(sign));
  }

  /// What is meant by `SET_IF_EMPTY field = "v"`, `APPEND field = "v"` and `REMOVE field = "v"`.
  static Optional<AssignOperator> action(Token token) {
    return token.kind() == Token.Kind.WORD
        ? Optional.ofNullable(ACTIONS.get(token.value().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /// Whether the word begins an action in another program's way.
  public static boolean begins(Token token) {
    return action(token).isPresent() || deletes(token);
  }

  /// Whether it is the word of `DELETE field`.
  static boolean deletes(Token token) {
    return token.kind() == Token.Kind.WORD && token.value().equalsIgnoreCase("delete");
  }
}
