package app.lineup.rule.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.ConditionTest;
import app.lineup.rule.MappingTest;
import app.lineup.rule.SampleChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Comparing without regard to accents is comparing texts whose accents were taken off.
final class AccentsTest {

  private static final String[] PARTS = {
    "a", "A", "é", "É", "e\u0301", "E", "e", "o", "ø", "ñ", "n\u0303", "ß", "œ", "ı", "İ", "ł", "й", "и\u0306", "и",
    "ё", "е", "ή", "η", "が", "か\u3099",
    "क\u093F", "क", "שָ", "ش\u064E", "한", "😀", "\uD83D", " ", ";", "1", "7", "\u0301", "\u212A", "k", "ǿ", "ᾳ", "ế",
    "News", "été"};
  private static final String[] PATTERNS = {
    "e", "é+", "^(.*)(é)", "(.)$", "(?<x>[à-ü]+)", "n.", "[^e]", "\\é", "\\\\é", "(a|é)(.*)", "\\w+", "i", "й", "(?i)É",
    "news|été", "\\bе", "($)", ".\u0301"};

  @ParameterizedTest
  @CsvSource({
    "é, e", "É, E", "Ångström, Angstrom", "Žlutý kůň, Zluty kun", "ŁÓDŹ, LODZ", "Ørsted, Orsted", "Đorđe, Dorde",
    "ệ, e", "Ơ, O", "ð, d", "ǿ, o",
    "İı, Ii", "Ελλάδα, Ελλαδα", "ΐ, ι", "ᾳ, α", "ё, е", "Ё, Е", "ї, і", "й, й", "Ў, Ў", "а\u0301, а", "\u212B, A",
    "\u212A, K",
    "и\u0306, й", "У\u0306, Ў", "e\u0301\u0323x, ex", "œuvre, œuvre", "Æ, Æ", "ß, ß", "ﬁ, ﬁ", "が, が",
    "か\u3099, か\u3099", "हिन्दी, हिन्दी", "ไทยพีบีเอส, ไทยพีบีเอส",
    "שָׁלוֹם, שָׁלוֹם", "مُحَمَّد, مُحَمَّد", "한국, 한국", "7\u0308, 7\u0308", "😀\u0301, 😀\u0301", "x², x²"})
  void foldsLettersOfThreeScripts(String text, String bare) {
    assertThat(Accents.fold(text)).isEqualTo(bare);
    assertThat(Accents.fold(bare)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      Télé Été      ¦ contains "TELE" ignore_accents                ¦ true
      Télé Été      ¦ ignore_accents contains "TELE"                ¦ true
      Télé Été      ¦ contains "tele"                               ¦ false
      Tele          ¦ contains "télé" ignore_accents                ¦ true
      Télé Été      ¦ not_contains "tele" ignore_accents            ¦ false
      Télé Été      ¦ starts_with "tele " case_sensitive ignore_accents ¦ false
      Télé Été      ¦ starts_with "Tele " ignore_accents case_sensitive ¦ true
      Télé Été      ¦ ignore_accents starts_with "Tele " case_sensitive ¦ true
      Télé Été      ¦ case_sensitive ignore_accents ends_with "ete"  ¦ false
      Télé Été      ¦ ignore_accents ends_with "ete"                 ¦ true
      Télé Été      ¦ == "tele ete" IGNORE_ACCENTS                   ¦ true
      Télé Été      ¦ in ("x", "tele eté") ignore_accents            ¦ true
      Télé Été      ¦ in ("x", "tele eté")                           ¦ false
      007           ¦ in ("7", "x") ignore_accents                   ¦ true
      007           ¦ == 7 ignore_accents                            ¦ true
      007           ¦ == 7 ignore_accents case_sensitive             ¦ false
      Télé Été      ¦ =~ "^t[eé]le" ignore_accents                   ¦ true
      Télé Été      ¦ =~ "^télé" ignore_accents                      ¦ true
      Télé Été      ¦ =~ "^tele" ignore_accents case_sensitive       ¦ false
      Télé Été      ¦ !~ "tele ete$" ignore_accents                  ¦ false
      Матч Ёлка     ¦ contains "елка" ignore_accents                 ¦ true
      Мой           ¦ contains "мои" ignore_accents                  ¦ false
      """)
  void compares(String name, String comparison, boolean expected) {
    for (Channel channel : List.of(SampleChannel.named(name),
        SampleChannel.named("x").with(KnownField.CHANNEL_NAME, name))) {
      assertThat(ConditionTest.holds("channel_name " + comparison, channel)).isEqualTo(expected);
    }
    assertThat(ConditionTest.holds("group_title " + comparison, SampleChannel.inGroup("y; " + name)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a case_sensitive ignore_accents", "a ignore_accents case_sensitive"})
  void isWrittenInOneOrder(String words) {
    String text = "channel_name contains " + words.replaceFirst("a", "\"a\"");
    assertThat(RuleFormat.of(RuleParser.condition(text)))
        .isEqualTo("channel_name contains \"a\" case_sensitive ignore_accents");
  }

  @Test
  void whatWasCaughtKeepsItsAccents() {
    Channel channel = SampleChannel.named("UK: Te\u0301lé\u0301 Ørsted HD");
    Channel mapped = MappingTest.mapping(
        "channel_name ignore_accents matches \"^uk: (?<first>tele) (o.*) hd$\" SET channel_name = \"$2\", tvg_name = "
            + "\"${first}\", tvg_id = \"$1|$0\"")
        .blocks(true).apply(channel);
    assertThat(mapped.text(KnownField.CHANNEL_NAME)).isEqualTo("Ørsted");
    assertThat(mapped.text(KnownField.TVG_NAME)).isEqualTo("Te\u0301lé\u0301");
    assertThat(mapped.text(KnownField.TVG_ID)).isEqualTo("Te\u0301lé\u0301|UK: Te\u0301lé\u0301 Ørsted HD");
  }

  @Test
  void everyPlaceIsThatOfItsLetter() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      String text = text(random, 8);
      Accents.Folded folded = Accents.folded(text);
      assertThat(folded.text()).isEqualTo(Accents.fold(text)).isEqualTo(Accents.fold(folded.text()));
      assertThat(folded.places()[0]).isZero();
      for (int at = 0; at < folded.text().length(); at++) {
        String stretch = text.substring(folded.places()[at], folded.places()[at + 1]);
        if (!Character.isSurrogate(folded.text().charAt(at))) {
          assertThat(Accents.fold(stretch)).as(text).isEqualTo(folded.text().substring(at, at + 1));
        }
      }
    }
  }

  /// However a text rests and whatever looks at it first, the answer is that of the folded texts.
  @Test
  void equalsComparingFoldedTexts() {
    Random random = new Random(33);
    for (int i = 0; i < 2_500; i++) {
      String text = held(text(random, 6));
      String value = text(random, 2);
      boolean cased = random.nextBoolean();
      String likeness = " ignore_accents" + (cased ? " case_sensitive" : "");
      String a = cased ? Accents.fold(text) : CaseFold.fold(Accents.fold(text));
      String b = cased ? Accents.fold(value) : CaseFold.fold(Accents.fold(value));
      String in = "channel_name %s '" + value + "'" + likeness;
      for (Channel channel : channels(text)) {
        assertThat(ConditionTest.holds(in.formatted("contains"), channel)).as("%s in %s", value, text)
            .isEqualTo(a.contains(b));
        assertThat(ConditionTest.holds(in.formatted("starts_with"), channel)).as("%s begins %s", value, text)
            .isEqualTo(a.startsWith(b));
        assertThat(ConditionTest.holds(in.formatted("ends_with"), channel)).as("%s ends %s", value, text)
            .isEqualTo(a.endsWith(b));
        if (Numerals.canonical(value) == null) {
          assertThat(ConditionTest.holds(in.formatted("=="), channel)).as("%s is %s", value, text)
              .isEqualTo(a.equals(b));
          assertThat(ConditionTest.holds("channel_name in ('x', '" + value + "')" + likeness, channel))
              .isEqualTo(a.equals(b) || a.equals("x"));
        }
      }
    }
  }

  @Test
  void patternsFindWhatTheyFindInFoldedTexts() {
    Random random = new Random(34);
    for (int i = 0; i < 1_500; i++) {
      String text = held(text(random, 6));
      String pattern = PATTERNS[random.nextInt(PATTERNS.length)];
      boolean cased = random.nextBoolean();
      String bare = Accents.ofPattern(pattern);
      boolean expected = Patterns.compile(bare, new ComparisonOptions(cased, false)).matcher(Accents.fold(text)).find();
      for (Channel channel : channels(text)) {
        assertThat(ConditionTest.holds(
            "channel_name =~ '" + pattern + "' ignore_accents" + (cased ? " case_sensitive" : ""), channel))
            .as("%s in %s", pattern, text).isEqualTo(expected);
      }
    }
  }

  /// Many comparisons, so that their literals are looked for in one pass.
  @Test
  void thePassForLiteralsMissesNone() {
    Random random = new Random(35);
    for (int i = 0; i < 400; i++) {
      List<String> rules = new ArrayList<>();
      for (String operator : List.of("contains", "matches", "contains", "matches", "contains", "contains")) {
        rules.add("channel_name " + operator + " \"" + (random.nextBoolean() ? "ete" : "e" + random.nextInt(3) + "n")
            + "\""
            + (random.nextBoolean() ? " ignore_accents" : "") + " SET tvg_id += \"" + rules.size() + "\"");
      }
      CompiledMapping mapping = MappingTest.mapping(rules.toArray(String[]::new));
      String text = held(text(random, 3)) + List.of("été", "e\u0301te\u0301", "ete", "é1ñ", "e2n")
          .get(random.nextInt(5));
      for (Channel channel : channels(text)) {
        assertThat(mapping.blocks(true).apply(channel).text(KnownField.TVG_ID)).as("%s %s", rules, text)
            .isEqualTo(mapping.blocks(false).apply(channel).text(KnownField.TVG_ID));
      }
    }
  }

  private static List<Channel> channels(String text) {
    List<Channel> channels = new ArrayList<>(List.of(
        SampleChannel.named("x").with(KnownField.CHANNEL_NAME, text)));
    if (text.equals(SampleChannel.named(text).text(KnownField.CHANNEL_NAME))) {
      channels.add(SampleChannel.named(text));
    }
    Channel latin = new SampleChannel().in(Charset.forName("windows-1252")).with(KnownField.CHANNEL_NAME, text)
        .channel();
    if (latin.text(KnownField.CHANNEL_NAME).equals(text)) {
      channels.add(latin);
    }
    return channels;
  }

  /// As an entry holds it, which half a surrogate pair cannot be.
  private static String held(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 1 + random.nextInt(most)).forEach(_ -> text.append(PARTS[random.nextInt(PARTS.length)]));
    return text.toString();
  }
}
