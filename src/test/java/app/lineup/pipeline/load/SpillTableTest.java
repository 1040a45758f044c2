package app.lineup.pipeline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Items in a table of a database on the disk, and what happens where that fails.
final class SpillTableTest {

  @TempDir
  private Path parent;
  private final List<SpillTable<?>> tables = new ArrayList<>();

  /// A number and as many bytes as it says; interrupts its thread where it is told to.
  private record Numbers(int padding, int interruptingAt) implements ItemCodec<Integer> {

    @Override
    public String form() {
      return "padded";
    }

    @Override
    public void write(Integer item, BlockWriter out) {
      if (item == interruptingAt) {
        Thread.currentThread().interrupt();
      }
      out.number(item);
      byte[] rest = new byte[padding];
      out.raw(rest, 0, rest.length);
    }

    @Override
    public Integer read(BlockReader in) {
      int number = in.count();
      in.skip(padding);
      return number;
    }

    @Override
    public Integer owned(Integer item) {
      return item;
    }
  }

  private SpillSpace space() {
    return new SpillSpace(parent, SpillLimits.USUAL);
  }

  private SpillTable<Integer> table(SpillSpace space, Numbers codec) throws PipelineException {
    SpillTable<Integer> table = SpillTable.in(space, codec, false);
    tables.add(table);
    return table;
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    tables.forEach(SpillTable::close);
    assertThat(files()).isEmpty();
    assertThat(Thread.interrupted()).isFalse();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(parent)) {
      return all.filter(file -> Files.isRegularFile(file) && !file.endsWith("in-use")).toList();
    }
  }

  private static List<Integer> all(PipelineIterator<Integer> from) throws Exception {
    List<Integer> all = new ArrayList<>();
    while (from.nextChunk(50) instanceof IteratorResult.Items<Integer>(List<Integer> items)) {
      all.addAll(items);
    }
    return all;
  }

  @TestFactory
  @DisplayName("a reader keeps the laws of iterators")
  Stream<DynamicTest> laws() {
    return IteratorLaws.ofSource(size -> {
      var table = table(space(), new Numbers(3, -1));
      for (int from = 0; from < size; from += 70) {
        table.add(IteratorLaws.numbers(size).subList(from, Math.min(size, from + 70)));
      }
      table.flush();
      return table.open();
    }, Function.<Integer>identity().andThen(IteratorLaws::numbers));
  }

  @Test
  @DisplayName("several megabytes in one item, and thousands of items, come back as they went in; two readers at once")
  void large() throws Exception {
    var few = table(space(), new Numbers(3_000_000, -1));
    few.add(List.of(7, 8, 9));
    few.flush();
    assertThat(all(few.open())).containsExactly(7, 8, 9);
    var many = table(space(), new Numbers(200, -1));
    for (int chunk = 0; chunk < 20; chunk++) {
      many.add(Collections.nCopies(1000, chunk));
    }
    many.flush();
    assertThat(many.items()).isEqualTo(20_000);
    PipelineIterator<Integer> one = many.open();
    PipelineIterator<Integer> other = many.open();
    one.nextChunk(1500);
    List<Integer> read = all(other);
    assertThat(read).hasSize(20_000).isSorted();
    assertThat(all(one)).hasSize(20_000 - 1500).isSorted();
  }

  @Test
  @DisplayName("its file is its owner's, counted against the space's quota, and gone when it is closed early")
  void file() throws Exception {
    SpillSpace space = space();
    var table = table(space, new Numbers(1000, -1));
    table.add(IteratorLaws.numbers(2000));
    table.flush();
    assertThat(files()).singleElement().satisfies(file ->
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
    assertThat(space.bytesHeld()).isEqualTo(Files.size(files().getFirst())).isEqualTo(table.bytes());
    assertThat(table.open().nextChunk(1)).isInstanceOf(IteratorResult.Items.class);
    table.close();
    table.close();
    assertThat(files()).isEmpty();
    assertThat(space.bytesHeld()).isZero();
    assertThat(space.bytesSpilled()).isPositive();
  }

  @Test
  @DisplayName("an interrupt in the middle of a write cancels, and harms nothing that is there")
  void interrupted() throws Exception {
    // Each row is written while the thread is interrupted: a file that this closes would lose all.
    var table = table(space(), new Numbers(1_000_000, 3));
    table.add(List.of(1, 2));
    table.add(List.of(3));
    assertThat(catchThrowable(() -> table.add(List.of(4)))).isInstanceOf(InterruptedException.class);
    table.flush();
    assertThat(all(table.open())).containsExactly(1, 2, 3);
    Thread.currentThread().interrupt();
    assertThat(catchThrowable(() -> table.open().nextChunk(1))).isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    table.close();
    assertThat(Thread.interrupted()).as("the interrupt is left to whoever cancelled").isTrue();
  }

  @Test
  @DisplayName("more than the quota, or a disk too full to begin, is said")
  void full() throws Exception {
    var small = new SpillSpace(parent, new SpillLimits(1_000_000, 0));
    var table = table(small, new Numbers(100_000, -1));
    PipelineException more = catchThrowableOfType(PipelineException.class, () -> {
      table.add(IteratorLaws.numbers(20));
      table.flush();
    });
    assertThat(more.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
    assertThat(more.what()).contains("needs more than the 1 MB");
    table.close();
    assertThat(small.bytesHeld()).isZero();
    var reserved = new SpillSpace(parent, new SpillLimits(1_000_000, Long.MAX_VALUE));
    assertThat(catchThrowableOfType(PipelineException.class, () -> table(reserved, new Numbers(1, -1))).what())
        .contains("are to stay free");
  }

  @Test
  @DisplayName("a file that is damaged in the middle of the run, or a folder that was removed, is said with its place")
  void damaged() throws Exception {
    SpillSpace space = space();
    var table = table(space, new Numbers(10_000, -1));
    table.add(IteratorLaws.numbers(1000));
    table.flush();
    Path file = files().getFirst();
    Files.write(file, new byte[(int) Files.size(file)]);
    PipelineException damage = catchThrowableOfType(PipelineException.class, () -> all(table.open()));
    assertThat(damage.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
    assertThat(damage.subject()).startsWith(parent.toString());
    assertThat(damage.advice()).isNotEmpty();
    table.close();
    Files.delete(file.resolveSibling("in-use"));
    Files.delete(file.getParent());
    assertThat(catchThrowableOfType(PipelineException.class, () -> table(space, new Numbers(1, -1))).what())
        .contains("was removed");
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  @DisplayName("a folder whose path the database would cut is refused, not used in part")
  void semicolon() throws Exception {
    var space = new SpillSpace(Files.createDirectory(parent.resolve("a;b")), SpillLimits.USUAL);
    assertThat(catchThrowableOfType(PipelineException.class, () -> table(space, new Numbers(1, -1))).what())
        .contains("semicolon");
  }
}
