package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunEvent;
import app.lineup.io.input.InputLimits;
import app.lineup.model.Numbering;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A list that comes through standard input, read once, through the whole pipeline.
final class PipedListTest {

  private static final String LIST =
      "#EXTM3U\n" + "#EXTINF:-1 tvg-chno=\"7\",A\nhttp://h/a\n#EXTINF:-1,B\nhttp://h/b\n".repeat(20_000);

  @TempDir
  private Path folder;
  private final List<RunEvent> told = new ArrayList<>();

  static Stream<Numbering> numberings() {
    return Stream.of(new Numbering.None(), new Numbering.From(5), new Numbering.Keep());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "numbered {0}, it gives what the file gives, packed or not")
  @MethodSource("numberings")
  void sameAsFile(Numbering numbering) throws Exception {
    TestRun.Published file = new TestRun(folder).list(LIST).numbering(numbering).run();
    for (PackedRowsTest.Packing packing : PackedRowsTest.Packing.values()) {
      assertSame(file, packing.pack(LIST), numbering);
    }
    assertSame(file, bytes(LIST), numbering);
  }

  private void assertSame(TestRun.Published file, byte[] piped, Numbering numbering) throws Exception {
    TestRun.Published out = new TestRun(folder).piped(new Trickle(piped)).numbering(numbering).threads(2).run();
    assertThat(out.bytes()).isEqualTo(file.bytes());
    assertThat(out.result().reports()).isEqualTo(file.result().reports());
    assertThat(out.result().numberConflicts()).isEqualTo(file.result().numberConflicts());
    assertThat(left()).as("what is left").allMatch(name -> name.endsWith(".m3u"));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  @DisplayName("members of a packed list that come one by one are all read")
  void members() throws Exception {
    byte[] one = PackedRowsTest.Packing.GZIP.pack(LIST);
    byte[] two = PackedRowsTest.Packing.GZIP.pack("#EXTINF:-1,Last\nhttp://h/last\n");
    var piped = new SequenceInputStream(new Trickle(one), new Trickle(two));
    assertThat(new TestRun(folder).piped(piped).run().text()).isEqualTo(LIST + "#EXTINF:-1,Last\nhttp://h/last\n");
  }

  @Test
  @DisplayName("nothing is copied where one reading is enough, and what rests under pressure is deleted")
  void copiesNothing() throws Exception {
    List<String> during = new ArrayList<>();
    new TestRun(folder).piped(new Trickle(bytes(LIST))).observer(event -> {
      if (event instanceof RunEvent.StageEnded) {
        during.addAll(leftNow());
      }
    }).run();
    assertThat(during).isNotEmpty().allMatch(name -> name.equals("out.m3u") || name.matches("[.]lineup-.*[.]part"));

    var high = new MemoryMonitor(new FakeGauge().used(800_000_000).most(1_000_000_000), 1_000_000_000,
        InstantSource.system());
    new TestRun(folder).piped(new Trickle(bytes(LIST))).keep().memory(high).observer(told::add).run();
    assertThat(told.stream().filter(RunEvent.Spilled.class::isInstance).map(RunEvent.Spilled.class::cast))
        .hasSize(1)
        .allMatch(spilled -> spilled.stage().equals(StageType.SOURCE_LOADING.id()) && spilled.bytes() > LIST.length());
    assertThat(told).contains(new RunEvent.StrategySwitched(StageType.SOURCE_LOADING.id(),
        "in memory up to 50 MB", "on disk", "memory pressure is high"));
  }

  private List<String> leftNow() {
    try {
      return left();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest(name = "half of a {0} stream costs the run and not the old playlist")
  @EnumSource(PackedRowsTest.Packing.class)
  void broken(PackedRowsTest.Packing packing) throws Exception {
    Path out = Files.writeString(folder.resolve("out.m3u"), "the last good one");
    byte[] whole = packing.pack(LIST);
    var run = new TestRun(folder).piped(new Trickle(Arrays.copyOf(whole, whole.length / 2)));
    assertThat(failure(run).subject()).isEqualTo("standard input");
    assertThat(out).hasContent("the last good one");
  }

  @Test
  @DisplayName("what is no playlist, has no channel, or is too much is refused as it is from a file")
  void refused() {
    assertThat(failure(new TestRun(folder).piped(new Trickle(bytes("<!doctype html><p>Expired</p>")))).what())
        .startsWith("holds an HTML page");
    assertThat(failure(new TestRun(folder).piped(new Trickle(bytes("#EXTM3U\n")))).what())
        .isEqualTo("the list has no channels");
    var limits = new InputLimits(1024, 0, 1000, 128 * 1024);
    assertThat(failure(new TestRun(folder).limits(limits).piped(new Trickle(bytes(LIST)))).what())
        .isEqualTo("more than 1 KiB came, the limit");
    assertThat(folder.resolve("out.m3u")).doesNotExist();
  }

  @ParameterizedTest(name = "a {0} stream that expands past the limit is given up")
  @EnumSource(PackedRowsTest.Packing.class)
  void bomb(PackedRowsTest.Packing packing) throws Exception {
    var limits = new InputLimits(100_000, 0, 1000, 128 * 1024);
    var run = new TestRun(folder).limits(limits).piped(new Trickle(packing.pack(LIST)));
    assertThat(failure(run).what()).startsWith("it unpacks to more than");
  }

  @Test
  @DisplayName("cancelled while it waits for more, the run ends as cancelled")
  void cancelled() throws Exception {
    Pipe pipe = Pipe.open();
    try (var sink = pipe.sink(); InputStream source = Channels.newInputStream(pipe.source())) {
      ByteBuffer begun = ByteBuffer.wrap(bytes(LIST.substring(0, 30_000)));
      while (begun.hasRemaining()) {
        sink.write(begun);
      }
      // The flag is seen by the read that would wait.
      var waits = new Trickle(source, Thread.currentThread()::interrupt);
      var run = new TestRun(folder).piped(waits).observer(told::add);
      assertThat(catchThrowable(run::run)).isInstanceOf(InterruptedException.class);
      assertThat(told).containsExactly(new RunEvent.Cancelled());
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  private static PipelineException failure(TestRun run) {
    PipelineException failure = catchThrowableOfType(PipelineException.class, run::run);
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.advice()).isNotBlank();
    return failure;
  }

  /// Gives a few bytes at a time and does not know whether more will come, as a pipe.
  private static final class Trickle extends InputStream {

    private final InputStream from;
    private final Runnable afterThirtyThousand;
    private long bytes;

    Trickle(byte[] bytes) {
      this(new ByteArrayInputStream(bytes), () -> {});
    }

    Trickle(InputStream from, Runnable afterThirtyThousand) {
      this.from = from;
      this.afterThirtyThousand = afterThirtyThousand;
    }

    @Override
    public int read() {
      throw new AssertionError("byte by byte");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (bytes == 30_000) {
        afterThirtyThousand.run();
      }
      int count = from.read(into, offset, Math.min(length, 1000));
      bytes += Math.max(0, count);
      return count;
    }
  }
}
