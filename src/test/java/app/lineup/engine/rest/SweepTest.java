package app.lineup.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a name says of the process that a folder belongs to.
final class SweepTest {

  /// Above what any system gives to a process.
  private static final String DEAD = "99999999999";

  @ParameterizedTest(name = "not an orphan: {0}")
  @ValueSource(strings = {
    "lineup-", "lineup--x", "lineup-12", "lineup-1x-2", "lineup-99999999999999999999-1", "other-" + DEAD + "-1",
  })
  void leavesOthers(String name) {
    assertThat(Sweep.isOrphan(name)).isFalse();
  }

  @Test
  @DisplayName("an orphan is one whose process is gone")
  void knowsOrphans() {
    assertThat(Sweep.isOrphan("lineup-" + DEAD + "-1")).isTrue();
    assertThat(Sweep.isOrphan("lineup-" + ProcessHandle.current().pid() + "-1")).isFalse();
  }

  @Test
  @DisplayName("a folder in use stays whatever process id its name has, and goes when its user is gone without a word")
  void goesByTheLock(@TempDir Path parent) throws Exception {
    Path folder = Files.createDirectory(parent.resolve("lineup-" + DEAD + "-of-another-container"));
    try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
      assertThat(lock).isNotNull();
      sweep(parent);
      assertThat(folder).isDirectory();
    }
    sweep(parent);
    assertThat(folder).doesNotExist();
  }

  private static void sweep(Path parent) {
    new Sweep(parent, InstantSource.system()).run();
  }

  @Test
  @DisplayName(
      "a folder that is just being made stays, whoever makes it; without a lock it goes when it is old and its user "
          + "gone")
  void justMade(@TempDir Path parent) throws Exception {
    Path folder = Files.createDirectory(parent.resolve("lineup-" + DEAD + "-of-another-container"));
    sweep(parent);
    assertThat(folder).as("no lock yet").isDirectory();
    try (FolderLock lock = FolderLock.takeUnseen(folder).orElseThrow()) {
      assertThat(folder.resolve(FolderLock.NAME)).as("locked before it is seen").doesNotExist();
      sweep(parent);
      assertThat(folder).isDirectory();
      assertThat(lock.show()).isTrue();
      assertThat(folder.resolve(FolderLock.NAME)).exists();
      new Sweep(parent, () -> Instant.now().plus(Duration.ofDays(1))).run();
      assertThat(folder).isDirectory();
    }
    Files.delete(folder.resolve(FolderLock.NAME));
    sweep(parent);
    assertThat(folder).isDirectory();
    new Sweep(parent, () -> Instant.now().plus(Duration.ofMinutes(11))).run();
    assertThat(folder).doesNotExist();
  }

  @Test
  @DisplayName("another process sees the lock, and still does after this one has swept")
  void seenByOthers(@TempDir Path parent) throws Exception {
    try (var folder = new PrivateFolder(parent); var other = new PrivateFolder(parent)) {
      Path file = Files.writeString(folder.newFile("x"), "x");
      // Looking at our own lock as at another's would let go of it.
      other.newFile("y");
      folder.sweep();
      assertThat(OtherProcess.start("sweep", parent).losses()).isZero();
      assertThat(file).exists();
    }
  }

  @Test
  @DisplayName("of many that start at once, each sweeping first, nobody loses its folder")
  void manyStarts(@TempDir Path parent) throws Exception {
    List<OtherProcess> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(OtherProcess.start("start", parent));
    }
    for (OtherProcess one : all) {
      assertThat(one.losses()).isZero();
    }
    try (Stream<Path> left = Files.list(parent)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  @DisplayName("a folder that was left goes, though a process has its number again")
  void numbersComeAgain(@TempDir Path parent) throws Exception {
    Path folder = Files.createDirectory(parent.resolve("lineup-" + ProcessHandle.current().pid() + "-left"));
    FolderLock.take(folder).orElseThrow().close();
    sweep(parent);
    assertThat(folder).doesNotExist();
  }
}
