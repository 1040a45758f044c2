package app.lineup.rule.pattern;

import app.lineup.rule.pattern.ByteSet.Reach;
import java.util.ArrayList;
import java.util.List;

/// With what a pattern's match must begin, or end: one of a few rows of byte sets. Immutable.
///
/// A necessary condition, found by walking the tree from one side until something is not certain any more.
public final class Affixes {

  private static final int MAX_ROWS = 32;
  private static final int MAX_LENGTH = 16;

  /// The beginning, or the end, of a match.
  ///
  /// @param sets in the direction of the walk: of a suffix, the last set is the first here
  /// @param open whether the walk can go on behind it; otherwise nothing is known of what follows
  private record Row(List<ByteSet> sets, boolean open) {

    private static final Row NOTHING = new Row(List.of(), true);
    private static final Row UNCERTAIN = new Row(List.of(), false);

    Row then(Row next) {
      if (!open || sets.size() + next.sets.size() > MAX_LENGTH) {
        return new Row(sets, false);
      }
      List<ByteSet> both = new ArrayList<>(sets);
      both.addAll(next.sets);
      return new Row(both, next.open);
    }
  }

  private final boolean forward;

  private Affixes(boolean forward) {
    this.forward = forward;
  }

  /// The rows of which each match has one at its beginning (`forward`) or end, in the direction of the walk; empty
  /// where nothing is certain, or the pattern is not bound to that end of the text.
  public static List<ByteSet[]> of(PatternNode pattern, boolean forward) {
    if (!isAnchored(pattern, forward)) {
      return List.of();
    }
    List<Row> rows = new Affixes(forward).rows(pattern);
    boolean certain = rows.stream().noneMatch(row -> row.sets().isEmpty());
    return certain ? rows.stream().map(row -> row.sets().toArray(ByteSet[]::new)).toList() : List.of();
  }

  /// Whether the pattern matches only at the beginning of the text (`forward`) or up to its end.
  static boolean isAnchored(PatternNode node, boolean forward) {
    return switch (node) {
      case PatternNode.Edge edge -> switch (edge) {
        case BEGIN -> forward;
        case END, VERY_END -> !forward;
        case WORD -> false;
      };
      case PatternNode.Sequence(List<PatternNode> parts) ->
          !parts.isEmpty() && isAnchored(forward ? parts.getFirst() : parts.getLast(), forward);
      case PatternNode.Choice(List<PatternNode> parts) -> parts.stream().allMatch(part -> isAnchored(part, forward));
      case PatternNode.Group(PatternNode part, int number) -> isAnchored(part, forward);
      case PatternNode.One one -> false;
      case PatternNode.Repeat repeat -> false;
      case PatternNode.Unknown unknown -> false;
    };
  }

  private List<Row> rows(PatternNode node) {
    return switch (node) {
      case PatternNode.One(ByteSet set) ->
          List.of(set.reach() == Reach.NOTHING ? new Row(List.of(set), true) : Row.UNCERTAIN);
      case PatternNode.Edge edge -> List.of(Row.NOTHING);
      case PatternNode.Unknown unknown -> List.of(Row.UNCERTAIN);
      case PatternNode.Group(PatternNode part, int number) -> rows(part);
      case PatternNode.Sequence(List<PatternNode> parts) -> {
        List<Row> rows = List.of(Row.NOTHING);
        for (PatternNode part : forward ? parts : parts.reversed()) {
          rows = product(rows, part);
        }
        yield rows;
      }
      case PatternNode.Choice(List<PatternNode> parts) ->
          bounded(parts.stream().flatMap(part -> rows(part).stream()).toList());
      case PatternNode.Repeat repeat -> repeated(repeat);
    };
  }

  private List<Row> repeated(PatternNode.Repeat repeat) {
    if (repeat.max() == 0) {
      return List.of(Row.NOTHING);
    }
    if (repeat.min() == 0 && repeat.max() == 1) {
      List<Row> rows = new ArrayList<>(rows(repeat.part()));
      rows.add(Row.NOTHING);
      return bounded(rows);
    }
    List<Row> rows = List.of(Row.NOTHING);
    for (int i = 0; i < Math.min(repeat.min(), MAX_LENGTH); i++) {
      rows = product(rows, repeat.part());
    }
    boolean exact = repeat.min() == repeat.max() && repeat.min() < MAX_LENGTH;
    return exact ? rows : rows.stream().map(row -> new Row(row.sets(), false)).toList();
  }

  private List<Row> product(List<Row> rows, PatternNode part) {
    if (rows.stream().noneMatch(Row::open)) {
      return rows;
    }
    List<Row> more = new ArrayList<>();
    List<Row> parts = rows(part);
    for (Row row : rows) {
      if (row.open()) {
        parts.forEach(next -> more.add(row.then(next)));
      } else {
        more.add(row);
      }
    }
    return more.size() <= MAX_ROWS ? more : rows.stream().map(row -> new Row(row.sets(), false)).toList();
  }

  private static List<Row> bounded(List<Row> rows) {
    return rows.size() <= MAX_ROWS ? rows : List.of(Row.UNCERTAIN);
  }
}
