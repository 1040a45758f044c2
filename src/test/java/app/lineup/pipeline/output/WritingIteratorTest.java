package app.lineup.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.StageMeter;
import app.lineup.files.Destination;
import app.lineup.laws.Probe;
import app.lineup.model.PublishedFile;
import app.lineup.model.Target;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.WrittenEntries;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything is written once and in order, and put in place only when it is whole.
final class WritingIteratorTest {

  private static final Target TARGET = new Target.OfFile(Path.of("list.m3u"));
  private static final byte[] HEADER = bytes("#EXTM3U\n");

  @Test
  @DisplayName("with no buffer everything is written in the same order")
  void unbuffered() throws Exception {
    byte[] two = bytes("b\nc\n");
    var disk = new Disk();
    List<M3uEntry> entries = List.of(entry("a"), new M3uEntry(two, 0, 2), new M3uEntry(two, 2, 2), entry("d\n"));
    try (var writing = new WritingIterator(
        PipelineIterator.of(entries), disk, TARGET, false, HEADER, 0, StageMeter.unwatched())) {
      writing.nextChunk(10);
    }
    assertThat(disk.text()).isEqualTo("#EXTM3U\na\nb\nc\nd\n");
  }

  @ParameterizedTest(name = "entries of {0} bytes, apart and side by side in one array")
  @ValueSource(ints = {1, 1_000, 70_000, 300_000})
  void writesAll(int length) throws Exception {
    String text = "x".repeat(length - 1) + "\n";
    byte[] three = bytes(text.repeat(3));
    var disk = new Disk();
    List<M3uEntry> entries = List.of(
        entry(text), new M3uEntry(three, 0, length), new M3uEntry(three, length, length),
        new M3uEntry(three, 2 * length, length), new M3uEntry(three, 0, length), entry(text));
    try (var writing = writing(PipelineIterator.of(entries), disk)) {
      var file = new PublishedFile("list.m3u", 6, HEADER.length + 6L * length, false);
      assertThat(writing.nextChunk(4)).isEqualTo(new IteratorResult.Items<>(List.of(file)));
      assertThat(writing.nextChunk(4)).isInstanceOf(IteratorResult.Finished.class);
    }
    assertThat(disk.text()).isEqualTo("#EXTM3U\n" + text.repeat(6));
    assertThat(disk.committed).isTrue();
    assertThat(disk.closes).isPositive();
  }

  @Test
  @DisplayName("what ends without a line end gets one as soon as something follows")
  void lineEnds() throws Exception {
    var disk = new Disk();
    try (var writing = writing(PipelineIterator.of(List.of(entry("a"), entry("b\r"), entry("c"), entry("d"))), disk)) {
      writing.nextChunk(10);
    }
    assertThat(disk.text()).isEqualTo("#EXTM3U\na\nb\rc\nd");
  }

  @Test
  @DisplayName("neighbours in one array are parted too, where the first has no line end")
  void lineEndsOfNeighbours() throws Exception {
    byte[] three = bytes("ab\nc");
    var disk = new Disk();
    List<M3uEntry> entries = List.of(new M3uEntry(three, 0, 1), new M3uEntry(three, 1, 2), new M3uEntry(three, 3, 1));
    try (var writing = writing(PipelineIterator.of(entries), disk)) {
      writing.nextChunk(10);
    }
    assertThat(disk.text()).isEqualTo("#EXTM3U\na\nb\nc");
  }

  @Test
  @DisplayName("written entries go out as one range, are parted from what follows, and are released behind that")
  void writtenEntries() throws Exception {
    var disk = new Disk();
    List<String> released = new ArrayList<>();
    byte[] unused = bytes("a\nb\nc\nmore");
    var first = new WrittenEntries(unused, new int[] {2, 4, 5}, 3, () -> {
      released.add(disk.text());
      Arrays.fill(unused, (byte) 'x');
    });
    byte[] parted = bytes("d\ne");
    var second = new WrittenEntries(parted, new int[] {1, 3}, 2, () -> released.add(disk.text()));
    assertThat(second.get(0)).isEqualTo(new M3uEntry(parted, 0, 1));
    assertThat(second.get(1)).isEqualTo(new M3uEntry(parted, 2, 1));
    Iterator<List<M3uEntry>> chunks = List.of(first, second, List.of(entry("f\n"))).iterator();
    try (var writing = new WritingIterator(chunks(chunks), disk, TARGET, false, HEADER, 0, StageMeter.unwatched())) {
      var file = new PublishedFile("list.m3u", 6, HEADER.length + 12, false);
      assertThat(writing.nextChunk(10)).isEqualTo(new IteratorResult.Items<>(List.of(file)));
    }
    assertThat(disk.text()).isEqualTo("#EXTM3U\na\nb\nc\nd\ne\nf\n");
    assertThat(released).containsExactly("#EXTM3U\na\nb\nc", "#EXTM3U\na\nb\nc\nd\ne");
  }

  private static PipelineIterator<M3uEntry> chunks(Iterator<List<M3uEntry>> chunks) {
    return new PipelineIterator<>() {

      @Override
      public IteratorResult<M3uEntry> nextChunk(int maxItems) {
        return chunks.hasNext() ? new IteratorResult.Items<>(chunks.next()) : new IteratorResult.Finished<>();
      }

      @Override
      public void close() {}
    };
  }

  @Test
  @DisplayName("a disk that is full at any byte fails the run, and nothing is put in place")
  void fullDisk() throws Exception {
    List<M3uEntry> entries = Collections.nCopies(20, entry("x".repeat(40_000) + "\n"));
    for (int room = 0; room < 800_000; room += 40_000) {
      var disk = new Disk(room, new IOException("No space left on device"));
      try (var writing = writing(PipelineIterator.of(entries), disk)) {
        PipelineException failure = catchThrowableOfType(PipelineException.class, () -> writing.nextChunk(3));
        assertThat(failure.what()).isEqualTo("the disk is full; what was there before is untouched");
        assertThat(failure.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
      }
      assertThat(disk.committed).isFalse();
      assertThat(disk.closes).isPositive();
    }
  }

  @Test
  @DisplayName("a write that was interrupted is a cancelled run")
  void interruptedWrite() {
    var disk = new Disk(0, new ClosedByInterruptException());
    try (var writing = writing(PipelineIterator.of(List.of(entry("x".repeat(300_000)))), disk)) {
      Thread.currentThread().interrupt();
      assertThat(catchThrowable(() -> writing.nextChunk(3))).isInstanceOf(InterruptedException.class);
    }
    assertThat(Thread.interrupted()).isFalse();
    assertThat(disk.committed).isFalse();
  }

  @Test
  @DisplayName("an interrupt after the last entry still cancels: nothing is put in place")
  void interruptedAtTheEnd() {
    var disk = new Disk();
    PipelineIterator<M3uEntry> interrupting = PipelineIterator.of(List.of(entry("a\n"))).map(entry -> {
      Thread.currentThread().interrupt();
      return entry;
    });
    try (var writing = writing(interrupting, disk)) {
      assertThat(catchThrowable(() -> writing.nextChunk(3))).isInstanceOf(InterruptedException.class);
    }
    assertThat(Thread.interrupted()).isFalse();
    assertThat(disk.committed).isFalse();
  }

  @Test
  @DisplayName("a failure above, at each chunk, passes; nothing is put in place and all is closed")
  void upstreamFails() {
    for (int pull = 0; pull < 5; pull++) {
      var disk = new Disk();
      var upstream = Probe.failing(100, pull);
      try (var writing = writing(upstream.map(i -> entry(i + "\n")), disk)) {
        assertThat(catchThrowable(() -> writing.nextChunk(4))).hasMessage("failed at pull " + pull);
      }
      assertThat(disk.committed).isFalse();
      assertThat(disk.closes).isPositive();
      assertThat(upstream.closes()).isPositive();
    }
  }

  @Test
  @DisplayName("closed before anything was pulled: nothing is put in place and all is closed")
  void closedUnread() {
    var disk = new Disk();
    var upstream = Probe.of(3);
    WritingIterator writing = writing(upstream.map(i -> entry(i + "\n")), disk);
    writing.close();
    writing.close();
    assertThat(disk.committed).isFalse();
    assertThat(disk.closes).isPositive();
    assertThat(upstream.closes()).isPositive();
    assertThat(upstream.pulls()).isZero();
  }

  private static WritingIterator writing(PipelineIterator<M3uEntry> entries, Destination destination) {
    return new WritingIterator(entries, destination, TARGET, false, HEADER, 64, StageMeter.unwatched());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// An entry in the middle of an array of its own.
  private static M3uEntry entry(String text) {
    byte[] array = bytes("before" + text + "behind");
    return new M3uEntry(array, "before".length(), array.length - "beforebehind".length());
  }

  /// A disk with so much room.
  private static final class Disk extends Destination {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final long room;
    private final IOException failure;
    private boolean committed;
    private int closes;

    Disk() {
      this(Long.MAX_VALUE, new IOException("never"));
    }

    Disk(long room, IOException failure) {
      this.room = room;
      this.failure = failure;
    }

    String text() {
      return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (written.size() + length > room) {
        throw failure;
      }
      written.write(bytes, from, length);
    }

    @Override
    public void commit() {
      committed = true;
    }

    @Override
    public void close() {
      closes++;
    }
  }
}
