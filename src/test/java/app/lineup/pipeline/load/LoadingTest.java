package app.lineup.pipeline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.golden.ListReading;
import app.lineup.laws.IteratorLaws;
import app.lineup.laws.Probe;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.KnownField;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class LoadingTest {

  private static final int ENTRIES = 3;

  @TempDir
  private Path folder;

  @TestFactory
  Stream<DynamicTest> laws() {
    List<M3uList> lists = IntStream.range(0, 1000).mapToObj(i -> list(i, ENTRIES)).toList();
    return IteratorLaws.ofStage(
        upstream -> names(new Loading(ScanFilter.ALL).channels(upstream.map(lists::get), M3uList::open)),
        numbers -> expected(numbers.size()));
  }

  @Test
  @DisplayName("a list is opened when its first entry is pulled, and closed before the next is opened")
  void oneAtATime() throws Exception {
    List<String> told = new ArrayList<>();
    PipelineIterator<M3uList> lists = PipelineIterator.of(List.of(list(0, 1), list(1, 1)));
    try (var channels = new Loading(ScanFilter.ALL).channels(lists, list -> new Told(list, told))) {
      assertThat(told).isEmpty();
      while (channels.nextChunk(5) instanceof IteratorResult.Items) {
        told.add("chunk");
      }
    }
    assertThat(told).containsExactly("open list 0", "chunk", "close list 0", "open list 1", "chunk", "close list 1");
  }

  @Test
  @DisplayName("M3U-39: a list with no entry ends the run and names itself, unless only numbers are looked for")
  void emptyList() throws Exception {
    List<M3uList> lists = List.of(list(0, 2), list(1, 0), list(2, 2));
    var all = new Loading(ScanFilter.ALL).channels(PipelineIterator.of(lists), M3uList::open);
    PipelineException failure = catchThrowableOfType(PipelineException.class, () -> ListReading.drain(all));
    assertThat(failure.subject()).endsWith("list-1.m3u");
    var claimants = new Loading(ScanFilter.MAY_HAVE_NUMBER).channels(PipelineIterator.of(lists), M3uList::open);
    assertThat(ListReading.drain(claimants)).hasSize(4);
  }

  @Test
  @DisplayName("a list that cannot be opened fails the pull, and the lists are closed")
  void cannotOpen() {
    var upstream = Probe.of(2);
    var gone = new PipelineException(PipelineException.Kind.USER, "list", "gone", "");
    try (var channels = new Loading(ScanFilter.ALL).channels(upstream.map(i -> list(i, 1)), list -> {
      throw gone;
    })) {
      assertThat(catchThrowable(() -> channels.nextChunk(1))).isSameAs(gone);
    }
    assertThat(upstream.closes()).isPositive();
  }

  /// A list whose channels are named after its number and theirs.
  private M3uList list(int number, int entries) {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < entries; i++) {
      text.append("#EXTINF:-1,").append(number).append('.').append(i).append("\nhttp://h/").append(i).append('\n');
    }
    try (var inputs = ListReading.inputs(folder)) {
      Path file = Files.writeString(folder.resolve("list-" + number + ".m3u"), text);
      var source = new Source("list " + number, new Location.OfFile(file));
      return M3uList.of(source, inputs.prepare(source, count -> {}), ScanLimits.DEFAULT);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static PipelineIterator<String> names(PipelineIterator<Channel> channels) {
    return channels.map(channel -> channel.text(KnownField.CHANNEL_NAME));
  }

  private static List<String> expected(int lists) {
    return IntStream.range(0, lists).boxed()
        .flatMap(list -> IntStream.range(0, ENTRIES).mapToObj(entry -> list + "." + entry)).toList();
  }

  /// The channels of one list, telling when they are opened and closed.
  private static final class Told implements PipelineIterator<Channel> {

    private final PipelineIterator<Channel> channels;
    private final String name;
    private final List<String> told;

    Told(M3uList list, List<String> told) throws PipelineException, InterruptedException {
      this.channels = list.open();
      this.name = list.source().name();
      this.told = told;
      told.add("open " + name);
    }

    @Override
    public IteratorResult<Channel> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      return channels.nextChunk(maxItems);
    }

    @Override
    public void close() {
      told.add("close " + name);
      channels.close();
    }
  }
}
