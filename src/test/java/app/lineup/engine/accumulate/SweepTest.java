package app.lineup.engine.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
      new Sweep(parent).run();
      assertThat(folder).isDirectory();
    }
    new Sweep(parent).run();
    assertThat(folder).doesNotExist();
  }

  @Test
  @DisplayName("a folder that was left goes, though a process has its number again")
  void numbersComeAgain(@TempDir Path parent) throws Exception {
    Path folder = Files.createDirectory(parent.resolve("lineup-" + ProcessHandle.current().pid() + "-left"));
    FolderLock.take(folder).orElseThrow().close();
    new Sweep(parent).run();
    assertThat(folder).doesNotExist();
  }
}
