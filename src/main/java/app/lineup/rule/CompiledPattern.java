package app.lineup.rule;

import app.lineup.rule.pattern.ByteProgram;
import app.lineup.rule.pattern.Needle;
import app.lineup.rule.pattern.NonAsciiHazard;
import app.lineup.rule.pattern.PatternNode;
import app.lineup.rule.pattern.PatternReader;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Form;
import app.lineup.rule.syntax.Patterns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern of `matches`, made ready in up to three ways: `java.util.regex` for every text; where its tree is
/// understood, a [Prefilter]; where that is simple, a [ByteProgram]. Immutable, thread-safe.
final class CompiledPattern {

  private final Pattern pattern;
  private final int groups;
  private final Map<String, Integer> names;
  private final boolean caseSensitive;
  private final boolean ignoresAccents;
  private final @Nullable Prefilter prefilter;
  private final @Nullable ByteProgram program;

  CompiledPattern(String text, ComparisonOptions likeness) {
    this.pattern = Patterns.compile(text, likeness);
    this.groups = pattern.matcher("").groupCount();
    this.names = pattern.namedGroups();
    this.ignoresAccents = likeness.ignoresAccents();
    this.caseSensitive = likeness.caseSensitive() && !text.startsWith("(?i)");
    Optional<PatternNode> tree = PatternReader.read(pattern);
    this.prefilter = tree.map(Prefilter::of).orElse(null);
    this.program = tree.flatMap(node -> ByteProgram.of(node, groups)).orElse(null);
  }

  /// The number of its last group.
  int groups() {
    return groups;
  }

  /// The number of the group of that name, 0 where there is none.
  int number(String name) {
    return names.getOrDefault(name, 0);
  }

  /// Whether it is looked for in texts without their accents.
  boolean ignoresAccents() {
    return ignoresAccents;
  }

  Matcher matcher(CharSequence text) {
    return pattern.matcher(text);
  }

  @Nullable Prefilter prefilter() {
    return prefilter;
  }

  /// Of which a text must hold one where the tree holds for it; empty where nothing is known.
  List<Needle> needles() {
    return prefilter == null ? List.of() : prefilter.needles();
  }

  @Nullable ByteProgram program() {
    return program;
  }

  /// The sum of the [NonAsciiHazard]s for which its tree does not hold.
  int oddities() {
    return caseSensitive ? NonAsciiHazard.LINE_END : NonAsciiHazard.LINE_END | NonAsciiHazard.CASE;
  }

  /// Whether its tree holds for the bytes of `text`; then [#prefilter] may be asked.
  boolean holdsFor(FieldText text) {
    Form form = text.form();
    return prefilter != null && switch (form) {
      case ASCII -> true;
      case UTF_8, SINGLE_BYTE -> !ignoresAccents && (text.oddities() & oddities()) == 0;
      case NONE -> false;
    };
  }
}
