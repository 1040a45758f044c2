package app.lineup.app.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Numbering;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.Overrides;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A lineup has what a run would publish; the one before stays until the new one is whole, and as long as it is read.
final class LineupBuildTest {

  private static final String LIST = """
      #EXTM3U
      #EXTINF:-1 tvg-id="one" group-title="News",One
      http://h/one
      #EXTINF:-1 group-title="News;Sport ; ",Two
      http://h/two
      #EXTINF:-1 tvg-chno="7",Three
      http://h/three
      #EXTINF:-1 group-title="sport",Four
      http://h/four
      """;

  @TempDir
  private Path folder;
  private Path rest;

  @BeforeEach
  void start() {
    rest = folder.resolve("lineups");
  }

  @AfterEach
  void nothingUnfinished() throws IOException {
    assertThat(Thread.interrupted()).as("an interrupt that was not answered").isFalse();
    assertThat(files()).allMatch(name -> name.endsWith(".records"));
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  @DisplayName("channels, changes and numbers are those of a run")
  void channels(int threads) throws Exception {
    var plan = new TestLineup(folder).list(LIST).threads(threads).numbering(new Numbering.Keep())
        .rule("channel_name equals \"Two\" SET channel_name = \"Second\"")
        .filter(Filter.Mode.EXCLUDE, "channel_name equals \"One\"");
    try (Lineup lineup = plan.build()) {
      List<NumberedChannel> channels = lineup.channels().read(0, 10);
      assertThat(names(channels)).containsExactly("Second", "Three", "Four");
      assertThat(channels).extracting(NumberedChannel::number)
          .containsExactly(new ChannelNumber(1, 0), new ChannelNumber(7, 0), new ChannelNumber(2, 0));
      Channel original = channels.getFirst().channel().withChanges(Overrides.NONE);
      assertThat(ListReading.written(original))
          .isEqualTo("#EXTINF:-1 group-title=\"News;Sport ; \",Two\nhttp://h/two\n");
      assertThat(lineup.madeAt()).isEqualTo(lineup.channels().info().createdAt());
    }
    assertThat(folder.resolve("never-written.m3u")).doesNotExist();
  }

  @Test
  @DisplayName("each group is counted, both of a channel that is in two")
  void groups() throws Exception {
    try (Lineup lineup = new TestLineup(folder).list(LIST).build()) {
      assertThat(List.copyOf(lineup.groups().keySet())).containsExactly("News", "Sport", "", "sport");
      assertThat(lineup.groups()).containsEntry("News", 2L).containsEntry("Sport", 1L).containsEntry("", 1L);
      assertThat(lineup.inOtherGroups()).isZero();
    }
  }

  @Test
  @DisplayName("a search for a group finds as many as were counted")
  void groupsAreFound() throws Exception {
    try (Lineup lineup = new TestLineup(folder).list(LIST).build()) {
      for (var group : lineup.groups().entrySet()) {
        assertThat(found(lineup, LineupQuery.of("", Optional.of(group.getKey())))).as(group.getKey())
            .isEqualTo(group.getValue());
      }
    }
  }

  private static long found(Lineup lineup, LineupQuery query) throws Exception {
    long[] count = new long[1];
    new LineupSearch(lineup).run(query, (indexes, _) -> count[0] += indexes.length);
    return count[0];
  }

  @Test
  @DisplayName("the meters of the first four stages move")
  void meters() throws Exception {
    var telemetry = new RunTelemetry(StageType.ids());
    new TestLineup(folder).list(LIST).telemetry(telemetry).filter(Filter.Mode.EXCLUDE, "channel_name equals \"One\"")
        .build().close();
    assertThat(telemetry.snapshot().stages()).extracting(StageFigures::items)
        .containsExactly(4L, 4L, 3L, 3L, 0L, 0L, 0L);
    assertThat(telemetry.snapshot().stages()).extracting(StageFigures::state)
        .startsWith(StageMeter.State.ENDED).endsWith(StageMeter.State.WAITING);
  }

  @Test
  @DisplayName("a lineup may have no channel")
  void empty() throws Exception {
    try (Lineup lineup = new TestLineup(folder).list(LIST).filter(Filter.Mode.INCLUDE, "channel_name equals \"none\"")
        .build()) {
      assertThat(lineup.channels().size()).isZero();
      assertThat(lineup.groups()).isEmpty();
    }
    try (Lineup kept = LineupBuild.kept(rest).orElseThrow()) {
      assertThat(kept.channels().size()).isZero();
    }
  }

  @Test
  @DisplayName("the last lineup is found again after a start, and only its owner may read it")
  void kept() throws Exception {
    assertThat(LineupBuild.kept(rest)).isEmpty();
    new TestLineup(folder).list(LIST).build().close();
    try (Lineup kept = LineupBuild.kept(rest).orElseThrow()) {
      assertThat(names(kept.channels().read(0, 10))).containsExactly("One", "Two", "Three", "Four");
      assertThat(kept.groups()).containsEntry("News", 2L);
    }
    Path file = rest.resolve(files().getFirst());
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
  }

  @Test
  @DisplayName("one that is damaged, cut off or of another time is no lineup, and is deleted")
  void damaged() throws Exception {
    Path file = rest.resolve(builtFile());
    byte[] whole = Files.readAllBytes(file);
    for (int at : new int[] {0, 9, whole.length / 2, whole.length - 1}) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThat(LineupBuild.kept(rest)).as("changed at %s", at).isEmpty();
      assertThat(file).doesNotExist();
    }
    Files.write(file, new byte[0]);
    assertThat(LineupBuild.kept(rest)).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  @DisplayName("behind a damaged one, an older whole one is found")
  void olderWhole() throws Exception {
    String older = builtFile();
    Files.write(rest.resolve("lineup-5.records"), new byte[] {1});
    Path damagedInside = rest.resolve("lineup-4.records");
    byte[] bytes = Files.readAllBytes(rest.resolve(older));
    bytes[10] ^= 1;
    Files.write(damagedInside, bytes);
    try (Lineup kept = LineupBuild.kept(rest).orElseThrow()) {
      assertThat(kept.channels().size()).isEqualTo(4);
    }
    assertThat(files()).containsExactly(older);
  }

  @Test
  @DisplayName("what a killed process left goes at the next start, what is no lineup stays")
  void swept() throws Exception {
    String newest = builtFile();
    Files.write(rest.resolve("lineup-0.records"), new byte[10]);
    Files.write(rest.resolve("lineup-9.part"), new byte[10]);
    Files.write(folder.resolve("lineup-9.part"), new byte[10]);
    LineupBuild.kept(rest).orElseThrow().close();
    assertThat(files()).containsExactly(newest);
    assertThat(folder.resolve("lineup-9.part")).exists();
  }

  @Test
  @DisplayName("a new one takes the place of the old one, which stays readable until it is closed")
  void replaced() throws Exception {
    Lineup old = new TestLineup(folder).list(LIST).build();
    PipelineIterator<NumberedChannel> reader = old.channels().open();
    Lineup fresh = new TestLineup(folder).list("#EXTM3U\n#EXTINF:-1,New\nhttp://h/new\n").build();
    assertThat(files()).hasSize(2);
    assertThat(names(old.channels().read(1, 1))).containsExactly("Two");
    old.close();
    assertThat(reader.nextChunk(1)).isInstanceOf(IteratorResult.Items.class);
    assertThat(files()).hasSize(2);
    reader.close();
    assertThat(files()).hasSize(1);
    assertThat(names(fresh.channels().read(0, 9))).containsExactly("New");
    fresh.close();
    assertThat(files()).hasSize(1);
  }

  @Test
  @DisplayName("a build that fails leaves the lineup before it")
  void failed() throws Exception {
    String before = builtFile();
    Path missing = folder.resolve("missing.m3u");
    assertThatThrownBy(new TestLineup(folder).list(LIST).file(missing)::build).isInstanceOf(PipelineException.class);
    assertThatThrownBy(new TestLineup(folder).list(LIST).rule("SET nothing = \"1\"")::build)
        .isInstanceOf(RuleSyntaxException.class);
    String long_ = "#EXTM3U\n" + "#EXTINF:-1,x\nhttp://h/x\n".repeat(5_000) + "#EXTINF:-1," + "a".repeat(5_000)
        + "!\nhttp://h/a\n";
    assertThatThrownBy(
        new TestLineup(folder).list(long_).rule("channel_name matches \"^(a|a)*(a|a)*\\\\1?b$\" REMOVE")::build)
        .isInstanceOfSatisfying(PipelineException.class, failure -> assertThat(failure.subject()).isEqualTo("rule"));
    assertThat(files()).containsExactly(before);
    LineupBuild.kept(rest).orElseThrow().close();
  }

  @Test
  @DisplayName("a folder that cannot be made is told in words")
  void noFolder() throws Exception {
    Files.write(rest, new byte[0]);
    Throwable failure = catchThrowable(new TestLineup(folder).list(LIST)::build);
    Files.delete(rest);
    assertThat(failure).isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("the lineup could not be kept there");
    assertThat(((PipelineException) failure).subject()).isEqualTo(rest.toString());
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  @DisplayName("a build that is cancelled leaves the lineup before it")
  void cancelled(int threads) throws Exception {
    String before = builtFile();
    var plan = new TestLineup(folder).list("#EXTM3U\n" + "#EXTINF:-1,x\nhttp://h/x\n".repeat(50_000)).threads(threads);
    Thread.currentThread().interrupt();
    assertThat(catchThrowable(plan::build)).isInstanceOf(InterruptedException.class);
    assertThat(files()).containsExactly(before);
  }

  @Test
  @DisplayName("a start that is interrupted has no lineup, and deletes none")
  void keptInterrupted() throws Exception {
    String before = builtFile();
    Thread.currentThread().interrupt();
    assertThat(LineupBuild.kept(rest)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(files()).containsExactly(before);
  }

  private String builtFile() throws Exception {
    new TestLineup(folder).list(LIST).build().close();
    return files().getFirst();
  }

  private static List<String> names(List<NumberedChannel> channels) {
    return channels.stream().map(channel -> channel.channel().text(KnownField.CHANNEL_NAME)).toList();
  }

  private List<String> files() throws IOException {
    if (!Files.isDirectory(rest)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(rest)) {
      return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
