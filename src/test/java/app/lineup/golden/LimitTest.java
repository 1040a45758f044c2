package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageFacts;
import app.lineup.model.Deduplication;
import app.lineup.model.FindingKind;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.guide.GuideTimes;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Tuning;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Who wants the first channels only gets those of the whole lineup, and nobody reads much more than that takes.
final class LimitTest {

  private static final int ENTRIES = 200_000;
  private static final String LIST = list();
  /// What may be under way: blocks with the workers, on the bridge, and what a pipe is asked for at a time.
  private static final int AHEAD = 4_000_000;

  @TempDir
  private Path folder;

  private static String list() {
    var list = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < ENTRIES; i++) {
      list.append(
          "#EXTINF:-1 tvg-chno=\"%d\" tvg-id=\"id%d\" group-title=\"G%d\",Name %d\nhttp://h/%d\n".formatted(i % 1000
              + 1, i, i % 7, i, i));
    }
    return list.toString();
  }

  private static List<String> lines(TestRun.Published published) {
    return published.text().lines().toList();
  }

  static Stream<Arguments> numberings() {
    return Stream.of(new Numbering.None(), new Numbering.From(5), new Numbering.Keep())
        .flatMap(numbering -> Stream.of(1, 2).flatMap(threads -> Stream.of(1, 37, 2000, 2001).map(
            limit -> Arguments.of(numbering, threads, limit))));
  }

  @ParameterizedTest(name = "{0}, {1} threads, the first {2}")
  @MethodSource("numberings")
  @DisplayName("they are the first of what there would be without a limit, with the same numbers")
  void theFirst(Numbering numbering, int threads, int limit) throws Exception {
    String list = LIST.substring(0, LIST.indexOf("#EXTINF", 600_000));
    TestRun.Published whole = run(threads).list(list).numbering(numbering).exclude("group_title equals \"G3\"").run();
    TestRun.Published first = run(threads).list(list).numbering(numbering).exclude("group_title equals \"G3\"")
        .limit(limit).run();
    assertThat(lines(first)).isEqualTo(lines(whole).subList(0, 1 + 2 * limit));
    assertThat(first.result().file().entries()).isEqualTo(limit);
    assertThat(first.result().stopped()).isTrue();
    assertThat(whole.result().stopped()).isFalse();
  }

  private TestRun run(int threads) {
    return new TestRun(folder).threads(threads);
  }

  @ParameterizedTest(name = "{0} threads, loaded by {1}, duplicates by {2}")
  @CsvSource({
    "1, streaming_loader, NONE", "2, streaming_loader, NONE", "4, streaming_loader, NONE", "2, minimal_loader, NONE",
    "1, streaming_loader, URL", "2, streaming_loader, KEY", "2, minimal_loader, URL"})
  @DisplayName("a pipe is not read on; what was read is said, every stage ends, and the second list is never read")
  void stopsReading(int threads, String loader, Deduplication by) throws Exception {
    var pipe = new Bounded(LIST, AHEAD);
    var telemetry = new RunTelemetry(StageType.ids(), () -> 1);
    List<RunEvent> told = new ArrayList<>();
    TestRun.Published out = run(threads).piped(pipe).list("\uFEFF" + LIST).limit(10).telemetry(telemetry)
        .observer(told::add)
        .tuning(new Tuning(Map.of(StageType.SOURCE_LOADING.id(), loader), OptionalInt.empty(), by)).run();

    assertThat(lines(out)).hasSize(21);
    assertThat(out.result().loaded()).isBetween(10L, 100_000L);
    assertThat(out.result().reports()).hasSize(2);
    assertThat(out.report().entries()).isEqualTo(out.result().loaded());
    assertThat(out.result().reports().getLast().counts().keySet()).containsOnly(FindingKind.BYTE_ORDER_MARK);
    assertThat(told).filteredOn(RunEvent.StageEnded.class::isInstance).hasSize(StageType.ids().size());
    assertThat(telemetry.facts()).extracting(StageFacts::rssBytes).containsOnly(1L);
    assertThat(pipe.under).as("somebody still reads").isFalse();
  }

  @Test
  @DisplayName("more than there is: all of it, read to its end as without a limit")
  void moreThanThereIs() throws Exception {
    String list = "#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n#EXTINF:-1,B\nhttp://h/b\n";
    TestRun.Published out = run(2).list(list).limit(3).run();
    assertThat(out.text()).isEqualTo(list);
    assertThat(out.result().stopped()).isFalse();
    assertThat(run(2).list(list).limit(2).run().text()).isEqualTo(list);
  }

  @Test
  @DisplayName("an order is that of all channels")
  void inOrder() throws Exception {
    String list = "#EXTM3U\n#EXTINF:-1,C\nhttp://h/c\n#EXTINF:-1,B\nhttp://h/b\n#EXTINF:-1,A\nhttp://h/a\n";
    assertThat(lines(run(2).list(list).order(Order.BY_NAME).limit(2).run()))
        .filteredOn(line -> line.startsWith("#EXTINF"))
        .containsExactly("#EXTINF:-1,A", "#EXTINF:-1,B");
  }

  @Test
  @DisplayName("the guide is for those channels")
  void guide() throws Exception {
    String guide = "<tv><programme channel=\"id0\" start=\"20300101000000\" stop=\"20300101010000\"/>"
        + "<programme channel=\"id5\" start=\"20300101000000\" stop=\"20300101010000\"/></tv>";
    run(2).list(LIST).guide(guide.getBytes(StandardCharsets.UTF_8), GuideTimes.AS_WRITTEN).limit(3).run();
    assertThat(Files.readString(folder.resolve("guide.xml"))).contains("id0").doesNotContain("id5");
  }

  @Test
  @DisplayName("channels that were not reached keep their numbers for the next run")
  void numbersFile() throws Exception {
    String list = "#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n#EXTINF:-1,B\nhttp://h/b\n#EXTINF:-1,C\nhttp://h/c\n";
    Path numbers = folder.resolve("numbers");
    run(2).list(list).keep().numbers(numbers).run();
    byte[] before = Files.readAllBytes(numbers);
    TestRun.Published first = run(2).list(list.replace("A\n", "Z\n")).keep().numbers(numbers).limit(2).run();
    assertThat(Files.readAllBytes(numbers)).isEqualTo(before);
    assertThat(first.result().numbers()).isEmpty();
    assertThat(first.text()).contains("tvg-chno=\"2\",B");
  }

  /// Fails whoever reads further than it should be.
  private static final class Bounded extends InputStream {

    private final ByteArrayInputStream from;
    private volatile boolean under;

    Bounded(String list, int most) {
      byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
      assertThat(bytes.length).isGreaterThan(3 * most);
      this.from = new ByteArrayInputStream(Arrays.copyOf(bytes, most));
    }

    @Override
    public int read() {
      throw new AssertionError("byte by byte");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      under = true;
      try {
        int count = from.read(into, offset, length);
        if (count < 0) {
          throw new AssertionError("read too far");
        }
        return count;
      } finally {
        under = false;
      }
    }
  }
}
