package app.lineup.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What lies beside the target while it is written, and who may delete it.
final class PartFileTest {

  @TempDir
  private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isOpenToItsOwnerOnlyWhileItIsWritten() throws IOException {
    try (PartFile part = PartFile.create(folder.resolve("out.m3u"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part.path()))).isEqualTo("rw-------");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void takesAnotherNameWhereOneIsTaken() throws IOException {
    Path target = folder.resolve("out.m3u");
    Path first;
    try (PartFile part = PartFile.create(target, () -> 1)) {
      first = part.path();
    }
    Files.writeString(first, "half");
    PrimitiveIterator.OfLong numbers = LongStream.of(1, 1, 2).iterator();
    try (PartFile part = PartFile.create(target, numbers::nextLong)) {
      assertThat(part.path()).isEmptyFile().isNotEqualTo(first);
      assertThat(first).hasContent("half");
    }
  }

  @Test
  void sweepsWhatNobodyWritesAndNotWhatItIsWriting() throws IOException {
    Path target = folder.resolve("out.m3u");
    Path left;
    try (PartFile part = PartFile.create(target)) {
      left = part.path();
    }
    Files.writeString(left, "half");
    try (PartFile part = PartFile.create(target)) {
      PartFile.sweep(target);
      assertThat(left).doesNotExist();
      assertThat(part.path()).exists();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sweepsNotWhatAnotherProcessIsWriting() throws IOException, InterruptedException {
    Path target = folder.resolve("out.m3u");
    var writing = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        places(Writer.class, PartFile.class), Writer.class.getName(), target.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var says = new BufferedReader(new InputStreamReader(writing.getInputStream(), StandardCharsets.UTF_8))) {
      Path part = Path.of(says.readLine());
      PartFile.sweep(target);
      assertThat(part).exists();
      writing.destroyForcibly().waitFor();
      PartFile.sweep(target);
      assertThat(part).doesNotExist();
    } finally {
      writing.destroyForcibly();
    }
  }

  /// Where these classes lie, whether they are tested in their module or not.
  private static String places(Class<?>... types) {
    return Stream.of(types).map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
        .map(place -> Path.of(URI.create(place)).toString()).distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /// Another process, in another container for all that is known of it.
  static final class Writer {

    private Writer() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] words) throws IOException, InterruptedException {
      try (PartFile part = PartFile.create(Path.of(words[0]))) {
        System.out.println(part.path());
        Thread.currentThread().join();
      }
    }
  }

  @Test
  void whatHasNoLockIsSweptWhenItIsOld() throws IOException {
    Path target = folder.resolve("out.m3u");
    Path left = Files.writeString(folder.resolve(".out.m3u.4711-1.part"), "half");
    PartFile.sweep(target);
    assertThat(left).exists();
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    PartFile.sweep(target);
    assertThat(left).doesNotExist();
  }

  @Test
  void anInterruptClosesNothing() throws IOException {
    Thread.currentThread().interrupt();
    try (PartFile part = PartFile.create(folder.resolve("out.m3u"))) {
      part.out().write(1);
      assertThat(part.path()).hasSize(1);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aTargetMayHaveTheLongestName() throws IOException {
    Path target = folder.resolve("x".repeat(251) + ".m3u");
    try (var file = new AtomicFile(target, false)) {
      file.write("new".getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
    assertThat(target).hasContent("new");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isLockedUntilItIsInItsPlace() throws IOException {
    Path target = folder.resolve("out.m3u");
    try (var file = new AtomicFile(target, false, (part, to) -> {
      try (FileChannel other = FileChannel.open(part, StandardOpenOption.WRITE)) {
        assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
      }
      AtomicMove.replace(part, to);
    }, _ -> true)) {
      file.write("new".getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
    assertThat(target).hasContent("new");
    try (FileChannel free = FileChannel.open(target, StandardOpenOption.WRITE); var lock = free.tryLock()) {
      assertThat(lock).isNotNull();
    }
  }
}
