package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.app.lineup.Lineup;
import app.lineup.app.lineup.TestLineup;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestRun;
import app.lineup.model.KeptNumbers;
import app.lineup.model.KnownField;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.problem.PipelineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A channel that was published keeps its number until the user renumbers (decision 32), through the whole pipeline.
final class StickyNumbersTest {

  @TempDir
  private Path folder;
  private RunResult result;

  @Test
  @DisplayName("the first run numbers as if nobody remembered, and remembers")
  void first() throws Exception {
    assertThat(keep("A:-", "B:7", "C:-")).containsExactly("A=1", "B=7", "C=2");
    assertThat(kept()).isEqualTo(new KeptNumbers(0, 0, "", ""));
    assertThat(file()).exists();
  }

  @Test
  @DisplayName("in another order, and with others before them, channels keep their numbers")
  void reordered() throws Exception {
    keep("A:-", "B:-", "C:-");
    assertThat(keep("New:-", "C:-", "A:-", "B:-")).containsExactly("New=4", "C=3", "A=1", "B=2");
    assertThat(kept()).isEqualTo(new KeptNumbers(3, 0, "", ""));
  }

  @Test
  @DisplayName("a number of its own in the list counts for less than the remembered one, and for more than none")
  void ownLater() throws Exception {
    keep("A:-", "B:5");
    assertThat(keep("A:9", "B:6", "C:9")).containsExactly("A=1", "B=5", "C=9");
    assertThat(result.numberConflicts()).isZero();
  }

  @Test
  @DisplayName("nobody gets the number of a channel that is away, and it has it when it comes back")
  void away() throws Exception {
    keep("A:-", "B:-");
    assertThat(keep("B:-", "C:1", "D:-")).containsExactly("B=2", "C=3", "D=4");
    assertThat(result.numberConflicts()).isEqualTo(1);
    assertThat(kept().waiting()).isEqualTo(1);
    keep("B:-");
    assertThat(keep("D:-", "C:1", "B:-", "A:-")).containsExactly("D=4", "C=3", "B=2", "A=1");
    assertThat(kept()).isEqualTo(new KeptNumbers(4, 0, "", ""));
  }

  @Test
  @DisplayName("a number that a rule gives goes before the remembered one of any channel")
  void ruled() throws Exception {
    keep("A:-", "B:-", "C:-");
    assertThat(numbers(run("A:-", "B:-", "C:-").rule("channel_name equals \"C\" SET tvg_chno = \"1\"")))
        .containsExactly("A=4", "B=2", "C=1");
    assertThat(keep("A:-", "B:-", "C:-")).containsExactly("A=4", "B=2", "C=1");
    assertThat(numbers(run("A:-", "B:-").rule("SET tvg_chno = \"2\""))).containsExactly("A=2", "B=3");
  }

  @Test
  @DisplayName("rules that rename a channel do not make it another")
  void renamedByRule() throws Exception {
    keep("A:-", "B:-");
    assertThat(numbers(run("B:-", "A:-").rule("SET channel_name += \" HD\", tvg_id = \"x\"")))
        .containsExactly("B HD=2", "A HD=1");
  }

  @Test
  @DisplayName("sub-channels are kept, and nobody else gets them")
  void subChannels() throws Exception {
    keep("A:10.1", "B:-");
    assertThat(keep("C:10.1", "A:-", "B:-")).containsExactly("C=2", "A=10.1", "B=1");
  }

  @Test
  @DisplayName("channels with the same key are told apart by their order, each in its source")
  void sameKeys() throws Exception {
    assertThat(keep("A:8", "A:-", "A:9", "B:-")).containsExactly("A=8", "A=1", "A=9", "B=2");
    assertThat(keep("B:-", "A:-", "A:-", "A:-", "A:-")).containsExactly("B=2", "A=8", "A=1", "A=9", "A=3");
  }

  @Test
  @DisplayName(
      "two sources may have the same ids; one with a new name is known by its place, and by its name in any place")
  void sources() throws Exception {
    Path one = list("one", "A:-", "B:-");
    Path two = list("two", "A:-", "B:-");
    assertThat(numbers(empty().file("p", one).file("q", two))).containsExactly("A=1", "B=2", "A=3", "B=4");
    assertThat(numbers(empty().file("q", two).file("p", one))).containsExactly("A=3", "B=4", "A=1", "B=2");
    assertThat(numbers(empty().file("moved", two).file("p", one))).containsExactly("A=3", "B=4", "A=1", "B=2");
    assertThat(numbers(empty().file("p", one).file("new", two))).containsExactly("A=1", "B=2", "A=5", "B=6");
    assertThat(numbers(empty().file("moved", two))).containsExactly("A=3", "B=4");
  }

  @Test
  @DisplayName("ranges: inside its range a channel keeps the number, outside it gets one inside")
  void ranges() throws Exception {
    assertThat(ranges("10-12", "A:-", "B:-")).containsExactly("A=10", "B=11");
    assertThat(ranges("10-12", "C:-", "B:-", "A:-")).containsExactly("C=12", "B=11", "A=10");
    assertThat(ranges("11-20", "C:-", "B:-", "A:-")).containsExactly("C=12", "B=11", "A=13");
  }

  @Test
  @DisplayName("ranges: who found the range full keeps the number that it got elsewhere, until there is room")
  void fullRange() throws Exception {
    assertThat(ranges("10-11", "A:-", "B:-", "C:-", "D:-")).containsExactly("A=10", "B=11", "C=12", "D=13");
    assertThat(ranges("10-11", "D:-", "C:-", "B:-", "A:-")).containsExactly("D=13", "C=12", "B=11", "A=10");
    assertThat(result.fullRanges().getFirst().channels()).isEqualTo(2);
    assertThat(ranges("10-12", "D:-", "C:-", "B:-", "A:-")).containsExactly("D=13", "C=12", "B=11", "A=10");
    assertThat(ranges("9-12", "D:-", "C:-", "B:-", "A:-")).containsExactly("D=9", "C=12", "B=11", "A=10");
  }

  @Test
  @DisplayName("sorting does not change who has which number")
  void sorted() throws Exception {
    keep("B:-", "A:-");
    assertThat(numbers(run("C:-", "B:-", "A:-").order(Order.BY_NAME))).containsExactly("A=2", "B=1", "C=3");
  }

  @Test
  @DisplayName("from:N and none have nothing to do with what is remembered")
  void others() throws Exception {
    keep("A:-", "B:-");
    byte[] before = Files.readAllBytes(file());
    assertThat(numbers(run("B:-", "A:-").numbering(new Numbering.From(1)))).containsExactly("B=1", "A=2");
    assertThat(numbers(run("B:-", "A:4").numbering(new Numbering.None()))).containsExactly("B=", "A=4");
    assertThat(result.numbers()).isEmpty();
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  @DisplayName("a file that is damaged is set aside and said, and the run numbers anew")
  void damaged() throws Exception {
    keep("A:-", "B:-");
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 12] ^= 1;
    Files.write(file(), bytes);
    assertThat(keep("B:-", "A:-")).containsExactly("B=1", "A=2");
    assertThat(Path.of(kept().aside())).hasBinaryContent(bytes);
    assertThat(keep("A:-", "B:-")).containsExactly("A=2", "B=1");
    assertThat(kept().aside()).isEmpty();
  }

  @Test
  @DisplayName("a run that fails forgets and remembers nothing")
  void failed() throws Exception {
    keep("A:-", "B:-");
    byte[] before = Files.readAllBytes(file());
    TestRun run = run("C:-").to(folder.resolve("missing").resolve("out.m3u"));
    assertThat(catchThrowableOfType(PipelineException.class, run::run)).isNotNull();
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  @DisplayName("numbers that cannot be kept are said; the playlist is in place")
  void notKept() throws Exception {
    TestRun run = run("A:-").numbers(folder.resolve("missing").resolve("numbers"));
    assertThat(numbers(run)).containsExactly("A=1");
    assertThat(kept().failure()).isNotEmpty();
  }

  @Test
  @DisplayName("the lineup has the numbers that the next run gives, and remembers nothing itself")
  void lineup() throws Exception {
    keep("A:-", "B:-");
    byte[] before = Files.readAllBytes(file());
    var lineup = new TestLineup(folder).list(text("C:-", "B:-", "A:-")).numbering(new Numbering.Keep()).numbers(file());
    try (Lineup built = lineup.build()) {
      assertThat(ListReading.drain(built.channels().open()).stream().map(channel -> String.valueOf(channel.number())))
          .containsExactly("3", "2", "1");
    }
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  @DisplayName("in many chunks, on several threads, with hardly any memory: the same numbers and the same file")
  void many() throws Exception {
    int size = 9_000;
    List<String> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add("C" + i % (size - 50) + ":" + (i % 3 == 0 ? String.valueOf(i + 1) : "-"));
    }
    keep(all.toArray(String[]::new));
    byte[] before = Files.readAllBytes(file());
    List<String> fewer = new ArrayList<>(all.subList(100, size)).reversed();
    List<String> expected = numbers(run(fewer.toArray(String[]::new)));
    byte[] after = Files.readAllBytes(file());
    for (int threads = 1; threads <= 2; threads++) {
      Files.write(file(), before);
      assertThat(numbers(run(fewer.toArray(String[]::new)).threads(threads)
          .memory(new MemoryMonitor(new FakeGauge(), 1_000, InstantSource.system())))).isEqualTo(expected);
      assertThat(file()).hasBinaryContent(after);
    }
  }

  private KeptNumbers kept() {
    return result.numbers().orElseThrow();
  }

  private Path file() {
    return folder.resolve("numbers");
  }

  private List<String> keep(String... channels) throws Exception {
    return numbers(run(channels));
  }

  private List<String> ranges(String range, String... channels) throws Exception {
    return numbers(
        run(channels).numbering(new Numbering.Ranges(List.of(NumberRange.parse("g=" + range).orElseThrow()))));
  }

  private TestRun empty() {
    return new TestRun(folder).keep().numbers(file());
  }

  private TestRun run(String... channels) throws Exception {
    return empty().list(text(channels));
  }

  private List<String> numbers(TestRun run) throws Exception {
    TestRun.Published out = run.run();
    result = out.result();
    ListReading reading = ListReading.of(folder, out.bytes());
    List<String> names = reading.texts(KnownField.CHANNEL_NAME);
    List<String> numbers = reading.texts(KnownField.TVG_CHNO);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add(names.get(i) + "=" + numbers.get(i));
    }
    return all;
  }

  private Path list(String name, String... channels) throws Exception {
    return Files.writeString(folder.resolve(name + ".m3u"), text(channels));
  }

  /// Each channel as name, colon, own number, which is `-` where there is none.
  private static String text(String... channels) {
    var text = new StringBuilder("#EXTM3U\n");
    for (String channel : channels) {
      String name = channel.substring(0, channel.indexOf(':'));
      String own = channel.substring(channel.indexOf(':') + 1);
      text.append("#EXTINF:-1 group-title=\"g\"").append(own.equals("-") ? "" : " tvg-chno=\"" + own + "\"")
          .append(",").append(name).append("\nhttp://h/").append(name).append('\n');
    }
    return text.toString();
  }
}
