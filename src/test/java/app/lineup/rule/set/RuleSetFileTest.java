package app.lineup.rule.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule sets go out to files and come back the same; whatever is no rule set says what, where and what to do.
final class RuleSetFileTest {

  @TempDir
  private Path folder;

  @Test
  @DisplayName("what is written is read again, with what nobody here knows")
  void roundTrip() throws Exception {
    String text = """
        {
          "author" : {"name": "somebody", "ages": [1.50, 12345678901234567890]},
          "version": 1, "name": "Nine \\"9\\"", "description": "line\\nline",
          "rules": [
            {"kind": "rule", "text": "SET channel_name = \\"é €\\"", "note": "why", "colour": "red"},
            {"kind": "include", "text": "group_title is_empty", "on": false, "tags": []},
            {"text": "channel_name contains \\"x\\"", "kind": "exclude"}
          ]
        }
        """;
    RuleSetFile first = read(text);
    assertThat(first.lines()).containsExactly(5L, 6L, 7L);
    assertThat(first.set().rules()).containsExactly(new Rule("SET channel_name = \"é €\"", true));
    assertThat(first.set().filters()).containsExactly(
        new Filter(Filter.Mode.INCLUDE, "group_title is_empty", false),
        new Filter(Filter.Mode.EXCLUDE, "channel_name contains \"x\"", true));
    String written = new String(RuleSetWriter.write(first.set()), StandardCharsets.UTF_8);
    assertThat(written).contains("1.50", "12345678901234567890", "\"colour\" : \"red\"", "é €");
    assertThat(read(written).set()).isEqualTo(first.set());
  }

  @Test
  @DisplayName("half a letter comes back as it was")
  void halfLetters() throws Exception {
    var set = new RuleSet("", "", List.of(new SetEntry(RuleKind.RULE, "\ud83d é", true, "")));
    assertThat(RuleSetFile.read("x", RuleSetWriter.write(set)).set()).isEqualTo(set);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
    " → it is empty",
    "#EXTM3U → it is a playlist, not a rule set",
    "[] → it is JSON, but no rule set: it has to begin with {",
    "{} → it is JSON, but no rule set: \"version\" is missing",
    "{\"version\": 1} → it is JSON, but no rule set: \"rules\" is missing",
    "{\"version\": 2, \"rules\": []} → it is of version 2 of the form, and this program knows only version 1 (line 1, "
        + "column 13)",
    "{\"version\": 4294967297, \"rules\": []} → it is of version 4294967297 of the form",
    "{\"version\": \"1\", \"rules\": []} → \"version\" has to be a number like 1 (line 1, column 13)",
    "{\"version\": 1, \"rules\": {}} → \"rules\" has to be a list in [ ]",
    "{\"version\": 1, \"rules\": [7]} → entry 1: each of the rules has to be an object in { }",
    "{\"version\": 1, \"rules\": [{\"text\": \"REMOVE\"}]} → entry 1: \"kind\" is missing (line 1, column 26)",
    "{\"version\": 1, \"rules\": [{\"kind\": \"rule\"}]} → entry 1: \"text\" is missing",
    "{\"version\": 1, \"rules\": [{\"kind\": \"includes\"}]} → entry 1: \"kind\" is \"includes\", and has to be rule, "
        + "include or exclude",
    "{\"version\": 1, \"rules\": [{\"on\": 1}]} → entry 1: \"on\" has to be true or false",
    "{\"version\": 1, \"name\": null, \"rules\": []} → \"name\" has to be a text in quotes",
    "{\"version\": 1, \"version\": 1, \"rules\": []} → a name stands twice in one object (line 1, column",
    "{\"version\": 1, \"rules\": []} x → it is not JSON (line 1, column",
    "{\"version\": 1, \"rules\": []} {} → something follows behind the rule set",
    "{\"version\": 1, → it is not JSON (line 1, column",
    "nonsense → it is not JSON (line 1, column 1)"})
  void refuses(String text, String what) {
    RuleSetException refused = catchThrowableOfType(
        RuleSetException.class, () -> read(text == null ? "" : text));
    assertThat(refused.file()).isEqualTo("my.json");
    assertThat(refused.what()).startsWith(what);
  }

  @Test
  @DisplayName("a rule that cannot be understood is named with its line, unless it is off")
  void mistakes() throws Exception {
    String on = """
        {"version": 1, "rules": [
          {"kind": "rule", "text": "REMOVE"},
          {"kind": "exclude", "text": "chanel_name contains \\"x\\""}]}
        """;
    RuleSetException wrong = catchThrowableOfType(RuleSetException.class, () -> read(on).verify());
    assertThat(wrong.what()).startsWith("entry 2 (line 3 of the file): line 1, column 1: found ");
    assertThat(wrong.advice()).startsWith("Did you mean channel_name? ");
    assertThat(wrong.excerpt()).startsWith("chanel_name contains \"x\"\n^^^^");
    read(on.replace("\"}]}", "\", \"on\": false}]}")).verify();
  }

  @Test
  @DisplayName("what is too much is refused")
  void tooMuch() {
    String many = "{\"version\": 1, \"rules\": [" + "{\"kind\": \"rule\", \"text\": \"REMOVE\"},\n".repeat(10_001)
        + "]}";
    assertThatThrownBy(() -> read(many)).hasMessageStartingWith("it has more than 10000 rules (line 10001");
    assertThatThrownBy(() -> read(" ".repeat(RuleSetFile.MAX_BYTES + 1))).hasMessage("it is larger than 16 MB");
    assertThatThrownBy(() -> read("{\"version\": 1, \"x\": " + "[".repeat(2_000)))
        .hasMessageStartingWith("it is nested too deep");
  }

  @Test
  @DisplayName("files that cannot be read say why")
  void files() throws Exception {
    assertThatThrownBy(() -> RuleSetFile.read(folder)).isInstanceOf(RuleSetException.class)
        .hasMessage("it is a folder");
    assertThatThrownBy(() -> RuleSetFile.read(folder.resolve("no.json"))).hasMessage("there is no such file");
    Path file = Files.write(folder.resolve("a.json"), RuleSetWriter.write(ReadySets.of("clean-names").set()));
    assertThat(RuleSetFile.read(file).set()).isEqualTo(ReadySets.of("clean-names").set());
  }

  private static RuleSetFile read(String text) throws RuleSetException {
    return RuleSetFile.read("my.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
