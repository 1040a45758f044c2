package app.lineup.library.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.LibrarySource.Place;
import app.lineup.library.Replacement;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.model.RuleKind;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LibraryJsonTest {

  private static final Library LIBRARY = new Library(9,
      List.of(new LibrarySource(3, "Mine", Place.FILE, "/lists/ä.m3u", true),
          new LibrarySource(4, "Panel", Place.URL, "http://host/get.php?username=me7&password=s3cret", true),
          new LibrarySource(5, "Sample", Place.SAMPLE, "", false)),
      List.of(new RuleRow(6, RuleKind.RULE, "SET tvg_id = \"1\"", true),
          new RuleRow(7, RuleKind.EXCLUDE, "half", false)),
      Map.of(Setting.NUMBERS, "KEEP", Setting.SERVER_TOKEN, "t0ken"), 2, 8);

  @Test
  void noLoginIsInAnExport() {
    assertThat(LibraryJson.write(LIBRARY)).contains("\"withoutLogin\" : true", "/lists/ä.m3u")
        .doesNotContain("s3cret", "me7", "t0ken");
  }

  @Test
  void aRuleWithALoginIsExportedWithoutItAndOff() throws PipelineException {
    var library = new Library(1, List.of(), List.of(
        new RuleRow(2, RuleKind.RULE, "SET stream_url = \"http://me7:s3cret@h/x\"", true),
        new RuleRow(3, RuleKind.RULE, "SET tvg_logo = \"https://l.example/5f24662bebe0f0000767de32/a.png\"", true)),
        Map.of(), 0, 4);
    String text = LibraryJson.write(library);
    assertThat(text).doesNotContain("me7", "s3cret").contains("5f24662bebe0f0000767de32");
    assertThat(LibraryJson.read(text, "x.json").library().rules()).extracting(RuleRow::on).containsExactly(false, true);
  }

  @Test
  void whatIsExportedComesBackButForLogins() throws PipelineException {
    LibraryJson.Read read = LibraryJson.read(LibraryJson.write(LIBRARY), "x.json");
    assertThat(read.withoutLogin()).containsExactly("Panel");
    Session session = Sessions.of(LIBRARY);
    session.change(Label.of("imported", "x.json"), Replacement.of(LIBRARY, read.library()));
    Library now = session.library();
    assertThat(now.sources()).extracting(LibrarySource::name).containsExactly("Mine", "Panel", "Sample");
    assertThat(now.sources()).extracting(LibrarySource::on).containsExactly(true, false, false);
    assertThat(now.rules()).extracting(RuleRow::text).containsExactly("SET tvg_id = \"1\"", "half");
    assertThat(now.settings()).isEqualTo(LIBRARY.settings());
    session.undo();
    assertThat(session.library().sources()).isEqualTo(LIBRARY.sources());
    assertThat(session.library().rules()).isEqualTo(LIBRARY.rules());
  }

  @Test
  void whatIsUnknownIsPassedOver() throws PipelineException {
    LibraryJson.Read read = LibraryJson.read("""
        {"format": "lineup-library", "version": 1, "new": [1], "sources": [{"name": "A", "place": "URL", "text": "http://h/", "more": {}}],
         "settings": {"numbers": "KEEP", "no.such": "x"}}""", "x.json");
    assertThat(read.library().sources()).hasSize(1);
    assertThat(read.library().settings()).isEqualTo(Map.of(Setting.NUMBERS, "KEEP"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "#EXTM3U | no JSON", "{} | no library of Lineup", "[1] | no library of Lineup",
      "{\"format\": \"lineup-library\", \"version\": 2} | newer version",
      "{\"format\": \"lineup-library\", \"version\": 1, \"sources\": [{\"place\": \"MOON\"}]} | no place that is known",
      "{\"format\": \"lineup-library\", \"version\": 1, \"rules\": [{\"kind\": \"wish\"}]} | no kind that is known"})
  void whatIsNoneIsRefusedInWords(String text, String why) {
    assertThatThrownBy(() -> LibraryJson.read(text, "x.json")).isInstanceOfSatisfying(PipelineException.class,
        e -> assertThat(e.what()).contains(why));
  }
}
