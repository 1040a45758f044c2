package app.lineup.rule;

import org.jspecify.annotations.Nullable;

/// The patterns of one rule's condition that were true of the channel at hand, in the order they were asked. Not
/// thread-safe; used by one thread.
final class Captures {

  private final PatternComparer[] caught;
  private int size;

  /// @param most how many patterns the condition has
  Captures(int most) {
    caught = new PatternComparer[most];
  }

  int size() {
    return size;
  }

  /// Forgets all but the first `kept`.
  void backTo(int kept) {
    size = kept;
  }

  void add(PatternComparer pattern) {
    caught[size++] = pattern;
  }

  /// The first pattern that was true and has a group of this number.
  @Nullable PatternComparer with(int group) {
    for (int i = 0; i < size; i++) {
      if (caught[i].pattern().groups() >= group) {
        return caught[i];
      }
    }
    return null;
  }

  /// The first pattern that was true and has a group of this name.
  @Nullable PatternComparer with(String name) {
    for (int i = 0; i < size; i++) {
      if (caught[i].pattern().number(name) > 0) {
        return caught[i];
      }
    }
    return null;
  }
}
