package app.lineup.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A complete file takes another's place.
final class AtomicMoveTest {

  @TempDir
  private Path folder;

  @Test
  @DisplayName("what was there is replaced, and need not have been there")
  void replaces() throws IOException {
    Path target = folder.resolve("target");
    AtomicMove.replace(part("first"), target);
    AtomicMove.replace(part("second"), target);
    assertThat(target).hasContent("second");
    assertThat(folder.toFile().list()).containsExactly("target");
  }

  @Test
  @DisplayName("a link is replaced, and what it led to stays")
  @DisabledOnOs(OS.WINDOWS)
  void link() throws IOException {
    Path end = Files.writeString(folder.resolve("end"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), end);
    AtomicMove.replace(part("new"), link);
    assertThat(link).isRegularFile().hasContent("new");
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(end).hasContent("old");
  }

  @Test
  @DisplayName("a move that fails leaves both as they were")
  void fails() throws IOException {
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.writeString(target.resolve("inside"), "old");
    Path part = part("new");
    assertThatThrownBy(() -> AtomicMove.replace(part, target)).isInstanceOf(IOException.class);
    assertThat(part).hasContent("new");
    assertThat(target.resolve("inside")).hasContent("old");
  }

  private Path part(String content) throws IOException {
    return Files.writeString(folder.resolve("part"), content);
  }
}
