package app.lineup.rule.syntax;

import app.lineup.model.Field;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a reader asked for where the text ended: how it could go on. Not thread-safe; used by one thread.
public final class Expectations {

  private final Set<String> words = new LinkedHashSet<>();
  private @Nullable Field valueOf;
  private GroupScope groups = GroupScope.NONE;
  private boolean assigned;

  void word(String word) {
    words.add(word);
  }

  /// A value to compare the field with.
  void valueToCompare(Field field) {
    valueOf = field;
  }

  /// A value to set the field to.
  void valueToSet(Field field, GroupScope scope) {
    valueOf = field;
    groups = scope;
    assigned = true;
  }

  /// Words and signs, in the order they were asked for.
  public Set<String> words() {
    return words;
  }

  /// The field that a value was asked for.
  public Optional<Field> valueOf() {
    return Optional.ofNullable(valueOf);
  }

  /// Whether that value is to be set, and may have places to be filled in.
  public boolean assigned() {
    return assigned;
  }

  /// The groups that may be filled in.
  public GroupScope groups() {
    return groups;
  }
}
