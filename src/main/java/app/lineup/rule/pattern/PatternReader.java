package app.lineup.rule.pattern;

import app.lineup.rule.pattern.PatternNode.Edge;
import app.lineup.rule.pattern.PatternNode.Greed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a pattern that `java.util.regex` has accepted, and gives up on what it does not know for sure: inline flags
/// but a leading `(?i)`, `\Q`, classes in classes, and much else. Not thread-safe; used by one thread, once.
public final class PatternReader {

  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_DEPTH = 50;

  private final String pattern;
  private final SetReader sets;
  private int at;
  private int groups;
  private int depth;

  private PatternReader(String pattern, int flags) {
    this.pattern = pattern;
    boolean ignoresCase = pattern.startsWith("(?i)");
    this.at = ignoresCase ? 4 : 0;
    this.sets = new SetReader(pattern, ignoresCase ? flags | Pattern.CASE_INSENSITIVE : flags);
  }

  /// The pattern's tree, or empty where it is not understood.
  public static Optional<PatternNode> read(Pattern pattern) {
    PatternReader reader = new PatternReader(pattern.pattern(), pattern.flags());
    if (reader.pattern.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      PatternNode node = reader.choice();
      return reader.at == reader.pattern.length() ? Optional.of(node) : Optional.empty();
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private PatternNode choice() {
    if (++depth > MAX_DEPTH) {
      throw new NotUnderstood();
    }
    List<PatternNode> parts = new ArrayList<>();
    parts.add(sequence());
    while (skip("|")) {
      parts.add(sequence());
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new PatternNode.Choice(parts);
  }

  private PatternNode sequence() {
    List<PatternNode> parts = new ArrayList<>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return new PatternNode.Sequence(parts);
  }

  private PatternNode atom() {
    return switch (pattern.charAt(at)) {
      case '(' -> group();
      case '^' -> edge(Edge.BEGIN, 1);
      case '$' -> edge(Edge.END, 1);
      case '\\' -> escape();
      case '?', '*', '+', '{' -> throw new NotUnderstood();
      default -> one();
    };
  }

  private PatternNode escape() {
    char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
    return switch (c) {
      case 'b' -> pattern.startsWith("{", at + 2) ? give() : edge(Edge.WORD, 2);
      case 'A' -> edge(Edge.BEGIN, 2);
      case 'z' -> edge(Edge.VERY_END, 2);
      default -> one();
    };
  }

  private PatternNode one() {
    SetReader.Read read = sets.read(at);
    at = read.to();
    return new PatternNode.One(read.set());
  }

  private PatternNode edge(Edge edge, int length) {
    at += length;
    return edge;
  }

  private PatternNode group() {
    at++;
    if (skip("?:")) {
      return new PatternNode.Group(inside(), 0);
    }
    for (String around : List.of("?=", "?!", "?<=", "?<!", "?>")) {
      if (skip(around)) {
        inside();
        return new PatternNode.Unknown();
      }
    }
    if (skip("?<")) {
      at = pattern.indexOf('>', at) + 1;
    } else if (pattern.startsWith("?", at)) {
      throw new NotUnderstood();
    }
    int number = ++groups;
    return new PatternNode.Group(inside(), number);
  }

  private PatternNode inside() {
    PatternNode inside = choice();
    if (!skip(")")) {
      throw new NotUnderstood();
    }
    return inside;
  }

  private PatternNode repeated(PatternNode part) {
    int min;
    int max;
    if (skip("?")) {
      min = 0;
      max = 1;
    } else if (skip("*")) {
      min = 0;
      max = PatternNode.Repeat.ENDLESS;
    } else if (skip("+")) {
      min = 1;
      max = PatternNode.Repeat.ENDLESS;
    } else if (skip("{")) {
      min = number();
      max = !skip(",") ? min : pattern.startsWith("}", at) ? PatternNode.Repeat.ENDLESS : number();
      if (!skip("}") || max < min) {
        throw new NotUnderstood();
      }
    } else {
      return part;
    }
    Greed greed = skip("?") ? Greed.LAZY : skip("+") ? Greed.POSSESSIVE : Greed.GREEDY;
    boolean again = at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0;
    if (again || part instanceof Edge) {
      throw new NotUnderstood();
    }
    return new PatternNode.Repeat(part, min, max, greed);
  }

  private int number() {
    int from = at;
    while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > 6) {
      throw new NotUnderstood();
    }
    return Integer.parseInt(pattern.substring(from, at));
  }

  private boolean skip(String expected) {
    boolean fits = pattern.startsWith(expected, at);
    at += fits ? expected.length() : 0;
    return fits;
  }

  private static PatternNode give() {
    throw new NotUnderstood();
  }

  /// Ends the reading: the pattern is left to `java.util.regex`.
  static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood() {
      super(null, null, false, false);
    }
  }
}
