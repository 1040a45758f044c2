package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.refresh.SourceSummary;
import app.lineup.model.ParseReport;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CheckCommandTest {

  private final Session session = new Session();

  @Test
  void saysWhatAListHolds() {
    assertThat(session.run("check", "list.m3u")).isZero();

    assertThat(session.out().lines()).containsExactly(
        "list.m3u: 15,515 channels in 31,200 lines",
        "Types",
        "  15,000  live",
        "     515  movies",
        "Groups (2)",
        "  15,000  News",
        "     515  (no group)",
        "Programme guides",
        "  http://***@guide.example/x.xml",
        "Oddities",
        "  3 × an entry that is not UTF-8 — kept byte for byte; shown as well as its bytes allow",
        "      line 120: Caf\\xe9",
        "      line 1,300");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void keepsItsOwnColonBehindAnAddress() {
    session.summary = new SourceSummary(
        Session.report("http://h/get.php?username=***&password=***", Map.of(), List.of()), Map.of(), 0, Map.of());
    session.run("check", "http://h/get.php?username=U&password=P");
    assertThat(session.out()).startsWith("http://h/get.php?username=***&password=***: 15,515 channels");
  }

  @Test
  void answersProgramsInJson() {
    assertThat(session.run("check", "--json", "list.m3u")).isZero();

    JsonNode json = new JsonMapper().readTree(session.out());
    assertThat(json.get("usable").asBoolean()).isTrue();
    assertThat(json.get("report").get("findings").get(0).get("count").asLong()).isEqualTo(3);
    assertThat(json.get("types").get("movie").asLong()).isEqualTo(515);
    assertThat(json.get("groups").get(0).get("group").asString()).isEqualTo("News");
    assertThat(json.get("groups").get(0).get("channels").asLong()).isEqualTo(15_000);
  }

  @Test
  void saysThatThereAreMoreGroupsThanItLists() {
    var all = session.summary;
    session.summary = new SourceSummary(all.report(), all.groups(), 890_000, all.types());
    session.run("check", "list.m3u");
    assertThat(session.out()).contains("  and 890,000 more channels, whose groups are not listed");
    session.out = new ByteArrayOutputStream();
    session.run("check", "--json", "list.m3u");
    assertThat(new JsonMapper().readTree(session.out()).get("channelsInOtherGroups").asLong()).isEqualTo(890_000);
  }

  @Test
  void refusesAListWithoutChannels() {
    session.summary = new SourceSummary(new ParseReport("x", 0, 1, Map.of(), List.of(), List.of()), Map.of(), 0,
        Map.of());
    assertThat(session.run("check", "x")).isEqualTo(1);
    assertThat(session.out()).contains("This is not a usable list");
  }

  @Test
  void givesOnlyTheExitCodeWhenQuiet() {
    assertThat(session.run("check", "-q", "x")).isZero();
    assertThat(session.out() + session.err()).isEmpty();
  }

  @Test
  void isCancelled() {
    session.failure = new InterruptedException();
    assertThat(session.run("check", "x")).isEqualTo(130);
    assertThat(session.err()).isEqualToIgnoringNewLines("Cancelled.");
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    session.summary = new SourceSummary(session.summary.report(), Map.of("\u001b[31mred\u202e\u009b2J", 1L), 0,
        Map.of());
    session.run("check", "x");
    assertThat(session.out()).contains("␛[31mred\ufffd\ufffd2J").doesNotContain("\u001b", "\u202e", "\u009b");
  }
}
