package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.golden.TestRun;
import app.lineup.model.Deduplication;
import app.lineup.model.FullRange;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each group has numbers of its own (decision 25), through the whole pipeline and in every strategy.
final class NumberRangesTest {

  private static final Pattern NUMBER = Pattern.compile("#EXTINF(?:[^\n]* tvg-chno=\"([^\"]*)\")?");

  @TempDir
  private Path folder;
  private RunResult result;

  @Test
  @DisplayName("channels are numbered in the range of their group, whatever its case")
  void inTheirRange() throws Exception {
    assertThat(numbers("News=100-199 Sports=200-", "News", "sports", "NEWS", "Sports"))
        .containsExactly("100", "200", "101", "201");
  }

  @Test
  @DisplayName("an own number in the range stays and claims first, one outside is replaced")
  void ownNumbers() throws Exception {
    assertThat(numbers("News=100-199", "News", "News 100", "News 7", "News 150.1", "News 150.1", "News 101.5"))
        .containsExactly("101", "100", "102", "150.1", "103", "101.5");
    assertThat(result.numberConflicts()).isEqualTo(1);
  }

  @Test
  @DisplayName("what has no range: an own number outside all ranges stays, the others come after the ranges")
  void others() throws Exception {
    assertThat(numbers("News=100-199", "Arts", "Arts 5", "Arts 150", "News", "Arts 200"))
        .containsExactly("201", "5", "202", "100", "200");
  }

  @Test
  @DisplayName("the range of the others, and what comes after all ranges when it is full too")
  void rangeOfOthers() throws Exception {
    assertThat(numbers("News=100-101 *=10-11", "Arts", "News", "", "Kids", "News", "News"))
        .containsExactly("10", "100", "11", "102", "101", "103");
    assertThat(result.fullRanges()).containsExactly(new FullRange("*", 1), new FullRange("News", 1));
  }

  @Test
  @DisplayName("where a range is full, the rest of its group is counted and numbered among the others")
  void full() throws Exception {
    assertThat(numbers("News=1-2 Arts=3-4 *=50-", "News", "News", "News", "Arts", "News"))
        .containsExactly("1", "2", "50", "3", "51");
    assertThat(result.fullRanges()).containsExactly(new FullRange("News", 2));
  }

  @Test
  @DisplayName("of several groups the first with a range counts; a range of the whole text goes before")
  void severalGroups() throws Exception {
    assertThat(numbers("B=10-19 A=20-29", "X;A;B", "B;A", "X;Y")).containsExactly("20", "10", "30");
    assertThat(numbers("B=10-19 A;B=20-29", "A;B")).containsExactly("20");
  }

  @Test
  @DisplayName("groups count as rules leave them, and numbers follow the order")
  void afterRules() throws Exception {
    assertThat(numbers(run("News=10-", "x", "News", "y").rule("group_title equals \"y\" SET group_title = \"News\"")
        .order(Order.parse("-name").orElseThrow()))).containsExactly("10", "11", "1");
  }

  @Test
  @DisplayName("with no numbers left after the ranges the run ends in words")
  void exhausted() {
    assertThatThrownBy(() -> numbers("News=1-", "Arts")).hasMessageContaining("more channels than numbers");
  }

  @ParameterizedTest
  @CsvSource({"News=100-199,News=100-199", "' A = B = 1 - 2 ',A = B=1-2", "*=1000-,*=1000-", "x-y=3-3,x-y=3-3"})
  @DisplayName("a range is read as it is written")
  void written(String text, String shown) {
    assertThat(NumberRange.parse(text)).map(NumberRange::toString).contains(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "News", "News=", "News=1", "=1-2", "News=2-1", "News=0-5", "News=1-100000000", "News=a-b",
      "News=1.1-2"})
  @DisplayName("what is no range is none")
  void none(String text) {
    assertThat(NumberRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"A=1-5,B=5-9,true", "A=1-5,B=6-9,false", "A=1-5,a=7-9,true", "A=3-4,B=1-9,true", "*=10-,B=1-9,false"})
  @DisplayName("ranges clash where they share a number or a group")
  void clash(String one, String other, boolean clash) {
    List<NumberRange> both = ranges(one + " " + other);
    assertThat(NumberRange.clash(both).isPresent()).isEqualTo(clash);
    assertThat(NumberRange.clash(both).map(found -> found.one() + "," + found.other()))
        .isEqualTo(clash ? Optional.of(one + "," + other) : Optional.empty());
  }

  private static List<NumberRange> ranges(String text) {
    return Stream.of(text.split(" ")).map(one -> NumberRange.parse(one).orElseThrow()).toList();
  }

  private TestRun run(String ranges, String... channels) throws Exception {
    var list = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < channels.length; i++) {
      int space = channels[i].indexOf(' ');
      String group = space < 0 ? channels[i] : channels[i].substring(0, space);
      String own = space < 0 ? "" : " tvg-chno=\"" + channels[i].substring(space + 1) + "\"";
      list.append("#EXTINF:-1").append(own).append(" group-title=\"").append(group).append("\",C").append(i)
          .append("\nhttp://h/").append(i).append('\n');
    }
    return new TestRun(folder).list(list.toString()).numbering(new Numbering.Ranges(ranges(ranges)));
  }

  private List<String> numbers(String ranges, String... channels) throws Exception {
    return numbers(run(ranges, channels));
  }

  /// The same from both ways of numbering.
  private List<String> numbers(TestRun run) throws Exception {
    List<String> numbers = new ArrayList<>();
    List<RunResult> results = new ArrayList<>();
    for (String strategy : List.of("streaming_numbering", "inmemory_numbering")) {
      TestRun.Published out = run.tuning(new Tuning(
          Map.of(StageType.CHANNEL_NUMBERING.id(), strategy), OptionalInt.empty(), Deduplication.NONE)).run();
      results.add(out.result());
      List<String> found = NUMBER.matcher(out.text()).results().map(NumberRangesTest::number).toList();
      assertThat(numbers.isEmpty() || numbers.equals(found)).as(strategy).isTrue();
      numbers = found;
    }
    result = results.getFirst();
    assertThat(results.getLast().fullRanges()).isEqualTo(result.fullRanges());
    assertThat(results.getLast().numberConflicts()).isEqualTo(result.numberConflicts());
    return numbers;
  }

  private static String number(MatchResult entry) {
    return entry.group(1) == null ? "-" : entry.group(1);
  }
}
