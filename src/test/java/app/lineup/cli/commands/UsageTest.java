package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.args.Command;
import app.lineup.cli.args.Option;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class UsageTest {

  private final Session session = new Session();

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("lineup: bild: there is no such command.\nDid you mean build? See lineup --help.", "bild", "a.m3u"),
        mistake("lineup: a.m3u: there is no such command.\nSee lineup --help.", "a.m3u"),
        mistake("lineup: --inclde: there is no such option.\nDid you mean --include? See lineup build --help.",
            "build", "a.m3u", "-o", "b.m3u", "--inclde", "x"),
        mistake("lineup: --durable: there is no such option.", "check", "a.m3u", "--durable"),
        mistake("lineup: --data: its value is missing.\nWrite --data DIR.", "--data"),
        mistake(
            "lineup: --data: it opens the window, so it names a folder and stands alone.\nWrite lineup --data FOLDER.",
            "--data", ""),
        mistake("lineup: --data: it opens the window", "--data", "folder", "check", "a.m3u"),
        mistake("lineup: x: there is no", "--data", "folder", "x"),
        mistake("lineup: -o OUT: it is missing.\nName the file to write", "build", "a.m3u"),
        mistake("lineup: IN: no list is given.", "build", "-o", "b.m3u"),
        mistake("lineup: IN: no list is given.", "check"),
        mistake("lineup: -o: its value is missing.\nWrite -o OUT.", "build", "a.m3u", "-o"),
        mistake("lineup: --map: its value is missing.\nWrite --map RULE.",
            "build", "a.m3u", "-o", "b", "--map", "--durable"),
        mistake("lineup: -o: its value is missing.\nWrite -o OUT.", "build", "a.m3u", "-o", "--durble"),
        mistake("lineup: --memory: -5M is not enough to work with.",
            "build", "a.m3u", "-o", "b.m3u", "--memory", "-5M"),
        mistake("lineup: --limit: -5 is not possible here.\nSay a number from 1",
            "build", "a.m3u", "-o", "b.m3u", "--limit", "-5"),
        mistake("lineup: logo_prefetch=cached_only: logos are not looked for in this run",
            "build", "a.m3u", "-o", "b.m3u", "--strategy", "logo_prefetch=cached_only"),
        mistake("lineup: guide=streaming_guide: a guide is always published in one way",
            "build", "a.m3u", "-o", "b.m3u", "--strategy", "guide=streaming_guide"),
        mistake("lineup: --memory: -5M is not enough to work with.", "build", "a.m3u", "-o", "b.m3u", "--memory=-5M"),
        mistake("lineup: --sort: -grup is not possible here.", "build", "a.m3u", "-o", "b.m3u", "--sort", "-grup"),
        mistake("lineup: -o: it is given twice.", "build", "a.m3u", "-o", "b.m3u", "-o", "c.m3u"),
        mistake("lineup: -: standard input can be read only once.", "build", "-", "a.m3u", "-", "-o", "b.m3u"),
        mistake("lineup: b.m3u: only one list is looked through at a time.", "check", "a.m3u", "b.m3u"),
        mistake("lineup: x: there is no place for it here.", "completion", "x"),
        mistake("lineup: --numbers: from:x is not possible here.\nSay none, keep, or from:",
            "build", "a.m3u", "-o", "b.m3u", "--numbers", "from:x"),
        mistake("lineup: --numbers: from:0 is not", "build", "a.m3u", "-o", "b.m3u", "--numbers", "from:0"),
        mistake("lineup: --numbers: from: is not", "build", "a.m3u", "-o", "b.m3u", "--numbers", "from:"),
        mistake("lineup: --numbers: all is not", "build", "a.m3u", "-o", "b.m3u", "--numbers", "all"),
        mistake("lineup: --separators: drop is not", "build", "a.m3u", "-o", "b.m3u", "--separators", "drop"),
        mistake("lineup: --threads: 0 is not", "build", "a.m3u", "-o", "b.m3u", "--threads", "0"),
        mistake("lineup: --threads: two is not", "build", "a.m3u", "-o", "b.m3u", "--threads", "two"),
        mistake("lineup: --report: it names the same file", "build", "a.m3u", "-o", "b.m3u", "--report", "./b.m3u"),
        mistake("lineup: --report: it needs the name of a file", "build", "a.m3u", "-o", "b.m3u", "--report", "-"),
        mistake("lineup: ftp://host/a: only http and https", "build", "ftp://host/a", "-o", "b.m3u"),
        mistake("lineup: http:///a: this is not a complete address", "build", "http:///a", "-o", "b.m3u"),
        mistake("lineup: -o: ftp://host/a is an address", "build", "a.m3u", "-o", "ftp://host/a"),
        mistake("lineup: IN: the name is empty", "build", "", "-o", "b.m3u"),
        mistake("lineup: -o OUT: it is missing", "build", "a.m3u", "-o", ""),
        mistake("lineup: FILE: no file is given.\nName the playlist", "serve"),
        mistake("lineup: b.m3u: only one file is served", "serve", "a.m3u", "b.m3u"),
        mistake("lineup: -: only a file can be served", "serve", "-"),
        mistake("lineup: http://h/a: only a file can be served", "serve", "http://h/a"),
        mistake("lineup: --port: 65536 is not possible here.\nSay a number", "serve", "a.m3u", "--port", "65536"),
        mistake("lineup: --port: x is not possible here", "serve", "a.m3u", "--port", "x"),
        mistake("lineup: --token: this cannot stand in an address, or is too easy to guess.\nTake 8 to 128",
            "serve", "a.m3u", "--token", "s3cret"),
        mistake("lineup: --bind: 1.2.3.4.5 is not possible here.\nName one", "serve", "a.m3u", "--bind", "1.2.3.4.5"),
        mistake("lineup: --bind:  is not possible here", "serve", "a.m3u", "--bind", ""));
  }

  private static Arguments mistake(String told, String... words) {
    return Arguments.of(told, words);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhatIsWrongWithTheCommandLine(String told, String... words) {
    assertThat(session.run(words)).isEqualTo(2);
    assertThat(session.err().replace(System.lineSeparator(), "\n")).startsWith(told);
    assertThat(session.out()).isEmpty();
    assertThat(session.plan).isNull();
    assertThat(session.served).isNull();
  }

  @Test
  void pointsAtTheMistakeInAnExpression() {
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--include", "channel_name contains \"x\"",
        "--exclude", "grup_title contains \"x\"")).isEqualTo(2);

    assertThat(session.err().lines().toList()).satisfies(lines -> {
      assertThat(lines.getFirst()).startsWith("lineup: --exclude: line 1, column 1: found `grup_title`, expected ");
      assertThat(lines.get(1)).isEqualTo("  grup_title contains \"x\"");
      assertThat(lines.get(2)).isEqualTo("  ^^^^^^^^^^");
      assertThat(lines.get(3)).isEqualTo("Did you mean group_title?");
    });
    assertThat(session.plan).isNull();
  }

  @Test
  void refusesAnExpressionWhoseLettersTheLocaleBroke() {
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--include", "channel_name contains \"Caf\ufffd\""))
        .isEqualTo(2);
    assertThat(session.err()).startsWith("lineup: --include: it holds letters that did not arrive")
        .contains("LC_ALL=C.UTF-8");
    assertThat(session.plan).isNull();
  }

  @Test
  void countsTheExpressionsOfAnOption() {
    session.run("build", "a.m3u", "-o", "b.m3u", "--map", "REMOVE", "--map", "SET");
    assertThat(session.err()).startsWith("lineup: --map number 2: line 1, column 4: ");
  }

  @Test
  void tellsProgramsOfMistakesInJson() {
    assertThat(session.run("build", "a.m3u", "-o", "b.m3u", "--json", "--exclude", "nix")).isEqualTo(2);
    JsonNode error = new JsonMapper().readTree(session.out()).get("error");
    assertThat(error.get("kind").asString()).isEqualTo("usage");
    assertThat(error.get("subject").asString()).isEqualTo("--exclude");
    assertThat(error.get("excerpt").asString()).contains("nix", "^");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void doesNotSendTwoThingsToStandardOutput() {
    assertThat(session.run("build", "a.m3u", "-o", "-", "--json")).isEqualTo(2);
    assertThat(session.out()).contains("\"usage\"");
  }

  @Test
  void showsHelpForEachCommand() {
    assertThat(session.run()).isZero();
    assertThat(session.run("--help")).isZero();
    assertThat(session.out()).contains("Usage: lineup COMMAND", "build", "check", "completion", "Examples:");
    for (String command : new String[] {"build", "check", "serve", "completion"}) {
      var each = new Session();
      assertThat(each.run(command, "--help")).isZero();
      assertThat(each.out()).contains("Usage: lineup " + command, "Examples:", "lineup " + command)
          .doesNotContain("null", "%n");
      assertThat(each.err()).isEmpty();
    }
  }

  @Test
  void everyOptionIsInTheHelp() {
    for (Command verb : Command.values()) {
      var each = new Session();
      each.run(verb.word(), "-h");
      for (Option option : verb.options()) {
        assertThat(each.out()).contains(option.names());
      }
    }
  }

  @Test
  void saysItsVersion() {
    assertThat(session.run("--version")).isZero();
    assertThat(session.out()).isEqualToIgnoringNewLines("lineup 1.2.3");
  }
}
