package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.explain.Explanation;
import app.lineup.app.explain.Journey;
import app.lineup.app.explain.Journey.FieldChange;
import app.lineup.app.explain.Journey.Step;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.rule.set.ReadySets;
import app.lineup.rule.set.RuleSetFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesCommandTest {

  private static final String SET = """
      {"version": 1, "name": "Mine", "rules": [
        {"kind": "rule", "text": "SET tvg_id = \\"1\\"", "note": "why"},
        {"kind": "exclude", "text": "tvg_id is_empty"},
        {"kind": "rule", "text": "SET tvg_id = \\"2\\"", "on": false}]}
      """;

  @TempDir
  private Path folder;
  private final Session session = new Session();

  @Test
  void filesComeFirstInTheirOrder() throws Exception {
    String file = file(SET);
    assertThat(
        session.run("build", "a.m3u", "-o", "b.m3u", "--map", "SET tvg_id = \"3\"", "--exclude", "tvg_id == \"9\"",
        "--rules", "ready:timeshift", "--rules", file)).isZero();
    Rule ready = ReadySets.of("timeshift").set().rules().getFirst();
    assertThat(session.plan.rules()).containsExactly(
        ready, new Rule("SET tvg_id = \"1\"", true), new Rule("SET tvg_id = \"2\"", false),
        new Rule("SET tvg_id = \"3\"", true));
    assertThat(session.plan.filters()).containsExactly(
        new Filter(Filter.Mode.EXCLUDE, "tvg_id is_empty", true),
        new Filter(Filter.Mode.EXCLUDE, "tvg_id == \"9\"", true));
  }

  @Test
  void aBadFileIsSaidBeforeAnythingRuns() throws Exception {
    String file = file("{\"version\": 1, \"rules\": [\n{\"kind\": \"exclude\", \"text\": \"tvg_idd is_empty\"}]}");
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--rules", file)).isEqualTo(1);
    assertThat(session.err()).startsWith("lineup: " + file + ": entry 1 (line 2 of the file): line 1, column 1: found ")
        .contains("\n  tvg_idd is_empty\n  ^^^^^^^\n").contains("Did you mean tvg_id?");
    assertThat(session.plan).isNull();
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--rules", folder.resolve("none.json").toString()))
        .isEqualTo(1);
    assertThat(session.err()).contains("there is no such file");
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--rules", "ready:clean-name")).isEqualTo(2);
    assertThat(session.err()).contains("Did you mean ready:clean-names?");
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--rules", "ready:timeshift", "--rules", "ready:timeshift"))
        .isEqualTo(2);
    assertThat(session.err()).contains("this rule set is given twice");
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--rules", "-")).isEqualTo(2);
    assertThat(session.err()).contains("a rule set has to be a file");
  }

  @Test
  void listsTheReadyMadeOnes() {
    assertThat(session.run("rules")).isZero();
    assertThat(session.out())
        .contains(ReadySets.ids().stream().map(id -> ReadySets.PREFIX + id).toArray(String[]::new));
    var json = new Session();
    assertThat(json.run("rules", "--json")).isZero();
    assertThat(json.out()).startsWith("{\"sets\":[{\"set\":\"ready:country-groups\",\"name\":\"Groups by country\"");
  }

  @Test
  void showsASetAndSaysWhatIsWrongWithIt() throws Exception {
    assertThat(session.run("rules", file(SET))).isZero();
    assertThat(session.out()).endsWith("""
        : Mine

        1. rule  why
           SET tvg_id = "1"

        2. exclude
           tvg_id is_empty

        3. rule (off)
           SET tvg_id = "2"
        """);
    var bad = new Session();
    assertThat(bad.run("rules", file(SET.replace("is_empty", "is_emty")))).isEqualTo(1);
    assertThat(bad.out()).contains("entry 2 (line 3 of the file)");
    assertThat(bad.run("rules", "a", "b")).isEqualTo(2);
  }

  @Test
  void aSetIsSaidToProgramsAsTheFileThatItIs() throws Exception {
    assertThat(session.run("rules", "ready:clean-names", "--json")).isZero();
    assertThat(RuleSetFile.read("x", session.out().getBytes(StandardCharsets.UTF_8)).set())
        .isEqualTo(ReadySets.of("clean-names").set());
  }

  @Test
  void explains() {
    session.explanation = new Explanation(List.of(new Explanation.Hit("Old", "G", new Journey(List.of(
        new Step.Loaded("a.m3u", "/a.m3u", List.of()),
        new Step.Mapped("SET x", 1, List.of(new FieldChange("channel_name", "Old", "New"))),
        new Step.Untouched(1),
        new Step.Kept(Optional.empty(), 0),
        new Step.Numbered("5", "6", Optional.of("Other")),
        new Step.Published("#EXTINF:-1,New\nhttp://u:p@h/\n", true))))), 21, false, List.of());
    assertThat(session.run("explain", "a.m3u", "--channel", "old", "--map", "SET tvg_id = \"3\"", "--numbers", "keep"))
        .isZero();
    assertThat(session.explained).isEqualTo("old");
    assertThat(session.out()).isEqualTo("""
        No channel is called just so; these are alike.

        Old [G]
          Loading   read from a.m3u
          Mapping   --map: SET x
                      channel_name: "Old" becomes "New"
          Mapping   not changed by 1 rule
          Filtering it stays
          Numbering gets the number 6, because "Other" has 5
          Writing   published changed
                      #EXTINF:-1,New
                      http://***@h/

        These are the first 1 of 21.
        """);
    var json = new Session();
    json.explanation = session.explanation;
    assertThat(json.run("explain", "a.m3u", "--channel", "old", "--map", "SET tvg_id = \"3\"", "--json")).isZero();
    assertThat(json.out())
        .startsWith(
            "{\"channels\":21,\"exact\":false,\"hits\":[{\"name\":\"Old\",\"group\":\"G\","
                + "\"steps\":[{\"stage\":\"source_loading\"")
        .contains("\"step\":\"numbered\",\"before\":\"5\",\"number\":\"6\",\"holder\":\"Other\"", "http://***@h/");
  }

  @Test
  void saysWhatCannotBeExplained() {
    session.explanation = new Explanation(List.of(), 0, false, List.of("Old", "Gold"));
    assertThat(session.run("explain", "a.m3u", "--channel", "old")).isEqualTo(1);
    assertThat(session.err()).isEqualTo("lineup: old: there is no such channel.\nWas one of these meant: Old, Gold?\n");
    assertThat(session.run("explain", "a.m3u")).isEqualTo(2);
    assertThat(session.run("explain", "-", "--channel", "x")).isEqualTo(2);
    assertThat(session.run("explain", "a.m3u", "--channel", "tvg_id eqals \"x\"")).isEqualTo(2);
    assertThat(session.err()).contains("Did you mean equals?");
  }

  private String file(String content) throws Exception {
    return Files.writeString(folder.resolve("mine.json"), content).toString();
  }
}
