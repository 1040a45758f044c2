package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.laws.IteratorLaws;
import app.lineup.model.FindingKind;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.model.channel.BlockPool;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The readers of a list keep the laws, and leave no file open.
final class ReaderLawsTest {

  private static final int SMALL_BLOCK = 100;

  @TempDir
  private Path folder;
  private ExecutorService workers;

  @BeforeEach
  void start() {
    workers = Executors.newFixedThreadPool(2);
  }

  @AfterEach
  void stop() throws IOException {
    workers.shutdownNow();
    assertThat(openHandles()).as("files left open").isZero();
  }

  @TestFactory
  Stream<DynamicTest> alone() {
    return IteratorLaws.ofSource(
        size -> named(list(size).open(StageMeter.unwatched(), ScanFilter.ALL, Optional.empty())),
        ReaderLawsTest::names);
  }

  @TestFactory
  Stream<DynamicTest> ahead() {
    return IteratorLaws.ofSource(
        size -> named(list(size)
            .openAhead(StageMeter.unwatched(), workers, () -> 4, () -> 4096, ScanFilter.ALL, Optional.empty())),
        ReaderLawsTest::names);
  }

  @TestFactory
  Stream<DynamicTest> blocks() {
    return IteratorLaws.ofSource(
        size -> blocks(new ByteArrayInputStream(text(size).getBytes(StandardCharsets.UTF_8))).map(Block::to),
        size -> ends(size));
  }

  @Test
  @DisplayName("a read that fails in the middle is explained, and closing after it is safe")
  void failsInTheMiddle() throws Exception {
    var input = new BrokenStream(text(50), 700);
    BlockIterator blocks = blocks(input);
    PipelineException failure = catchThrowableOfType(PipelineException.class, () -> ListReading.drain(blocks));
    assertThat(failure.what()).isEqualTo("explained: the cable was pulled");
    blocks.close();
    assertThat(input.closed).isTrue();
  }

  @Test
  @DisplayName("a list that changes while it is read is no list; the report of the last whole reading stays")
  void changesWhileRead() throws Exception {
    M3uList list = list(100);
    ListReading.drain(list.open());
    assertThat(list.report().entries()).isEqualTo(100);
    try (PipelineIterator<Channel> channels = list.open()) {
      channels.nextChunk(1);
      Files.writeString(folder.resolve("list.m3u"), "#EXTINF:-1,More\nhttp://h/more\n", StandardOpenOption.APPEND);
      PipelineException failure = catchThrowableOfType(PipelineException.class, () -> ListReading.drain(channels));
      assertThat(failure.what()).isEqualTo("the file changed while it was read");
    }
    assertThat(list.report().entries()).isEqualTo(100);
    assertThat(catchThrowableOfType(PipelineException.class, list::open).what())
        .isEqualTo("the file changed while it was read");
  }

  @Test
  @DisplayName("bytes are counted on the meter, whole blocks at a time")
  void countsBytes() throws Exception {
    var telemetry = new app.lineup.engine.watch.RunTelemetry(List.of("load"));
    M3uList list = list(300);
    ListReading.drain(list.open(telemetry.stage("load"), ScanFilter.ALL, Optional.empty()));
    assertThat(telemetry.snapshot().stages().getFirst().bytes()).isEqualTo(Files.size(folder.resolve("list.m3u")));
  }

  @Test
  @DisplayName("a reading that ends early reports what it has seen, and not that there is no more")
  void endsEarly() throws Exception {
    M3uList list = list(1000);
    try (PipelineIterator<Channel> channels = list.open()) {
      assertThat(channels.nextChunk(1)).isInstanceOf(IteratorResult.Items.class);
    }
    assertThat(list.report().entries()).isBetween(1L, 999L);
    assertThat(list(1000).report().counts()).as("not read at all").doesNotContainKey(FindingKind.EMPTY);
  }

  private M3uList list(int entries) throws Exception {
    Path file = Files.writeString(folder.resolve("list.m3u"), text(entries));
    var source = new Source("list", new Location.OfFile(file));
    try (var inputs = ListReading.inputs(folder)) {
      return M3uList.of(source, inputs.prepare(source, count -> {}), ScanLimits.DEFAULT, SMALL_BLOCK);
    }
  }

  private static BlockIterator blocks(InputStream input) {
    return new BlockIterator(
        input,
        failure -> new PipelineException(PipelineException.Kind.USER, "list", "explained: " + failure.getMessage(), ""),
        StageMeter.unwatched(), () -> 30, 0, BlockPool.none(), new LastingGroup(new ScanLimits(1000)));
  }

  private static PipelineIterator<String> named(PipelineIterator<Channel> channels) {
    return channels.map(channel -> channel.text(app.lineup.model.KnownField.CHANNEL_NAME));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "Name " + i).toList();
  }

  /// Where each block ends in its array: with blocks of 30 bytes each holds one entry.
  private static List<Integer> ends(int count) {
    return IntStream.range(0, count).mapToObj(i -> entry(i).length()).toList();
  }

  private static String text(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(entry(i));
    }
    return text.toString();
  }

  private static String entry(int i) {
    return "#EXTINF:-1,Name " + i + "\nhttp://h/" + i + "\n";
  }

  private long openHandles() throws IOException {
    Path handles = Path.of("/proc/self/fd");
    if (!Files.isDirectory(handles)) {
      return 0;
    }
    long open = 0;
    try (Stream<Path> all = Files.list(handles)) {
      for (Path handle : all.toList()) {
        open += Files.isSymbolicLink(handle) && Files.readSymbolicLink(handle).startsWith(folder) ? 1 : 0;
      }
    }
    return open;
  }

  /// Gives so many bytes and then fails.
  private static final class BrokenStream extends InputStream {

    private final InputStream text;
    private int left;
    private boolean closed;

    BrokenStream(String text, int left) {
      this.text = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left-- == 0) {
        throw new IOException("the cable was pulled");
      }
      return text.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = 0;
      while (count < Math.min(length, 10)) {
        bytes[from + count++] = (byte) read();
      }
      return count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
