package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.watch.RunEvent;
import app.lineup.golden.TestRun;
import app.lineup.model.guide.GuideTimes;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that ends early, wherever that is, leaves the last good playlist and nothing else.
final class CancelTest {

  private static final int COUNT = 30_000;
  private static final String ENTRIES = "#EXTINF:-1 tvg-id=\"a\",Some channel\nhttp://h/some/channel\n".repeat(COUNT);

  @TempDir
  private Path folder;
  private Path out;
  private final List<RunEvent> told = new ArrayList<>();

  @BeforeEach
  void lastGoodOne() throws IOException {
    out = Files.writeString(folder.resolve("out.m3u"), "the last good one");
  }

  @AfterEach
  void leftAlone() throws IOException {
    assertThat(Thread.interrupted()).as("an interrupt that was not answered").isFalse();
    assertThat(out).hasContent("the last good one");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()))).allMatch(name -> name.endsWith(".m3u"));
    }
  }

  @ParameterizedTest(name = "cancelled when {0} starts")
  @EnumSource
  void cancelledAtStart(StageType stage) throws Exception {
    for (int threads = 1; threads <= 2; threads++) {
      cancelledOn(new RunEvent.StageStarted(stage.id()), threads);
    }
  }

  /// When output has ended, so has the run.
  @ParameterizedTest(name = "cancelled when {0} has ended")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OUTPUT")
  void cancelledAtEnd(StageType stage) throws Exception {
    cancelledOn(new RunEvent.StageEnded(stage.id(), COUNT), 2);
  }

  private void cancelledOn(RunEvent event, int threads) throws Exception {
    told.clear();
    var run = new TestRun(folder).list("#EXTM3U\n" + ENTRIES).keep().threads(threads)
        .rule("SET group_title = \"G\"").exclude("channel_name equals \"x\"")
        .observer(now -> {
          told.add(now);
          if (now.equals(event)) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(catchThrowable(run::run)).isInstanceOf(InterruptedException.class);
    assertThat(told).contains(event).endsWith(new RunEvent.Cancelled());
  }

  @Test
  @DisplayName(
      "cancelled after the playlist is in place, before its guide is: the old guide stays, and the playlist counts")
  void cancelledBeforeTheGuide() throws Exception {
    Path guide = Files.writeString(folder.resolve("guide.xml"), "the last good guide");
    String programmes = "<programme channel=\"a\" start=\"20300101000000\" stop=\"20300101010000\"/>\n".repeat(COUNT);
    var run = new TestRun(folder).list("#EXTM3U\n" + ENTRIES)
        .guide(("<tv>" + programmes + "</tv>").getBytes(StandardCharsets.UTF_8), GuideTimes.AS_WRITTEN)
        .observer(event -> {
          if (event.equals(new RunEvent.StageEnded(StageType.OUTPUT.id(), 1))) {
            Thread.currentThread().interrupt();
          }
        });
    TestRun.Published published = run.to(folder.resolve("playlist.m3u")).run();
    assertThat(published.result().guide()).contains(new GuideOutcome.Cancelled());
    assertThat(published.text()).endsWith(ENTRIES);
    assertThat(guide).hasContent("the last good guide");
    Files.delete(guide);
    Files.delete(folder.resolve("guide-0.xml"));
  }

  @Test
  @DisplayName("a list that changes in the middle of the run fails it")
  void sourceChanges() throws Exception {
    Path changing = Files.writeString(folder.resolve("changing.m3u"), "#EXTM3U\n" + ENTRIES);
    var run = new TestRun(folder).list("#EXTM3U\n" + ENTRIES).file(changing).observer(event -> {
      told.add(event);
      if (event.equals(new RunEvent.StageStarted(StageType.OUTPUT.id()))) {
        append(changing);
      }
    });
    PipelineException failure = catchThrowableOfType(PipelineException.class, run::run);
    assertThat(failure.what()).isEqualTo("the file changed while it was read");
    assertThat(failure.subject()).isEqualTo(changing.toString());
    assertThat(told).endsWith(new RunEvent.Failed(changing + ": the file changed while it was read"));
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, ENTRIES, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("a second list that is missing fails the run before anything is read")
  void sourceMissing() throws Exception {
    var run = new TestRun(folder).list("#EXTM3U\n" + ENTRIES).file(folder.resolve("missing.m3u")).observer(told::add);
    PipelineException failure = catchThrowableOfType(PipelineException.class, run::run);
    assertThat(failure.what()).isEqualTo("there is no such file");
    assertThat(told).hasSize(2).startsWith(new RunEvent.SourceFailed("list 1", "there is no such file"));
    assertThat(told.getLast()).isInstanceOf(RunEvent.Failed.class);
  }

  @Test
  @DisplayName("a rule that cannot be read fails the run before anything is begun")
  void badRule() throws Exception {
    var run = new TestRun(folder).list("#EXTM3U\n" + ENTRIES).rule("SET nothing = 1").observer(told::add);
    assertThat(catchThrowable(run::run)).isInstanceOf(RuleSyntaxException.class);
    assertThat(told).isEmpty();
  }

  @ParameterizedTest(name = "a pattern that runs away ends the run, {0} threads")
  @ValueSource(ints = {1, 2})
  void runawayPattern(int threads) throws Exception {
    String list = "#EXTM3U\n#EXTINF:-1," + "a".repeat(5_000) + "!\nhttp://h/a\n";
    String condition = "channel_name matches \"^(a|a)*(a|a)*\\\\1?b$\"";
    List<TestRun> runs = List.of(
        new TestRun(folder).list(list).threads(threads).rule(condition + " REMOVE"),
        new TestRun(folder).list(list).threads(threads).exclude(condition));
    for (TestRun run : runs) {
      PipelineException failure = catchThrowableOfType(PipelineException.class, run.observer(told::add)::run);
      assertThat(failure.kind()).isEqualTo(PipelineException.Kind.USER);
      assertThat(failure.subject()).isEqualTo("rule");
      assertThat(told.getLast()).isInstanceOf(RunEvent.Failed.class);
    }
  }
}
