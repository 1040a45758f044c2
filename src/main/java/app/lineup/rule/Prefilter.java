package app.lineup.rule;

import app.lineup.rule.pattern.Affixes;
import app.lineup.rule.pattern.ByteSet;
import app.lineup.rule.pattern.Needle;
import app.lineup.rule.pattern.NonAsciiHazard;
import app.lineup.rule.pattern.PatternNode;
import app.lineup.rule.pattern.RequiredText;
import app.lineup.rule.syntax.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text must have before a pattern can be found in it: a few bytes at its end, at its beginning, or somewhere.
/// Immutable, thread-safe.
///
/// Necessary, not sufficient. Holds for texts without [NonAsciiHazard]s that do not end in CR or LF, in every [Form] of
/// bytes.
final class Prefilter implements Gate.Look {

  private final ByteSet[][] endings;
  /// What the last byte must be, null where nothing is known of the end.
  private final @Nullable ByteSet lasts;
  private final ByteSet[][] beginnings;
  private final Needle[] needles;

  private Prefilter(List<ByteSet[]> endings, List<ByteSet[]> beginnings, List<Needle> needles) {
    this.endings = endings.toArray(ByteSet[][]::new);
    this.lasts = endings.stream().map(row -> row[0]).reduce(ByteSet::or).orElse(null);
    this.beginnings = beginnings.toArray(ByteSet[][]::new);
    this.needles = needles.toArray(Needle[]::new);
  }

  static Prefilter of(PatternNode pattern) {
    List<ByteSet[]> endings = Affixes.of(pattern, false);
    List<ByteSet[]> beginnings = Affixes.of(pattern, true);
    // An ending decides nearly as well as a needle and costs less.
    return new Prefilter(endings, beginnings, endings.isEmpty() ? RequiredText.of(pattern) : List.of());
  }

  /// Of which a text must hold one; empty where nothing is known.
  List<Needle> needles() {
    return List.of(needles);
  }

  /// Whether the pattern may be found in `[from, to)`.
  @Override
  public boolean admits(byte[] bytes, int from, int to) {
    return ends(bytes, from, to) && begins(bytes, from, to) && holds(bytes, from, to);
  }

  private boolean ends(byte[] bytes, int from, int to) {
    ByteSet possible = lasts;
    if (possible == null) {
      return true;
    }
    if (from == to || !possible.has(bytes[to - 1])) {
      return false;
    }
    for (ByteSet[] row : endings) {
      int i = 0;
      int at = to - 1;
      while (i < row.length && at >= from && row[i].has(bytes[at])) {
        i++;
        at--;
      }
      if (i == row.length) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(byte[] bytes, int from, int to) {
    for (ByteSet[] row : beginnings) {
      int i = 0;
      while (i < row.length && from + i < to && row[i].has(bytes[from + i])) {
        i++;
      }
      if (i == row.length) {
        return true;
      }
    }
    return beginnings.length == 0;
  }

  private boolean holds(byte[] bytes, int from, int to) {
    for (Needle needle : needles) {
      if (needle.isIn(bytes, from, to)) {
        return true;
      }
    }
    return needles.length == 0;
  }
}
