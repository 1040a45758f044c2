package app.lineup.rule.editor;

import app.lineup.model.KnownField;
import app.lineup.rule.syntax.RuleFormat;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import app.lineup.rule.syntax.Vocabulary;
import app.lineup.rule.syntax.Word;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes an expression of what people type into a search field. Thread-safe: no state.
public final class PlainWords {

  /// No name or group begins like this by chance: a field's name behind any number of `NOT` and `(`.
  private static final Pattern EXPRESSION = Pattern.compile(
      "[\\s(]*(?:not[\\s(]+)*(?:(?:" + Stream.of(Word.Kind.FIELD, Word.Kind.READ_ONLY)
          .flatMap(kind -> Vocabulary.names(kind).stream()).filter(name -> !name.equals("attr"))
          .map(Pattern::quote).collect(Collectors.joining("|")) + ")(?![\\w-])|attr\\s*\\()",
      Pattern.CASE_INSENSITIVE);

  private static final List<KnownField> SEARCHED =
      List.of(KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID);

  private PlainWords() {}

  /// Whether `text` begins like an expression of the rule language.
  public static boolean isExpression(String text) {
    return EXPRESSION.matcher(text).lookingAt();
  }

  /// The expression that `text` stands for: itself where it begins like one, else that each of its words is in the
  /// name, the group or the guide's id, in any case. Empty where there is no word.
  ///
  /// @throws RuleSyntaxException if it begins like an expression and is none
  public static String expression(String text) {
    if (isExpression(text)) {
      RuleParser.condition(text);
      return text;
    }
    List<String> words = Arrays.stream(text.split("[\\s\\p{Zs}\\x00]+")).filter(word -> !word.isEmpty()).toList();
    return words.stream().map(PlainWords::anywhere).collect(Collectors.joining(" AND "));
  }

  private static String anywhere(String word) {
    return SEARCHED.stream().map(field -> field.ruleName() + " contains " + RuleFormat.quoted(word))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
