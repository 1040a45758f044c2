package app.lineup.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The old file or the new one, and nothing between.
final class AtomicFileTest {

  @TempDir
  private Path folder;

  private Path target;

  @BeforeEach
  void name() {
    target = folder.resolve("list.m3u");
  }

  @ParameterizedTest(name = "synced: {0}")
  @ValueSource(booleans = {false, true})
  @DisplayName("the new content is there when it is committed, and not before; nothing lies beside it")
  void replaces(boolean durable) throws IOException {
    Files.writeString(target, "old");
    try (var file = new AtomicFile(target, durable)) {
      write(file, "ne");
      write(file, "w");
      assertThat(target).hasContent("old");
      file.commit();
      assertThat(target).hasContent("new");
    }
    assertThat(folder.toFile().list()).containsExactly("list.m3u");
  }

  @Test
  @DisplayName("a file that was not there is there")
  void makes() throws IOException {
    replace(target, "new");
    assertThat(target).hasContent("new");
  }

  @Test
  @DisplayName("closed without a commit: the old one stays and nothing lies beside it")
  void abandoned() throws IOException {
    Files.writeString(target, "old");
    var file = new AtomicFile(target, false);
    write(file, "new");
    file.close();
    file.close();
    assertThat(target).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("list.m3u");
  }

  @Test
  @DisplayName("a move that fails leaves the old one, and nothing beside it")
  void unplaced() throws IOException {
    Files.writeString(target, "old");
    var full = new IOException("full");
    assertThatThrownBy(() -> {
      try (var file = new AtomicFile(target, false, (_, _) -> {
        throw full;
      }, _ -> true)) {
        write(file, "new");
        file.commit();
      }
    }).isSameAs(full);
    assertThat(target).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("list.m3u");
  }

  @Test
  @DisplayName("a link stays, and what it leads to is replaced, be it there or not")
  @DisabledOnOs(OS.WINDOWS)
  void links() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.m3u"), Path.of("list.m3u"));
    replace(link, "first");
    replace(link, "second");
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("second");
  }

  @Test
  @DisplayName("a link that leads in a circle is refused")
  @DisabledOnOs(OS.WINDOWS)
  void circle() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.m3u"), Path.of("link.m3u"));
    assertThatThrownBy(() -> replace(link, "new")).isInstanceOf(FileSystemLoopException.class);
  }

  @ParameterizedTest
  @DisplayName("the new file may be read by whom the old one could be read")
  @ValueSource(strings = {"rw-------", "rw-rw-r--"})
  @DisabledOnOs(OS.WINDOWS)
  void permissions(String old) throws IOException {
    Files.writeString(target, "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(old));
    replace(target, "new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo(old);
  }

  @ParameterizedTest
  @DisplayName("where no file was, its content decides who may read it")
  @ValueSource(booleans = {false, true})
  @DisabledOnOs(OS.WINDOWS)
  void firstOne(boolean forAll) throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    try (var file = new AtomicFile(target, false, AtomicMove::replace, part -> {
      assertThat(part).hasContent("new");
      return forAll;
    })) {
      write(file, "new");
      file.commit();
    }
    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(forAll ? Files.getPosixFilePermissions(usual) : PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  @DisplayName("for its owner only: whoever could read the old one")
  @DisabledOnOs(OS.WINDOWS)
  void ownersFile() throws IOException {
    Files.writeString(target, "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-r--"));
    try (var file = AtomicFile.forOwner(target, false)) {
      write(file, "new");
      file.commit();
    }
    assertThat(target).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-------");
  }

  @ParameterizedTest(name = "synced: {0}")
  @ValueSource(booleans = {false, true})
  @DisplayName("an interrupt stops nothing and stays")
  void interrupted(boolean durable) throws IOException {
    try (var file = new AtomicFile(target, durable)) {
      Thread.currentThread().interrupt();
      write(file, "new");
      file.commit();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(target).hasContent("new");
  }

  private static void replace(Path target, String content) throws IOException {
    try (var file = new AtomicFile(target, false)) {
      write(file, content);
      file.commit();
    }
  }

  /// Writes it from the middle of an array.
  private static void write(AtomicFile file, String content) throws IOException {
    byte[] bytes = ("<" + content + ">").getBytes(StandardCharsets.UTF_8);
    file.write(bytes, 1, bytes.length - 2);
  }
}
