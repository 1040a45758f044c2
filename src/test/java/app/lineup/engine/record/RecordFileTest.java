package app.lineup.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.golden.ListReading;
import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What was written is read back: from the start, from any place, by many at once; what is damaged is told from it.
final class RecordFileTest {

  private static final RecordForm<Integer> FORM = new RecordForm<>(new IntCodec(), 3);
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456789Z");

  @TempDir
  private Path folder;
  private final AtomicInteger closes = new AtomicInteger();
  private int files;

  @AfterEach
  void nothingIsLeftOpen() throws IOException {
    assertThat(openHandles()).as("files left open").isZero();
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(Path::toString)).as("files left unfinished").noneMatch(name -> name.endsWith(".part"));
    }
  }

  @TestFactory
  @DisplayName("a reader keeps the laws of iterators")
  Stream<DynamicTest> laws() {
    return IteratorLaws.ofSource(size -> {
      try (RecordFile<Integer> file = open(write(size))) {
        return file.open();
      }
    }, IteratorLaws::numbers);
  }

  @Test
  @DisplayName("any part of it is read by index")
  void readsByIndex() throws Exception {
    for (int size : new int[] {0, 1, 2, 3, 4, 9, 100}) {
      try (RecordFile<Integer> file = open(write(size))) {
        List<Integer> all = IteratorLaws.numbers(size);
        for (int from = 0; from <= size; from++) {
          for (int count : new int[] {0, 1, 3, 7, 1000}) {
            assertThat(file.read(from, count)).isEqualTo(all.subList(from, Math.min(size, from + count)));
          }
        }
        assertThatThrownBy(() -> file.read(size + 1L, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> file.read(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  @Test
  @DisplayName("it says what its writer said of it")
  void info() throws Exception {
    try (RecordFile<Integer> file = open(write(10))) {
      assertThat(file.info().version()).isEqualTo(7);
      assertThat(file.info().createdAt()).isEqualTo(NOON);
      assertThat(file.info().description()).isEqualTo("numbers");
      assertThat(file.size()).isEqualTo(10);
      assertThat(file.blocks()).isEqualTo(4);
      assertThat(file.trailer()).containsExactly(1, 2, 3);
    }
  }

  @Test
  @DisplayName("blocks that were made side by side give the same file")
  void blocksMadeElsewhere() throws Exception {
    Path file = folder.resolve("blocks");
    try (var writer = new RecordFileWriter<>(file, folder.resolve("blocks.part"), FORM)) {
      for (int from = 0; from < 10; from += 3) {
        List<Integer> chunk = IteratorLaws.numbers(10).subList(from, Math.min(10, from + 3));
        for (RecordBlock block : new BlockEncoder<>(FORM).apply(chunk)) {
          writer.append(block);
        }
      }
      assertThatThrownBy(() -> writer.append(new RecordBlock(new byte[1], 1)))
          .isInstanceOf(IllegalStateException.class);
      writer.commit(7, NOON, "numbers", new byte[] {1, 2, 3});
    }
    assertThat(file).hasSameBinaryContentAs(write(10));
  }

  @Test
  @DisplayName("nothing is there before it is whole, and nothing is left where it never was")
  void committedAtTheEnd() throws Exception {
    Path file = folder.resolve("late");
    try (var writer = new RecordFileWriter<>(file, folder.resolve("late.part"), FORM)) {
      writer.add(IteratorLaws.numbers(10));
      assertThat(file).doesNotExist();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  @DisplayName("it is for its owner only")
  void ownerOnly() throws Exception {
    Path file = write(1);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
  }

  @Test
  @DisplayName("cut off anywhere, it is no file of records")
  void cutOff() throws Exception {
    byte[] whole = Files.readAllBytes(write(20));
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, length));
      assertThat(catchThrowable(() -> open(cut).close())).as("cut at %s", length)
          .isInstanceOf(DamagedRecordsException.class);
    }
  }

  @Test
  @DisplayName("one byte changed anywhere is found, by a look at all of it or at its end")
  void flipped() throws Exception {
    byte[] whole = Files.readAllBytes(write(20));
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      Path file = Files.write(folder.resolve("flipped"), changed);
      assertThat(catchThrowable(() -> verify(file))).as("changed at %s", at)
          .isInstanceOf(DamagedRecordsException.class);
    }
  }

  @Test
  @DisplayName("a part that is missing in the middle, or comes twice, is found")
  void shifted() throws Exception {
    byte[] whole = Files.readAllBytes(write(20));
    byte[] shorter = new byte[whole.length - 5];
    System.arraycopy(whole, 0, shorter, 0, 12);
    System.arraycopy(whole, 17, shorter, 12, whole.length - 17);
    byte[] longer = new byte[whole.length + 5];
    System.arraycopy(whole, 0, longer, 0, 20);
    System.arraycopy(whole, 15, longer, 20, whole.length - 15);
    for (byte[] bytes : List.of(shorter, longer)) {
      Path file = Files.write(folder.resolve("shifted"), bytes);
      assertThat(catchThrowable(() -> verify(file))).isInstanceOf(DamagedRecordsException.class);
    }
  }

  @Test
  @DisplayName("a file of another form is not read")
  void otherForm() throws Exception {
    Path file = write(5);
    var other = new RecordForm<>(new IntCodec() {
      @Override
      public String form() {
        return "int 2";
      }
    }, 3);
    assertThatThrownBy(() -> RecordFile.open(file, other, () -> {})).isInstanceOf(DamagedRecordsException.class)
        .hasMessage("it is of the form int 1");
  }

  @Test
  @DisplayName("damage that comes later is told in words to whoever reads that block, and to nobody else")
  void damagedLater() throws Exception {
    Path path = write(20);
    try (RecordFile<Integer> file = open(path)) {
      byte[] bytes = Files.readAllBytes(path);
      bytes[RecordFooter.MAGIC.length] ^= 1;
      Files.write(path, bytes);
      assertThatThrownBy(() -> file.read(1, 1)).isInstanceOf(PipelineException.class)
          .hasMessage("its file is damaged: block 0 is not as it was written");
      assertThat(file.read(3, 2)).containsExactly(3, 4);
    }
  }

  @Test
  @DisplayName("readers go on after it was closed and its file deleted; it is let go when the last has ended")
  void closedWhileRead() throws Exception {
    Path path = write(20);
    RecordFile<Integer> file = open(path);
    PipelineIterator<Integer> reader = file.open();
    assertThat(reader.nextChunk(2)).isEqualTo(new IteratorResult.Items<>(List.of(0, 1)));
    Files.delete(path);
    file.close();
    file.close();
    assertThat(closes).hasValue(0);
    assertThat(ListReading.drain(reader)).isEqualTo(IteratorLaws.numbers(20).subList(2, 20));
    reader.close();
    assertThat(closes).hasValue(1);
    assertThatThrownBy(file::open).isInstanceOf(PipelineException.class).hasMessage("it was closed");
    assertThatThrownBy(() -> file.read(0, 1)).isInstanceOf(PipelineException.class);
  }

  @Test
  @DisplayName("many read at once, in order and here and there")
  void manyReaders() throws Exception {
    List<Integer> all = IteratorLaws.numbers(3000);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (RecordFile<Integer> file = open(write(3000))) {
      List<Callable<Boolean>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        var random = new Random(i);
        readers.add(() -> ListReading.drain(file.open()).equals(all));
        readers.add(() -> {
          boolean right = true;
          for (int k = 0; k < 300; k++) {
            int from = random.nextInt(2900);
            right &= file.read(from, 50).equals(all.subList(from, from + 50));
          }
          return right;
        });
      }
      for (Future<Boolean> result : threads.invokeAll(readers)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @DisplayName("an interrupt ends the reader that it meets, and no other")
  void interrupted() throws Exception {
    try (RecordFile<Integer> file = open(write(20)); PipelineIterator<Integer> reader = file.open();
        PipelineIterator<Integer> other = file.open()) {
      Thread.currentThread().interrupt();
      assertThat(file.read(5, 2)).containsExactly(5, 6);
      assertThatThrownBy(() -> reader.nextChunk(1)).isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThat(ListReading.drain(other)).isEqualTo(IteratorLaws.numbers(20));
    }
  }

  private void verify(Path path) throws Exception {
    try (RecordFile<Integer> file = open(path)) {
      file.verify();
    }
  }

  private RecordFile<Integer> open(Path file) throws IOException {
    return RecordFile.open(file, FORM, closes::incrementAndGet);
  }

  private Path write(int items) throws IOException {
    Path file = folder.resolve("numbers-" + files++);
    try (var writer = new RecordFileWriter<>(file, folder.resolve(file.getFileName() + ".part"), FORM)) {
      for (int from = 0; from < items; from += 4) {
        writer.add(IteratorLaws.numbers(items).subList(from, Math.min(items, from + 4)));
      }
      writer.commit(7, NOON, "numbers", new byte[] {1, 2, 3});
    }
    return file;
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
}
