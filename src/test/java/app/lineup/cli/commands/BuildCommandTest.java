package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.RunEvent;
import app.lineup.model.Filter;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.Location;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BuildCommandTest {

  private final Session session = new Session();

  @TempDir
  private Path folder;

  @Test
  void givesEveryOptionToTheRun() {
    int code = session.run("build", "a.m3u", "-", "https://host/b.m3u", "-o", "out.m3u",
        "--map", "SET group_title = \"x\"", "--map=REMOVE", "--include", "channel_name contains \"a\"",
        "--exclude", "channel_name contains \"b\"", "--numbers", "from:7", "--separators", "hide", "--durable",
        "--threads", "3");

    assertThat(session.err()).startsWith("Wrote out.m3u");
    assertThat(code).isZero();
    assertThat(session.plan.sources()).extracting(source -> source.location().getClass().getSimpleName())
        .containsExactly("OfFile", "StandardInput", "OfUrl");
    assertThat(session.plan.rules())
        .containsExactly(new Rule("SET group_title = \"x\"", true), new Rule("REMOVE", true));
    assertThat(session.plan.filters()).containsExactly(
        new Filter(Filter.Mode.INCLUDE, "channel_name contains \"a\"", true),
        new Filter(Filter.Mode.EXCLUDE, "channel_name contains \"b\"", true));
    assertThat(session.plan.numbering()).isEqualTo(new Numbering.From(7));
    assertThat(session.plan.separators()).isEqualTo(SeparatorPolicy.HIDE);
    assertThat(session.plan.target()).isEqualTo(new Target.OfFile(Path.of("out.m3u")));
    assertThat(session.plan.durable()).isTrue();
    assertThat(session.threads).isEqualTo(3);
  }

  @Test
  void changesNothingUnasked() {
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u")).isZero();

    assertThat(session.plan.numbering()).isEqualTo(new Numbering.None());
    assertThat(session.plan.separators()).isEqualTo(SeparatorPolicy.KEEP);
    assertThat(session.plan.durable()).isFalse();
    assertThat(session.threads).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void takesAnOrderAndRanges() {
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--sort", "group,-name", "--range", "News=100-199",
        "--range", "*=1000-"))
        .isZero();
    assertThat(session.plan.order()).hasToString("group,-name");
    assertThat(session.plan.numbering()).isEqualTo(
        new Numbering.Ranges(List.of(new NumberRange("News", 100, 199), new NumberRange("*", 1000, 99_999_999))));
  }

  /// A hyphen before the first key is no option.
  @ParameterizedTest
  @ValueSource(strings = {"--sort -number,name", "--sort=-number,name"})
  void takesAnOrderThatBeginsTurnedRound(String option) {
    String[] words = ("build a.m3u -o out.m3u " + option).split(" ");
    assertThat(session.run(words)).isZero();
    assertThat(session.plan.order()).hasToString("-number,name");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --sort group,size | group,size
      --range News=5 | News=5
      --range News=1-9 --range Arts=5-10 | News=1-9 and Arts=5-10 overlap
      --range News=1-9 --numbers keep | there are ranges and another numbering
      """)
  void refusesOrdersAndRangesThatAreNone(String options, String said) {
    String[] words = ("build a.m3u -o out.m3u " + options).split(" ");
    assertThat(session.run(words)).isEqualTo(2);
    assertThat(session.err()).contains(said);
  }

  @Test
  void takesAFileOfNumbers() {
    Path file = folder.resolve("numbers");
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--numbers", "keep", "--numbers-file", file.toString()))
        .isZero();
    assertThat(session.plan.keptNumbers()).contains(file);
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--range", "*=5-", "--numbers-file", file.toString()))
        .isZero();
    assertThat(session.plan.keptNumbers()).contains(file);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --numbers-file n | there is no numbering in which channels keep their numbers
      --numbers from:5 --numbers-file n | there is no numbering in which channels keep their numbers
      --numbers keep --numbers-file - | the numbers go to a file
      --numbers keep --numbers-file out.m3u | this file is something else of the run
      --numbers keep --numbers-file ./a.m3u | this file is something else of the run
      --numbers keep --report n --numbers-file n | this file is something else of the run
      """)
  void refusesFilesOfNumbersThatCanBeNone(String options, String said) {
    String[] words = ("build a.m3u -o out.m3u " + options).split(" ");
    assertThat(session.run(words)).isEqualTo(2);
    assertThat(session.err()).contains(said);
  }

  @Test
  void replacesNoFileThatIsNotOneOfNumbers() throws IOException {
    Path other = Files.writeString(folder.resolve("precious.txt"), "not to be lost");
    for (Path file : List.of(other, folder, folder.resolve("missing").resolve("numbers"))) {
      session.plan = null;
      assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--numbers", "keep", "--numbers-file", file.toString()))
          .isNotZero();
      assertThat(session.plan).as("nothing was begun").isNull();
    }
    assertThat(other).hasContent("not to be lost");
  }

  @Test
  void saysWhatItWroteAndWhatWasOdd() {
    session.conflicts = 2;
    session.reports = List.of(Session.report("list.m3u", Map.of(FindingKind.NOT_UTF8, 3L, FindingKind.NO_HEADER, 1L),
        List.of(new Finding(120, FindingKind.NOT_UTF8, "x"))));

    session.run("build", "a.m3u", "-o", "out.m3u");

    assertThat(session.err().lines()).containsExactly(
        "Wrote out.m3u: 15,515 of 15,515 channels, 2.1 MB, in 0.3 s",
        "2 channels lost their own numbers to earlier ones and got others.",
        "  1 × the list does not begin with #EXTM3U — read all the same",
        "  3 × an entry that is not UTF-8 — kept byte for byte; shown as well as its bytes allow (first at line 120)");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void namesTheListOfEachOddityWhereThereAreSeveral() {
    session.reports = List.of(Session.report("a.m3u", Map.of(FindingKind.NO_URL, 1L), List.of()),
        Session.report("b.m3u", Map.of(), List.of()));

    session.run("build", "a.m3u", "b.m3u", "-o", "out.m3u");

    assertThat(session.err()).contains("In a.m3u:").doesNotContain("In b.m3u:");
  }

  @Test
  void isQuietWhenAsked() {
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--quiet")).isZero();
    assertThat(session.err() + session.out()).isEmpty();
  }

  @Test
  void writesToStandardOutput() {
    assertThat(session.run("build", "a.m3u", "-o", "-")).isZero();
    assertThat(session.plan.target()).isEqualTo(new Target.OfStream(session.out, "standard output"));
    assertThat(session.err()).startsWith("Wrote standard output");
  }

  @Test
  void answersProgramsInJson() {
    session.events = List.of(
        new RunEvent.StrategyChosen("logo_prefetch", "skip_prefetch", "logos are not fetched"),
        new RunEvent.StageStarted("output"), new RunEvent.StageEnded("output", 1),
        new RunEvent.Finished(Duration.ofMillis(1500), 2));
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--json")).isZero();

    JsonNode json = new JsonMapper().readTree(session.out());
    assertThat(json.get("output").asString()).isEqualTo("out.m3u");
    assertThat(json.get("channels").asLong()).isEqualTo(15_515);
    assertThat(json.get("loaded").asLong()).isEqualTo(15_515);
    assertThat(json.get("bytes").asLong()).isEqualTo(2_100_000);
    assertThat(json.get("durable").asBoolean()).isFalse();
    assertThat(json.get("numbersLost").asLong()).isZero();
    assertThat(json.get("seconds").asDouble()).isEqualTo(0.312);
    assertThat(json.get("stages")).hasSize(7);
    assertThat(json.get("stages").get(6).get("strategy").asString()).isEqualTo("buffered_output");
    assertThat(json.get("stages").get(6).propertyNames()).contains(
        "strategies", "items", "bytes", "busySeconds", "itemsPerSecond", "rssBytes", "peakPressure");
    assertThat(json.get("peakPressure").asString()).isEmpty();
    assertThat(json.get("events")).map(JsonNode::toString).containsExactly(
        ("{'event':'strategy_chosen','stage':'logo_prefetch','strategy':'skip_prefetch',"
            + "'reason':'logos are not fetched'}")
            .replace('\'', '"'),
        "{'event':'stage_started','stage':'output'}".replace('\'', '"'),
        "{'event':'stage_ended','stage':'output','items':1}".replace('\'', '"'),
        "{'event':'finished','seconds':1.5,'items':2}".replace('\'', '"'));
    assertThat(json.get("reports").get(0).get("guides").get(0).asString()).isEqualTo("http://***@guide.example/x.xml");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void writesTheReportInPlaceOfTheOldOne() throws IOException {
    Path report = Files.writeString(folder.resolve("odd.json"), "old");
    session.reports = List.of(Session.report("list.m3u", Map.of(FindingKind.NO_URL, 2L),
        List.of(new Finding(9, FindingKind.NO_URL, "#EXTINF"))));

    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--report", report.toString())).isZero();

    JsonNode finding = new JsonMapper().readTree(Files.readString(report)).get("reports").get(0).get("findings").get(0);
    assertThat(finding.get("kind").asString()).isEqualTo("NO_URL");
    assertThat(finding.get("count").asLong()).isEqualTo(2);
    assertThat(finding.get("first").get(0).get("line").asLong()).isEqualTo(9);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(report);
    }
  }

  @Test
  void looksForThePlaceOfTheReportBeforeItRuns() {
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--report", folder.toString())).isEqualTo(1);
    assertThat(session.err()).contains("it is a folder");
    String nowhere = folder.resolve("no/odd.json").toString();
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--report", nowhere)).isEqualTo(1);
    assertThat(session.err()).contains("its folder does not exist");
    assertThat(session.plan).isNull();
  }

  @ParameterizedTest
  @CsvSource({"USER, 1", "EXTERNAL, 1", "RESOURCES, 1"})
  void saysWhatHappenedAndWhatToDo(Kind kind, int code) {
    session.failure = new PipelineException(kind, "a.m3u", "there is no such file", "Check the name.");

    assertThat(session.run("build", "a.m3u", "-o", "out.m3u")).isEqualTo(code);

    assertThat(session.err().lines()).containsExactly("lineup: a.m3u: there is no such file.", "Check the name.");
  }

  @Test
  void tellsProgramsOfFailuresInJson() {
    session.failure = new PipelineException(Kind.EXTERNAL, "http://h/", "it said 404", "Ask the provider.");

    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--json")).isEqualTo(1);

    JsonNode error = new JsonMapper().readTree(session.out()).get("error");
    assertThat(error.get("kind").asString()).isEqualTo("external");
    assertThat(error.get("subject").asString()).isEqualTo("http://h/");
    assertThat(error.get("what").asString()).isEqualTo("it said 404");
    assertThat(error.get("advice").asString()).isEqualTo("Ask the provider.");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void givesAFaultOfItsOwnACode() {
    session.failure = new IllegalStateException("details at http://u:p@host/");

    assertThat(session.run("build", "a.m3u", "-o", "out.m3u")).isEqualTo(3);

    assertThat(session.err()).containsPattern("^lineup: internal error [2-9A-Z]{3}-[2-9A-Z]{3}: ")
        .doesNotContain("details", "IllegalState");
    String first = session.err();
    session.err.reset();
    session.run("build", "a.m3u", "-o", "out.m3u");
    assertThat(session.err()).isEqualTo(first);
  }

  @Test
  void showsTheStackTraceWhenAskedAndMasksIt() {
    session.failure = new IllegalStateException("details at http://u:p@host/");

    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--stacktrace")).isEqualTo(3);

    assertThat(session.err()).contains("IllegalStateException: details at http://***@host/", "    at ")
        .doesNotContain("u:p");
  }

  @Test
  void saysThatTheMemoryDoesNotSuffice() {
    session.error = new OutOfMemoryError("Java heap space");
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u")).isEqualTo(1);
    assertThat(session.err()).startsWith("lineup: the run: the memory does not suffice.")
        .contains("LINEUP_OPTS=-Xmx").doesNotContain("--threads");
  }

  @Test
  void saysWhatACancelledRunLeft() {
    session.failure = new InterruptedException();

    assertThat(session.run("build", "a.m3u", "-o", "out.m3u")).isEqualTo(130);
    assertThat(session.run("build", "a.m3u", "-o", "-")).isEqualTo(130);

    assertThat(session.err().lines()).containsExactly(
        "Cancelled; out.m3u is as it was.", "Cancelled; what standard output got so far is not a whole playlist.");
  }

  @Test
  void takesAReadThatWasInterruptedForCancelled() {
    session.failure = new PipelineException(Kind.USER, "standard input", "the channel was closed", "");
    Thread.currentThread().interrupt();

    assertThat(session.run("build", "-", "-o", "out.m3u")).isEqualTo(130);

    assertThat(session.err()).isEqualToIgnoringNewLines("Cancelled; out.m3u is as it was.");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void saysThatStandardOutputIsGone() {
    session.out = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
    assertThat(session.run("build", "a.m3u", "-o", "out.m3u", "--json")).isEqualTo(1);
    assertThat(session.run("--help")).isEqualTo(1);
    assertThat(session.err()).startsWith("lineup: standard output: it could not be written: Broken pipe.");
  }

  @Test
  void usesSignsThatAnOldCharsetHas() {
    session.charset = StandardCharsets.US_ASCII;
    session.reports = List.of(Session.report("list.m3u", Map.of(FindingKind.NO_URL, 3L), List.of()));
    session.run("build", "a.m3u", "-o", "out.m3u");
    assertThat(session.err()).contains("3 x an #EXTINF line that no address follows - dropped").doesNotContain("?");
  }

  @Test
  void readsAddressesThatAreNotQuiteLegal() {
    session.run("build", "http://host:80/get.php?username=a b&password=x|ü%20%zz", "-o", "out.m3u");
    var location = (Location.OfUrl) session.plan.sources().getFirst().location();
    assertThat(location.uri().toASCIIString())
        .isEqualTo("http://host:80/get.php?username=a%20b&password=x%7C%C3%BC%20%25zz");
  }
}
