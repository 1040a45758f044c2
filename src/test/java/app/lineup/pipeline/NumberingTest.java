package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.golden.ListReading;
import app.lineup.golden.TestRun;
import app.lineup.model.KnownField;
import app.lineup.model.Numbering;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which number a channel gets (decision 3), through the whole pipeline.
final class NumberingTest {

  @TempDir
  private Path folder;
  private RunResult result;

  @Test
  @DisplayName("keep: own numbers claim first, the others get the lowest free ones")
  void claimsFirst() throws Exception {
    assertThat(keep("-", "2", "-", "1", "-", "5", "-", "-")).containsExactly("3", "2", "4", "1", "6", "5", "7", "8");
    assertThat(result.numberConflicts()).isZero();
  }

  @Test
  @DisplayName("keep: on a clash the first in order has the number, the other gets a free one and is counted")
  void clash() throws Exception {
    assertThat(keep("7", "-", "7", "1", "7", "1")).containsExactly("7", "2", "3", "1", "4", "5");
    assertThat(result.numberConflicts()).isEqualTo(3);
  }

  @Test
  @DisplayName("keep: a sub-channel clashes only with itself")
  void subChannels() throws Exception {
    assertThat(keep("10.1", "10", "10.2", "10.1", "-")).containsExactly("10.1", "10", "10.2", "1", "2");
    assertThat(result.numberConflicts()).isEqualTo(1);
  }

  @Test
  @DisplayName("keep: what is no number is replaced by one")
  void noNumbers() throws Exception {
    assertThat(keep("x", "0", "-1", "1.", "100000000", "1e3", "", " 3 ", "99999999", "10.10000", "007"))
        .containsExactly("1", "2", "4", "5", "6", "8", "9", "3", "99999999", "10", "7");
    assertThat(result.numberConflicts()).isZero();
  }

  @Test
  @DisplayName("keep: numbers are claimed after mapping and filtering")
  void afterMappingAndFiltering() throws Exception {
    assertThat(numbers(new TestRun(folder).list(list("1", "2", "-", "3")).keep()
        .exclude("channel_name equals \"C0\"")
        .rule("channel_name equals \"C3\" SET tvg_chno = \"2\"")
        .rule("channel_name equals \"C1\" SET tvg_chno = \"\"")))
        .containsExactly("1", "3", "2");
    assertThat(numbers(new TestRun(folder).list(list("1", "2", "-")).keep().rule("channel_name equals \"C1\" REMOVE")))
        .containsExactly("1", "2");
  }

  @Test
  @DisplayName("keep: a number that a rule takes from somewhere else claims as well")
  void numberFromRule() throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n#EXTINF:-1,1 B\nhttp://h/b\n";
    String rule = "channel_name matches \"^([0-9]+) \" SET tvg_chno = \"$1\"";
    assertThat(numbers(new TestRun(folder).list(text).keep().rule(rule))).containsExactly("2", "1");
  }

  @Test
  @DisplayName("keep: over several lists, in two passes, in chunks and on several threads")
  void severalLists() throws Exception {
    int size = 9_000;
    List<String> own = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      own.add(i % 3 == 0 ? String.valueOf(size - i) : "-");
    }
    String list = list(own.toArray(String[]::new));
    for (int threads = 1; threads <= 2; threads++) {
      assertThat(numbers(new TestRun(folder).list(list).list(list).keep().threads(threads))).isEqualTo(twice(own));
      assertThat(result.numberConflicts()).isEqualTo(size / 3);
      assertThat(result.file().entries()).isEqualTo(2L * size);
      assertThat(result.loaded()).isEqualTo(2L * size);
    }
  }

  /// The numbers of two lists alike: the first keeps its own, all others get what is free.
  private static List<String> twice(List<String> own) {
    List<String> numbers = new ArrayList<>();
    int free = 1;
    for (int list = 0; list < 2; list++) {
      for (String number : own) {
        if (list == 0 && !number.equals("-")) {
          numbers.add(number);
        } else {
          while (own.contains(String.valueOf(free))) {
            free++;
          }
          numbers.add(String.valueOf(free++));
        }
      }
    }
    return numbers;
  }

  @Test
  @DisplayName("keep: separators have no number, lose none to others and keep what they say")
  void separators() throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1 tvg-chno=\"1\",##### UK #####\nhttp://h/s\n#EXTINF:-1,A\nhttp://h/a\n";
    assertThat(numbers(new TestRun(folder).list(text).keep())).containsExactly("1", "1");
    assertThat(numbers(new TestRun(folder).list(text).keep().rule("SET channel_name -= \"#####\"")))
        .containsExactly("1", "2");
  }

  @Test
  @DisplayName("keep: an entry that has its number already is not touched")
  void untouched() throws Exception {
    String text =
        "#EXTM3U\n#EXTINF:-1 Channel-Number='3'  x=y ,A\r\nhttp://h/a\r\n#EXTINF:-1 ch-number=1,B\nhttp://h/b\n";
    assertThat(new TestRun(folder).list(text).keep().run().text()).isEqualTo(text);
  }

  @Test
  @DisplayName("from:N numbers in sequence whatever the entries say; separators are left out")
  void from() throws Exception {
    String text =
        "#EXTM3U\n#EXTINF:-1 tvg-chno=\"7\",A\nhttp://h/a\n#EXTINF:-1,-----\nhttp://h/s\n#EXTINF:-1,B\nhttp://h/b\n";
    assertThat(numbers(new TestRun(folder).list(text).numbering(new Numbering.From(100))))
        .containsExactly("100", "", "101");
    assertThat(numbers(new TestRun(folder).list(text).numbering(new Numbering.From(7)))).containsExactly("7", "", "8");
    assertThat(result.numberConflicts()).isZero();
  }

  @Test
  @DisplayName("from:N that runs out of numbers says so and leaves the old playlist")
  void fromRunsOut() throws Exception {
    var run = new TestRun(folder).list(list("-", "-")).numbering(new Numbering.From(99_999_999));
    PipelineException failure = catchThrowableOfType(PipelineException.class, run::run);
    assertThat(failure.what()).isEqualTo("there are more channels than numbers up to 99999999");
    assertThat(folder.resolve("out.m3u")).doesNotExist();
  }

  @Test
  @DisplayName("none touches nothing")
  void none() throws Exception {
    String text = list("7", "-", "7", "x");
    assertThat(new TestRun(folder).list(text).numbering(new Numbering.None()).run().text()).isEqualTo(text);
  }

  private List<String> keep(String... own) throws Exception {
    return numbers(new TestRun(folder).list(list(own)).keep());
  }

  private List<String> numbers(TestRun run) throws Exception {
    TestRun.Published out = run.run();
    result = out.result();
    return ListReading.of(folder, out.bytes()).texts(KnownField.TVG_CHNO);
  }

  /// A list of channels C0, C1, … with these numbers of their own; `-` for none.
  private static String list(String... own) {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < own.length; i++) {
      String number = own[i].equals("-") ? "" : " tvg-chno=\"" + own[i] + "\"";
      text.append("#EXTINF:-1").append(number).append(",C").append(i).append("\nhttp://h/").append(i).append('\n');
    }
    return text.toString();
  }
}
