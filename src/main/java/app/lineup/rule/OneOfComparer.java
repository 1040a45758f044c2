package app.lineup.rule;

import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.Numerals;
import java.util.HashSet;
import java.util.Set;

/// Looks a text up among the values of a [Condition.OneOf]. Immutable.
final class OneOfComparer implements Comparer {

  private final ComparisonOptions likeness;
  private final Set<String> wanted = new HashSet<>();

  OneOfComparer(Condition.OneOf one) {
    this.likeness = one.likeness();
    one.values().forEach(value -> wanted.add(key(value)));
  }

  @Override
  public boolean readsBytes(FieldText text) {
    return false;
  }

  @Override
  public boolean inBytes(FieldText text, int from, int to) {
    return inString(text.slice(from, to));
  }

  @Override
  public boolean inString(String text) {
    return wanted.contains(key(text));
  }

  private String key(String text) {
    String number = likeness.caseSensitive() ? null : Numerals.canonical(text);
    return number == null ? likeness.fold(text) : number;
  }
}
