package app.lineup.io.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolSpaceTest {

  /// Above what any system gives to a process.
  private static final String DEAD = "99999999999";

  @TempDir
  private Path parent;

  @Test
  @DisplayName("nothing is made before the first file, nothing is left after close")
  void comesAndGoes() throws Exception {
    try (var spool = new SpoolSpace(parent)) {
      assertThat(children()).isEmpty();
      Path file = spool.newFile("download");
      Path second = spool.newFile("download");
      assertThat(second).isNotEqualTo(file).isEqualTo(file.resolveSibling("2-download"));
      assertThat(file).doesNotExist().hasFileName("1-download");
      Files.writeString(file, "x");
      Files.createDirectories(second.resolve("deeper"));
      assertThat(children()).hasSize(1);
    }
    assertThat(children()).isEmpty();
  }

  @Test
  @DisplayName("the directory carries the process id and is its owner's alone")
  void isPrivate() throws Exception {
    try (var spool = new SpoolSpace(parent)) {
      spool.newFile("x");
      assertThat(children()).hasSize(1);
      Path directory = parent.resolve(children().getFirst());
      assertThat(children().getFirst()).startsWith("lineup-" + ProcessHandle.current().pid() + "-");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
    }
  }

  @Test
  @DisplayName("what a crashed run left is swept; all else stays")
  void sweeps() throws Exception {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("keep"), "x");
    Path crashed = Files.createDirectories(parent.resolve("lineup-" + DEAD + "-1"));
    Files.writeString(crashed.resolve("1-download"), "x");
    Files.createSymbolicLink(crashed.resolve("link"), elsewhere);
    Files.setLastModifiedTime(crashed, FileTime.fromMillis(0));
    Files.createDirectory(parent.resolve("lineup-" + ProcessHandle.current().pid() + "-1"));
    Files.createDirectory(parent.resolve("lineup-notes"));
    Files.writeString(parent.resolve("lineup-" + DEAD + "-file"), "x");
    Files.createSymbolicLink(parent.resolve("lineup-" + DEAD + "-link"), elsewhere);

    try (var spool = new SpoolSpace(parent)) {
      spool.newFile("x");
      assertThat(crashed).doesNotExist();
    }
    assertThat(children()).containsExactlyInAnyOrder(
        "elsewhere", "lineup-" + ProcessHandle.current().pid() + "-1", "lineup-notes",
        "lineup-" + DEAD + "-file", "lineup-" + DEAD + "-link");
    assertThat(elsewhere.resolve("keep")).exists();
  }

  @ParameterizedTest(name = "no path leads out: {0}")
  @ValueSource(strings = {"../x", "a/b", "a\\b", ".", "ü", "a b"})
  void refusesPaths(String purpose) {
    try (var spool = new SpoolSpace(parent)) {
      assertThatThrownBy(() -> spool.newFile(purpose)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @DisplayName("close may come twice, and no file after it")
  void closesTwice() throws Exception {
    var spool = new SpoolSpace(parent);
    spool.newFile("x");
    spool.close();
    spool.close();
    assertThatThrownBy(() -> spool.newFile("x")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("a missing folder is said to be this computer's fault")
  void saysThatTheFolderIsMissing() {
    try (var spool = new SpoolSpace(parent.resolve("missing"))) {
      assertThatThrownBy(() -> spool.newFile("x"))
          .isInstanceOfSatisfying(PipelineException.class, e -> assertThat(e.kind()).isEqualTo(Kind.RESOURCES));
    }
  }

  private List<String> children() throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.map(child -> child.getFileName().toString()).toList();
    }
  }
}
