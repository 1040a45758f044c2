package app.lineup.gui.rules.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.gui.text.Texts;
import app.lineup.model.RuleKind;
import app.lineup.rule.set.ReadySets;
import app.lineup.rule.set.RuleSetFile;
import app.lineup.rule.set.SetEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rule sets come in after a look, as one edit that can be undone, and go out to files.
final class RuleSetsViewModelTest {

  private static final String SET = """
      {"version": 1, "name": "Mine", "description": "Does it.", "rules": [
        {"kind": "exclude", "text": "tvg_id is_empty", "note": "why"},
        {"kind": "rule", "text": "SET tvg_id = \\"1\\"", "on": false},
        {"kind": "rule", "text": "SETT tvg_id = \\"1\\""}]}
      """;

  @TempDir
  private Path folder;
  private final Session session = Sessions.empty();
  private final RulesViewModel rules = new RulesViewModel(Texts.of("rules"), session, Runnable::run, Runnable::run);
  private final RuleSetsViewModel sets = new RuleSetsViewModel(Texts.of("rules"), rules, Runnable::run, Runnable::run);

  @Test
  @DisplayName("what is offered says what it is, and what is wrong with it")
  void offers() throws Exception {
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    sets.lookAt(file(SET));
    OfferedSet offered = Objects.requireNonNull(sets.offered().get());
    assertThat(offered.title()).isEqualTo("Mine");
    assertThat(offered.description()).isEqualTo("Does it.");
    assertThat(offered.summary()).isEqualTo(
        "3 rules and filters. 1 cannot be understood and comes in switched off. 1 is there already and is not added "
            + "again.");
    assertThat(offered.rows()).extracting(OfferedSet.Row::kind).containsExactly("Exclude", "Rule (off)", "Rule");
    assertThat(offered.rows().getFirst().note()).isEqualTo("why");
    assertThat(offered.rows().getLast().wrong()).isTrue();
    assertThat(offered.rows().getLast().note()).startsWith("Line 1, column 1: found ");
    assertThat(rules.rows()).hasSize(1);
  }

  @Test
  @DisplayName("added behind what is there, rules before filters, and taken back with one undo")
  void appends() throws Exception {
    rules.add(RuleKind.RULE, "SET tvg_id = \"0\"");
    rules.add(RuleKind.EXCLUDE, "tvg_id is_empty");
    sets.lookAt(file(SET));
    sets.append();
    assertThat(shown()).containsExactly(
        "RULE true SET tvg_id = \"0\"", "RULE false SET tvg_id = \"1\"", "RULE false SETT tvg_id = \"1\"",
        "EXCLUDE true tvg_id is_empty");
    assertThat(rules.rows().get(2).mistake().get()).isNotNull();
    assertThat(sets.offered().get()).isNull();
    session.undo();
    assertThat(shown()).containsExactly("RULE true SET tvg_id = \"0\"", "EXCLUDE true tvg_id is_empty");
    session.redo();
    assertThat(rules.rows()).hasSize(4);
    rules.rows().get(1).on().set(true);
    session.undo();
    assertThat(rules.rows().get(1).on().get()).isFalse();
  }

  @Test
  @DisplayName("in place of all rows, and back")
  void replaces() throws Exception {
    rules.add(RuleKind.RULE, "SET tvg_id = \"0\"");
    sets.lookAt(file(SET));
    sets.replace();
    assertThat(shown()).containsExactly(
        "RULE false SET tvg_id = \"1\"", "RULE false SETT tvg_id = \"1\"", "EXCLUDE true tvg_id is_empty");
    session.undo();
    assertThat(shown()).containsExactly("RULE true SET tvg_id = \"0\"");
  }

  @Test
  @DisplayName("a ready-made set is not added twice")
  void readyMade() {
    assertThat(sets.ready().get().keySet()).containsExactlyElementsOf(ReadySets.ids());
    sets.lookAtReady("separators");
    sets.append();
    sets.lookAtReady("separators");
    assertThat(Objects.requireNonNull(sets.offered().get()).some()).isFalse();
    sets.append();
    assertThat(rules.rows()).hasSize(1);
    assertThat(rules.firstMistake()).isEmpty();
  }

  @Test
  @DisplayName("what goes out comes back")
  void exports() throws Exception {
    rules.add(RuleKind.RULE, "SET tvg_id = \"0\"").on().set(false);
    rules.add(RuleKind.INCLUDE, "broken");
    Path file = folder.resolve("out.json");
    sets.export(file, rules.rows());
    assertThat(sets.says().get()).isEqualTo("Exported to " + file + ": 2 rules and filters.");
    assertThat(RuleSetFile.read(file).set().name()).isEqualTo("out");
    assertThat(RuleSetFile.read(file).set().entries()).containsExactly(
        new SetEntry(RuleKind.RULE, "SET tvg_id = \"0\"", false, ""),
        new SetEntry(RuleKind.INCLUDE, "broken", true, ""));
    sets.export(folder.resolve("none/out.json"), List.of());
    assertThat(sets.says().get()).contains("could not be written");
  }

  @Test
  @DisplayName("SECRET-99: a rule with a login goes out without it, and off; any other to the letter")
  void exportsNoLogin() throws Exception {
    String plain = "SET tvg_logo = \"https://logos.example/5f24662bebe0f0000767de32/a.png\"";
    rules.add(RuleKind.RULE, plain);
    rules.add(RuleKind.RULE, "SET attr(\"user-pass\") = \"bob:secretPW4\"");
    rules.add(RuleKind.EXCLUDE, "stream_url contains \"http://h/live/bob/secretPW4/1.ts\"");
    Path file = folder.resolve("out.json");
    sets.export(file, rules.rows());
    assertThat(Files.readString(file)).doesNotContain("bob", "secretPW4");
    assertThat(RuleSetFile.read(file).set().entries()).extracting(SetEntry::on).containsExactly(true, false, false);
    assertThat(RuleSetFile.read(file).set().entries().getFirst().text()).isEqualTo(plain);
  }

  @Test
  @DisplayName("a file that is no rule set is refused in words, and nothing changes")
  void refuses() throws Exception {
    sets.lookAt(file("#EXTM3U\n"));
    assertThat(sets.offered().get()).isNull();
    assertThat(sets.says().get())
        .endsWith("mine.json: it is a playlist, not a rule set. Lists are named without --rules, or added in Sources.");
    sets.dismiss();
    assertThat(sets.says().get()).isEmpty();
  }

  private List<String> shown() {
    return rules.rows().stream().map(row -> row.kind().get() + " " + row.on().get() + " " + row.text().get()).toList();
  }

  private Path file(String content) throws Exception {
    return Files.writeString(folder.resolve("mine.json"), content);
  }
}
