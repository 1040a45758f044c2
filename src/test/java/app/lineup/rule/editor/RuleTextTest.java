package app.lineup.rule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.KnownField;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.RuleMistake;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an editor is told of a text, right or broken.
class RuleTextTest {

  private static final SeenValues SEEN = (field, prefix, limit) -> field == KnownField.GROUP_TITLE
      ? Stream.of("News", "Sports", "say \"hi\"").filter(v -> v.regionMatches(true, 0, prefix, 0, prefix.length()))
      .toList()
      : List.of();

  private static String spans(Dialect dialect, String text) {
    return new RuleText(dialect, text).spans().stream()
        .map(span -> text.substring(span.from(), span.to()) + ":" + span.kind().name().charAt(0))
        .collect(Collectors.joining(" "));
  }

  /// `|` is the caret; what it gives is the text after each candidate was taken.
  private static List<String> taken(Dialect dialect, String marked) {
    int caret = marked.indexOf('|');
    String text = marked.replace("|", "");
    return new RuleText(dialect, text).completions(caret, SEEN).stream()
        .map(c -> text.substring(0, c.from()) + c.insert() + text.substring(c.to())).toList();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      channel_name == "a" SET tvg_id = "x$1y${b}" ¦ channel_name:F ==:O "a":S SET:K tvg_id:F =:O "x:S $1:P y:S ${b}:P ":S
      channel_name =~ "$1" AND                    ¦ channel_name:F =~:O "$1":S AND:K
      attr("a") not_in (5, 'b') case_sensitive    ¦ attr:F (:P "a":S ):P not_in:O (:P 5:N ,:C 'b':S ):P case_sensitive:K
      tvg_id == 'b' ignore_accents                ¦ tvg_id:F ==:O 'b':S ignore_accents:K
      chanel_name === "a                          ¦ chanel_name:E ===:E "a:E
      programme_title > @time:now, tvg_id is_empty ¦ programme_title:E >:O @time:now:V ,:C tvg_id:F is_empty:O
      """)
  void colours(String text, String expected) {
    assertThat(spans(Dialect.RULE, text)).isEqualTo(expected);
  }

  @Test
  void coloursByWhatHasMeaning() {
    assertThat(spans(Dialect.PROGRAMMES, "program_title == tvg_id")).isEqualTo("program_title:F ==:O tvg_id:E");
    assertThat(spans(Dialect.RULE, "APPEND group_title = \"$1\""))
        .isEqualTo("APPEND:K group_title:F =:O \":S $1:P \":S");
    assertThat(spans(Dialect.FILTER, "append")).isEqualTo("append:E");
    assertThat(spans(Dialect.RULE, "\uD800 \0 “")).isEqualTo("\uD800:E \0:E “:E");
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      |(a (b))      ¦ 0 ¦ 6
      (|a (b))      ¦ 0 ¦ 6
      (a (b)|)      ¦ 3 ¦ 5
      (a (b))|      ¦ 0 ¦ 6
      x == "(|a"    ¦ - ¦ -
      x == |"(a"    ¦ 5 ¦ 8
      (a |(b        ¦ - ¦ -
      a)|           ¦ - ¦ -
      """)
  void findsPairs(String marked, String opening, String closing) {
    var pair = new RuleText(Dialect.RULE, marked.replace("|", "")).pairAt(marked.indexOf('|'));
    assertThat(pair.map(p -> p.opening() + " " + p.closing()).orElse("- -")).isEqualTo(opening + " " + closing);
  }

  @Test
  void mistakesCarryWhatMendsThem() {
    String text = "group_title == \"a\"\nAND chanel_name == \"b\" REMOVE";
    RuleMistake mistake = new RuleText(Dialect.RULE, text).mistakes().getFirst();
    assertThat(mistake.line()).isEqualTo(2);
    assertThat(mistake.column()).isEqualTo(5);
    String mended = text.substring(0, mistake.from()) + mistake.replacement().orElseThrow()
        + text.substring(mistake.to());
    assertThat(new RuleText(Dialect.RULE, mended).mistakes()).isEmpty();
    assertThat(new RuleText(Dialect.RULE, "  ").mistakes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      RULE       ¦ chan|                               ¦ channel_name
      RULE       ¦ RE|                                 ¦ REMOVE
      FILTER     ¦ titl|                               ¦ group_title
      FILTER     ¦ NOT (tvg_i|d == "x")                ¦ NOT (tvg_id == "x")
      FILTER     ¦ tvg_id is|                          ¦ tvg_id is_empty
      FILTER     ¦ tvg_id cont|                        ¦ tvg_id contains, tvg_id not_contains
      FILTER     ¦ tvg_id no|                          ¦ tvg_id not
      FILTER     ¦ group_title == |                    ¦ group_title == "News"
      FILTER     ¦ group_title == "S|                  ¦ group_title == "Sports", group_title == "say \\"hi\\""
      FILTER     ¦ group_title in ("News", "sp|")      ¦ group_title in ("News", "Sports")
      FILTER     ¦ group_title in |                    ¦ group_title in (
      FILTER     ¦ media_type == 'm|'                  ¦ media_type == 'movie'
      FILTER     ¦ tvg_id == "x" |                     ¦ tvg_id == "x" AND
      FILTER     ¦ tvg_id == "x" case_sensitive ig|    ¦ tvg_id == "x" case_sensitive ignore_accents
      FILTER     ¦ tvg_id ign|                         ¦ tvg_id ignore_accents
      RULE       ¦ tvg_id == "x" S|                    ¦ tvg_id == "x" SET
      RULE       ¦ SET group_title |                   ¦ SET group_title =
      RULE       ¦ SET sour|                           ¦ -
      RULE       ¦ SET tvg_logo = @l|                  ¦ SET tvg_logo = @logo:https://, SET tvg_logo = @logo:none
      RULE       ¦ tvg_id =~ "(?<land>a)" SET tvg_id = "${l|}" ¦ tvg_id =~ "(?<land>a)" SET tvg_id = "${land}"
      RULE       ¦ tvg_id =~ "(a)" SET tvg_id = "$|"   ¦ tvg_id =~ "(a)" SET tvg_id = "$1"
      PROGRAMMES ¦ programme_t|                        ¦ programme_title
      PROGRAMMES ¦ programme_start > @time:t|          ¦ programme_start > @time:today, programme_start > @time:tomorrow
      FILTER     ¦ nonsense x y |                      ¦ -
      """)
  void completes(Dialect dialect, String marked, String expected) {
    List<String> taken = taken(dialect, marked);
    if (expected.equals("-")) {
      assertThat(taken).isEmpty();
    } else {
      assertThat(taken).contains(expected.split(", (?=[a-zS])", -1));
    }
  }

  @Test
  void offersOnlyWhatHasMeaning() {
    assertThat(taken(Dialect.FILTER, "|")).contains("channel_name", "attr(\"", "NOT")
        .doesNotContain("SET", "programme_title");
    assertThat(taken(Dialect.FILTER, "tvg_id == \"x\" |")).doesNotContain("tvg_id == \"x\" SET");
    assertThat(taken(Dialect.RULE, "|")).contains("SET", "REMOVE", "channel_name");
    assertThat(taken(Dialect.PROGRAMMES, "|")).contains("programme_title").doesNotContain("channel_name", "attr(\"");
    assertThat(new RuleText(Dialect.FILTER, "tvg_id ").completions(7, SEEN))
        .allSatisfy(c -> assertThat(c.says()).isNotBlank());
  }
}
