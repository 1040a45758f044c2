package app.lineup.stages;

import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Trait;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.RuleParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is searched for. Immutable.
///
/// @param condition what a channel has to fulfil, in the rule language; empty where every one does
/// @param group     the group that it has to be in, by its exact name; a channel of `A;B` is in both. The empty name means
///                  no group
public record LineupQuery(String condition, Optional<String> group) {

  /// No name or group begins like this by chance: a field's name behind any number of `NOT` and `(`.
  private static final Pattern EXPRESSION = Pattern.compile(
      "[\\s(]*(?:not[\\s(]+)*(?:(?:" + Stream.concat(Stream.of(KnownField.values()), Stream.of(Trait.values()))
          .map(field -> Pattern.quote(field.ruleName())).collect(Collectors.joining("|")) + ")(?![\\w-])|attr\\s*\\()",
      Pattern.CASE_INSENSITIVE);

  private static final List<KnownField> SEARCHED =
      List.of(KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID);

  /// What a user typed: an expression of the rule language where it begins like one, else words, each of which has to
  /// be in the name, the group or the guide's id, in any case.
  ///
  /// @throws app.lineup.rule.RuleSyntaxException if it begins like an expression and is none
  public static LineupQuery of(String text, Optional<String> group) {
    if (isExpression(text)) {
      RuleParser.condition(text);
      return new LineupQuery(text, group);
    }
    List<String> words = Arrays.stream(text.split("[\\s\\p{Zs}\\x00]+")).filter(word -> !word.isEmpty()).toList();
    return new LineupQuery(words.stream().map(LineupQuery::anywhere).collect(Collectors.joining(" AND ")), group);
  }

  /// Whether `text` begins like an expression of the rule language.
  public static boolean isExpression(String text) {
    return EXPRESSION.matcher(text).lookingAt();
  }

  private static String anywhere(String word) {
    return SEARCHED.stream().map(field -> field.ruleName() + " contains " + quoted(word))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// The filters that a channel has to pass, one after the other.
  List<CompiledFilters> filters() {
    List<String> conditions = new ArrayList<>();
    group.map(name -> name.isBlank()
        ? KnownField.GROUP_TITLE.ruleName() + " is_empty"
        : KnownField.GROUP_TITLE.ruleName() + " equals " + quoted(name) + " case_sensitive").ifPresent(conditions::add);
    if (!condition.isEmpty()) {
      conditions.add(condition);
    }
    return conditions.stream()
        .map(one -> CompiledFilters.compile(List.of(new Filter(Filter.Mode.INCLUDE, one, true)))).toList();
  }
}
