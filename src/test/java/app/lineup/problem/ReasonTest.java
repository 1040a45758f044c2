package app.lineup.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ReasonTest {

  @Test
  @DisplayName("what the system said is quoted as it is")
  void quoted() {
    assertThat(Reason.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    assertThat(Reason.of(new FileNotFoundException("/a/list.m3u (Permission denied)")))
        .isEqualTo("/a/list.m3u (Permission denied)");
    assertThat(Reason.of(new FileSystemException("/a", "/b", "Read-only file system")))
        .isEqualTo("Read-only file system");
    assertThat(Reason.of(new IOException("server.Example.com did not answer\n at x"))).doesNotContain("at x");
  }

  @Test
  @DisplayName("a class is never named, and what stands below it is told in its place")
  void noClass() {
    assertThat(Reason.of(new UncheckedIOException(new IOException("Input/output error"))))
        .isEqualTo("Input/output error");
    assertThat(Reason.of(new IOException(new UncheckedIOException(new IOException("gone"))))).isEqualTo("gone");
    assertThat(Reason.of(new IOException("cannot write: java.nio.file.FileSystemException: full")))
        .isEqualTo("cannot write: full");
    assertThat(Reason.of(new IOException(new NoSuchFileException("/a")))).isEqualTo("/a");
    assertThat(Reason.of(new NoSuchFileException("/a"))).isEqualTo("it is not there");
  }

  @Test
  @DisplayName("where nobody says anything, that is said")
  void nothing() {
    assertThat(Reason.known(new IOException())).isEmpty();
    assertThat(Reason.of(new IOException())).isEqualTo("the system does not say why");
    assertThat(Reason.of(new IOException(new IllegalStateException()))).isEqualTo("the system does not say why");
    assertThat(Reason.of(new FileSystemException("/a"))).isEqualTo("the system does not say why");
  }
}
