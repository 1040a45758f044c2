package app.lineup.gui.code;

import app.lineup.rule.editor.Candidate;
import app.lineup.rule.editor.RulePair;
import app.lineup.rule.editor.RuleText;
import app.lineup.rule.editor.SeenValues;
import app.lineup.rule.editor.Span;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.RuleMistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A text at a moment of writing. Immutable, and quick to ask, but not for the window's thread.
///
/// @param caret where somebody writes; below 0 where nobody does
record Draft(Dialect dialect, String text, int caret) {

  /// A text of thousands of coloured pieces would be slow to lay out.
  static final int MOST_COLOURED_CHARS = 8_000;

  private static final String GOES_ON_BEHIND = "(,=~<>";

  /// How the text looks, from its first character to its last.
  List<Stretch> stretches() {
    RuleText read = new RuleText(dialect, text);
    List<Span> spans = text.length() <= MOST_COLOURED_CHARS ? read.spans() : List.of();
    Optional<RulePair> pair = caret < 0 ? Optional.empty() : read.pairAt(caret);
    Optional<RuleMistake> mistake = read.mistakes().stream().filter(found -> !isBeingWritten(found.from(), found.to()))
        .findFirst();
    var cuts = new TreeSet<Integer>(List.of(0, text.length()));
    spans.forEach(span -> cuts.addAll(List.of(span.from(), span.to())));
    pair.ifPresent(found -> cuts.addAll(
        List.of(found.opening(), found.opening() + 1, found.closing(), found.closing() + 1)));
    mistake.ifPresent(found -> cuts.addAll(List.of(wrongFrom(found), found.to())));
    List<Stretch> stretches = new ArrayList<>();
    int at = 0;
    int next = 0;
    for (int cut : cuts.tailSet(0, false)) {
      Set<String> styles = new HashSet<>();
      while (next < spans.size() && spans.get(next).to() <= at) {
        next++;
      }
      if (next < spans.size() && spans.get(next).from() <= at) {
        style(spans.get(next)).ifPresent(styles::add);
      }
      int from = at;
      pair.filter(found -> found.opening() == from || found.closing() == from).ifPresent(found -> styles.add("pair"));
      mistake.filter(found -> wrongFrom(found) <= from && from < found.to()).ifPresent(found -> styles.add("mistake"));
      stretches.add(new Stretch(cut - at, styles));
      at = cut;
    }
    return List.copyOf(stretches);
  }

  private Optional<String> style(Span span) {
    boolean unfinished = span.kind() == Span.Kind.ERROR && isBeingWritten(span.from(), span.to());
    return unfinished ? Optional.empty() : Optional.of(style(span.kind()));
  }

  private static String style(Span.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// Nobody is wrong in the middle of a word.
  private boolean isBeingWritten(int from, int to) {
    return from <= caret && caret <= to && (caret == to || from == to);
  }

  /// Where something is missing, what stands before it is marked.
  private int wrongFrom(RuleMistake mistake) {
    return mistake.from() == mistake.to() ? Math.max(0, mistake.from() - 1) : mistake.from();
  }

  /// How the text could go on at the caret.
  ///
  /// @param wanted whether the user asked; else only what helps in the middle of a word and where something has to come
  List<Offer> offers(SeenValues seen, boolean wanted) {
    if (caret < 0) {
      return List.of();
    }
    List<Candidate> candidates = new RuleText(dialect, text).completions(caret, seen);
    if (!wanted && !helps(candidates)) {
      return List.of();
    }
    // What most texts go on with comes before `NOT` and `case_sensitive`.
    return candidates.stream().sorted(Comparator.comparing(candidate -> candidate.kind() == Span.Kind.KEYWORD))
        .map(this::offer).toList();
  }

  private boolean helps(List<Candidate> candidates) {
    if (candidates.isEmpty() || caret == 0) {
      return false;
    }
    int from = candidates.getFirst().from();
    if (from < caret) {
      String written = text.substring(from, Math.max(caret, candidates.getFirst().to()));
      return candidates.stream().anyMatch(candidate -> !candidate.insert().equals(written));
    }
    char before = text.charAt(caret - 1);
    return (Character.isWhitespace(before) || GOES_ON_BEHIND.indexOf(before) >= 0)
        && isUnfinished(text.substring(0, caret));
  }

  private boolean isUnfinished(String begun) {
    return new RuleText(dialect, begun).mistakes().stream()
        .anyMatch(found -> found.from() >= begun.stripTrailing().length());
  }

  private Offer offer(Candidate candidate) {
    String insert = candidate.insert();
    boolean spaced = switch (candidate.kind()) {
      case FIELD, OPERATOR, KEYWORD -> !insert.endsWith("\"") && !insert.endsWith("(");
      case STRING, PLACEHOLDER, NUMBER, VALUE, PARENTHESIS, COMMA, ERROR -> false;
    };
    return new Offer(candidate.from(), candidate.to(), insert, style(candidate.kind()), candidate.says(), spaced);
  }
}
