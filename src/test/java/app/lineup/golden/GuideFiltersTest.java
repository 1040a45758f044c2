package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.model.Filter.Mode;
import app.lineup.model.guide.GuideTimes;
import app.lineup.pipeline.GuideOutcome;
import app.lineup.pipeline.RunResult;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which programmes a guide keeps that filters in the rule language are on for, through a whole run.
final class GuideFiltersTest {

  private static final String LIST =
      "#EXTM3U\n#EXTINF:-1 tvg-id=\"one\",One\nhttp://h/1\n#EXTINF:-1 tvg-id=\"two\",Two\nhttp://h/2\n";

  /// a: news, an hour · b: a film in two languages · c: sports on the other channel · d: no end, no title
  private static final String GUIDE = """
      <tv>
      <programme id="a" start="20300101120000 +0000" stop="20300101130000 +0000" channel="one"><title>News &amp; Weather</title>\
      <category>News</category><category lang="de">Nachrichten</category></programme>
      <programme id="b" start="20300101130000 +0000" stop="20300101143000 +0000" channel="one"><title lang="en"><![CDATA[The <Film>]]></title>\
      <title lang="de">Der Film</title><!-- <category>Sports</category> --><sub-title>One</sub-title><desc>With
      <b>stars</b></desc><episode-num system="x">S01E02</episode-num><date>1999</date></programme>
      <programme id="c" start="20100101130000 +0000" stop="20100101133000 +0000" channel="two"><title>Match</title>\
      <category>Sports</category><desc/></programme>
      <programme id="d" start="20300102000000 +0000" channel="two"></programme>
      </tv>
      """;

  @TempDir
  private Path folder;

  private RunResult run(Mode mode, String... filters) throws Exception {
    var run = new TestRun(folder).list(LIST).guide(GUIDE.getBytes(StandardCharsets.UTF_8), GuideTimes.AS_WRITTEN);
    for (String filter : filters) {
      run.guideFilter(mode, filter);
    }
    return run.runOnly();
  }

  private String kept() throws Exception {
    List<String> ids = Pattern.compile("programme id=\"(.)\"").matcher(Files.readString(folder.resolve("guide.xml")))
        .results().map(result -> result.group(1)).toList();
    return String.join("", ids);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '¦', textBlock = """
      programme_title == "news & weather"            ¦ a
      program_title contains "<film>"                ¦ b
      programme_title == "der film"                  ¦ b
      programme_title not_contains "film"            ¦ acd
      programme_title is_empty                       ¦ d
      programme_title not is_empty                   ¦ abc
      programme_title =~ "^(news|match)"             ¦ ac
      programme_category == "nachrichten"            ¦ a
      programme_category == "Sports"                 ¦ c
      programme_category in ("news", "sports")       ¦ ac
      programme_subtitle == "one"                    ¦ b
      programme_sub_title == "one"                   ¦ b
      programme_description contains "stars"         ¦ b
      programme_episode starts_with "s01"            ¦ b
      programme_date < 2000                          ¦ b
      programme_channel == "two"                     ¦ cd
      programme_start < @time:2020-01-01             ¦ c
      programme_start == @time:2030-01-01            ¦ -
      programme_start > @time:now                    ¦ abd
      program_end > @time:now                        ¦ ab
      programme_stop is_empty                        ¦ d
      programme_length > 60                          ¦ b
      programme_length <= 60                         ¦ ac
      NOT (programme_length > 60 OR programme_channel == "two") AND programme_title is_empty ¦ -
      """)
  void includes(String filter, String expected) throws Exception {
    RunResult result = run(Mode.INCLUDE, filter);
    if (expected.equals("-")) {
      assertThat(result.guide().orElseThrow()).isInstanceOfSatisfying(GuideOutcome.Failed.class,
          failed -> assertThat(failed.failure().what()).contains("passes the guide's filters"));
    } else {
      assertThat(kept()).isEqualTo(expected);
    }
  }

  @Test
  void excludes() throws Exception {
    run(Mode.EXCLUDE, "programme_category == \"sports\"", "programme_title is_empty");
    assertThat(kept()).isEqualTo("ab");
  }

  @Test
  void includesWhatAnyIncludes() throws Exception {
    run(Mode.INCLUDE, "programme_category == \"sports\"", "programme_title is_empty");
    assertThat(kept()).isEqualTo("cd");
  }

  @Test
  void channelsAreNoProgrammes() {
    assertThatThrownBy(() -> run(Mode.INCLUDE, "channel_name == \"x\"")).isInstanceOf(RuleSyntaxException.class)
        .hasMessageContaining("a field of a programme; channel_name is a field of a channel");
    assertThat(folder.resolve("out.m3u")).as("nothing was begun").doesNotExist();
  }

  @Test
  void aStoppedPatternCostsTheGuideAlone() throws Exception {
    var run = new TestRun(folder).list(LIST).guideFilter(Mode.EXCLUDE, "programme_title matches \"(a*)*b\\1$\"")
        .guide(GUIDE.replace("Match", "a".repeat(5_000) + "c").getBytes(StandardCharsets.UTF_8), GuideTimes.AS_WRITTEN);
    assertThat(run.runOnly().guide().orElseThrow()).isInstanceOfSatisfying(GuideOutcome.Failed.class,
        failed -> assertThat(failed.failure().what()).contains("rule `programme_title matches", "programme aaaa"));
    assertThat(folder.resolve("out.m3u")).hasContent(LIST);
  }
}
