package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.rule.pattern.BudgetedText;
import app.lineup.rule.pattern.PatternFailure;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Patterns;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/// Every pattern gives on bytes, behind its prefilter, just what `java.util.regex` gives on the text: the same answer
/// and the same groups.
public class PatternPropertyTest {

  private static final String[] ATOMS = {
    "a", "b", "k", "s", "S", "i", "K", " ", ":", "1", ".", ".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "[a-k]",
    "[^a]",
    "[A-Z]", "[:|-]", "[^ks]", "[\\d.]", "\\.", "é", "ı", "ſ", "[é-ü]", "\\p{L}", "\\p{Lu}", "[^é]", "😀", "HD", "FHD"};
  private static final String[] QUANTIFIERS = {
    "", "", "", "", "*", "+", "?", "*?", "+?", "??", "*+", "++", "?+", "{2}", "{1,2}", "{0,2}?", "{2,}", "{1,3}+",
    "{0}"};
  private static final String[] ODD_PARTS = {
    "\\b", "\\B", "^", "$", "\\A", "\\z", "\\Z", "(?=a)", "(?!b)", "(?<=a)", "(?<! )", "(?>a+)", "(?i)", "\\1",
    "\\Qa.\\E",
    "[a-z&&[^k]]", "\\x41", "\\R", "(?i:k)", "\\h", "[[ab]c]", "\\G"};
  private static final String[] ASCII = {
    "a", "b", "k", "s", "S", "i", "I", "K", "A", "Z", "H", "D", "F", " ", ":", "|", "-", "1", "2", ".", "_", "\t", "HD",
    " FHD",
    "\n", "\r", "\r\n"};
  private static final String[] WIDE = {
    "a", "k", "S", "I", "K", " ", ":", "1", "é", "É", "ü", "ß", "ı", "İ", "ſ", "\u212A", "я", "Я", "–", "😀", "\u0085",
    "\u2028", "\u2029", "\u0301", "\u00A0", " HD"};

  @Provide
  Arbitrary<String> asciiTexts() {
    return Arbitraries.of(ASCII).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> wideTexts() {
    return Arbitraries.of(WIDE).list().ofMaxSize(10).map(parts -> String.join("", parts));
  }

  /// Patterns of the kind that byte programs are made of.
  @Provide
  Arbitrary<String> simplePatterns() {
    return patterns(piece());
  }

  /// Patterns with parts in them that are not understood.
  @Provide
  Arbitrary<String> anyPatterns() {
    return patterns(Arbitraries.frequencyOf(
        Tuple.of(5, piece()), Tuple.of(1, Arbitraries.of(ODD_PARTS))));
  }

  private static Arbitrary<String> patterns(Arbitrary<String> piece) {
    Arbitrary<String> inner = group(piece, "(?<inner>");
    Arbitrary<String> group = group(Arbitraries.oneOf(piece, piece, inner), "(?<outer>");
    Arbitrary<String> body = Arbitraries.oneOf(piece, piece, group).list().ofMinSize(1).ofMaxSize(6)
        .map(parts -> String.join("", parts));
    return Combinators.combine(
            Arbitraries.of("", "", "^", "^", "(?i)"), body, Arbitraries.of("", "", "$", "$", "\\z", "|a$"))
        .as((begin, middle, end) -> begin + middle + end);
  }

  private static Arbitrary<String> group(Arbitrary<String> part, String named) {
    Arbitrary<String> sequence = part.list().ofMaxSize(4).map(parts -> String.join("", parts));
    return Combinators.combine(
            Arbitraries.of("(", "(", "(?:", named), sequence.list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of("", "", "", "?", "?", "??", "+", "{2}", "*"))
        .as((open, parts, quantifier) -> open + String.join("|", parts) + ")" + quantifier);
  }

  private static Arbitrary<String> piece() {
    return Combinators.combine(Arbitraries.of(ATOMS), Arbitraries.of(QUANTIFIERS))
        .as((atom, quantifier) -> atom + quantifier);
  }

  @Property(tries = 6_000, shrinking = ShrinkingMode.BOUNDED)
  void simplePatternsOnAscii(
      @ForAll("simplePatterns") String pattern, @ForAll boolean caseSensitive, @ForAll("asciiTexts") String text) {
    compare(pattern, caseSensitive, text, StandardCharsets.UTF_8);
  }

  @Property(tries = 6_000, shrinking = ShrinkingMode.BOUNDED)
  void simplePatternsOnWideTexts(
      @ForAll("simplePatterns") String pattern, @ForAll boolean caseSensitive, @ForAll("wideTexts") String text) {
    compare(pattern, caseSensitive, text, StandardCharsets.UTF_8);
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
  void anyPatterns(
      @ForAll("anyPatterns") String pattern, @ForAll boolean caseSensitive, @ForAll("asciiTexts") String ascii,
      @ForAll("wideTexts") String wide) {
    compare(pattern, caseSensitive, ascii, StandardCharsets.UTF_8);
    compare(pattern, caseSensitive, wide, StandardCharsets.UTF_8);
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
  void charsetsOfOneByte(
      @ForAll("simplePatterns") String pattern, @ForAll boolean caseSensitive, @ForAll("wideTexts") String text) {
    compare(pattern, caseSensitive, text, Charset.forName("windows-1252"));
    compare(pattern, caseSensitive, text, Charset.forName("windows-1251"));
  }

  public static void compare(String pattern, boolean caseSensitive, String text, Charset charset) {
    Pattern plain;
    try {
      plain = Patterns.compile(pattern, new ComparisonOptions(caseSensitive, false));
    } catch (PatternSyntaxException e) {
      return;
    }
    Channel channel = new SampleChannel().in(charset).with(KnownField.CHANNEL_NAME, text).channel();
    BudgetedText budgeted = new BudgetedText();
    budgeted.begin(channel.text(KnownField.CHANNEL_NAME));
    Matcher matcher = plain.matcher(budgeted);
    List<String> expected = new ArrayList<>();
    try {
      if (matcher.find()) {
        for (int i = 0; i <= matcher.groupCount(); i++) {
          expected.add(written(matcher.group(i)));
        }
      }
    } catch (PatternFailure hostile) {
      return;
    }
    assertThat(found(new CompiledPattern(pattern, new ComparisonOptions(caseSensitive, false)), channel)).as(pattern)
        .isEqualTo(expected);
  }

  /// A built text knows no group that took no part, and no line ends.
  private static String written(String group) {
    return group == null ? "" : group.replace('\n', ' ').replace('\r', ' ');
  }

  private static List<String> found(CompiledPattern pattern, Channel channel) {
    PatternComparer comparer = new PatternComparer(pattern);
    FieldText text = new FieldText(KnownField.CHANNEL_NAME);
    text.begin(ChannelBlock.of(List.of(channel)));
    text.begin(0);
    boolean found = comparer.readsBytes(text)
        ? comparer.inBytes(text, text.from(), text.to())
        : comparer.inString(text.text());
    List<String> groups = new ArrayList<>();
    for (int i = 0; found && i <= pattern.groups(); i++) {
      TextBuilder builder = new TextBuilder();
      comparer.appendGroup(i, builder);
      groups.add(builder.text());
    }
    return groups;
  }
}
