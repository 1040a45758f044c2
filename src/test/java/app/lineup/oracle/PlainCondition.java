package app.lineup.oracle;

import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.rule.PatternDialect;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.Operand;
import app.lineup.rule.syntax.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One asking of a condition: walks its tree from left to right, and notes the patterns that were true. Not
/// thread-safe; made for one channel and one rule.
///
/// Moments (`@time:`) are not understood: what they are read from is not what is compared here.
final class PlainCondition {

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");
  private static final int LONGEST_NUMBER = 40;

  /// A pattern that was true.
  ///
  /// @param whole    the text that was looked at
  /// @param searched the same as it was looked at, without accents perhaps
  record Caught(Matcher matcher, String whole, PlainLetters searched) {

    /// The text of a group; empty where it took no part.
    String group(int number) {
      return matcher.start(number) < 0 ? "" : searched.original(whole, matcher.start(number), matcher.end(number));
    }
  }

  private final Function<Field, String> texts;
  private final List<Caught> caught = new ArrayList<>();

  /// @param texts what each field says now
  PlainCondition(Function<Field, String> texts) {
    this.texts = texts;
  }

  /// The patterns that were true, in the order in which they were asked.
  List<Caught> caught() {
    return caught;
  }

  boolean holds(Condition condition) {
    return holds(condition, false);
  }

  /// A `NOT` goes down to the comparisons, so that a pattern that was true is one that the whole stands on.
  private boolean holds(Condition condition, boolean negated) {
    return switch (condition) {
      case Condition.AllOf all -> negated ? any(all.parts(), true) : all(all.parts(), false);
      case Condition.AnyOf any -> negated ? all(any.parts(), true) : any(any.parts(), false);
      case Condition.Not not -> holds(not.part(), !negated);
      case Condition.IsEmpty empty -> texts.apply(empty.field()).isBlank() != negated;
      case Condition.OneOf one -> asked(one.field(), text -> isOneOf(text, one)) != negated;
      case Condition.Ordered ordered -> asked(ordered.field(), text -> isOrdered(text, ordered)) != negated;
      case Condition.Comparison comparison ->
          asked(comparison.field(), text -> compares(text, comparison, negated)) != negated;
    };
  }

  /// What was caught in parts that were true is forgotten where another is not.
  private boolean all(List<Condition> parts, boolean negated) {
    int before = caught.size();
    for (Condition part : parts) {
      if (!holds(part, negated)) {
        caught.subList(before, caught.size()).clear();
        return false;
      }
    }
    return true;
  }

  private boolean any(List<Condition> parts, boolean negated) {
    for (Condition part : parts) {
      if (holds(part, negated)) {
        return true;
      }
    }
    return false;
  }

  /// A group `A;B` is asked as a whole, then A, then B.
  private boolean asked(Field field, Predicate<String> question) {
    String whole = texts.apply(field);
    if (question.test(whole)) {
      return true;
    }
    return field == KnownField.GROUP_TITLE && whole.contains(";")
        && Arrays.stream(whole.split(";", -1)).map(PlainLine::trimmed).anyMatch(question);
  }

  private boolean compares(String text, Condition.Comparison comparison, boolean negated) {
    String a = folded(text, comparison.likeness());
    String b = folded(comparison.value(), comparison.likeness());
    return switch (comparison.operator()) {
      case CONTAINS -> a.contains(b);
      case EQUALS -> a.equals(b);
      case STARTS_WITH -> a.startsWith(b);
      case ENDS_WITH -> a.endsWith(b);
      case MATCHES -> matches(text, comparison, negated);
    };
  }

  private boolean matches(String text, Condition.Comparison comparison, boolean negated) {
    ComparisonOptions likeness = comparison.likeness();
    var searched = likeness.ignoresAccents() ? PlainLetters.withoutAccents(text) : PlainLetters.of(text);
    Matcher matcher = PatternDialect.compile(comparison.value(), likeness).matcher(new SlowText(searched.text()));
    boolean found;
    try {
      found = matcher.find();
    } catch (StackOverflowError _) {
      throw new TooHardException();
    }
    if (found && !negated) {
      caught.add(new Caught(matcher, text, searched));
    }
    return found;
  }

  private static String folded(String text, ComparisonOptions likeness) {
    String bare = likeness.ignoresAccents() ? PlainLetters.withoutAccents(text).text() : text;
    return likeness.caseSensitive() ? bare : PlainLetters.withoutCase(bare);
  }

  private static int[] letters(String text, ComparisonOptions likeness) {
    return folded(text, likeness).codePoints().toArray();
  }

  private static boolean isOneOf(String text, Condition.OneOf one) {
    return one.values().stream().anyMatch(value -> {
      Optional<BigDecimal> a = one.likeness().caseSensitive() ? Optional.empty() : number(text);
      Optional<BigDecimal> b = one.likeness().caseSensitive() ? Optional.empty() : number(value);
      if (a.isPresent() && b.isPresent()) {
        return a.get().compareTo(b.get()) == 0;
      }
      return a.isEmpty() && b.isEmpty() && folded(text, one.likeness()).equals(folded(value, one.likeness()));
    });
  }

  /// An empty text is neither more nor less than anything.
  private static boolean isOrdered(String text, Condition.Ordered ordered) {
    if (text.isBlank()) {
      return false;
    }
    String wanted = switch (ordered.operand()) {
      case Operand.Plain(String plain) -> plain;
      case Operand.Moment _ -> throw new IllegalArgumentException("moments are not compared here: " + ordered);
    };
    Optional<BigDecimal> a = number(text);
    Optional<BigDecimal> b = number(wanted);
    int compared = a.isPresent() && b.isPresent()
        ? a.get().compareTo(b.get())
        : Arrays.compare(letters(text, ordered.likeness()), letters(wanted, ordered.likeness()));
    Order order = ordered.order();
    return switch (order) {
      case EQUALS -> compared == 0;
      case GREATER_THAN -> compared > 0;
      case LESS_THAN -> compared < 0;
      case GREATER_THAN_OR_EQUAL -> compared >= 0;
      case LESS_THAN_OR_EQUAL -> compared <= 0;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    boolean number = text.length() <= LONGEST_NUMBER && NUMBER.matcher(text.strip()).matches();
    return number ? Optional.of(new BigDecimal(text.strip())) : Optional.empty();
  }
}
