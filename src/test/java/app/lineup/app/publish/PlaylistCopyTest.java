package app.lineup.app.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PlaylistCopyTest {

  @TempDir
  private Path folder;
  private Path from;
  private Path to;

  @BeforeEach
  void makeList() throws IOException {
    byte[] content = new byte[700_000];
    new Random(1).nextBytes(content);
    from = Files.write(folder.resolve("from.m3u"), content);
    to = Files.createDirectory(folder.resolve("there")).resolve("to.m3u");
  }

  private void refuses(ThrowingCallable copy, String what) {
    assertThatThrownBy(copy).isInstanceOfSatisfying(PipelineException.class, failure -> {
      assertThat(failure.what()).contains(what);
      assertThat(failure.advice()).isNotEmpty();
    });
  }

  @Test
  void copiesEveryByteAndSaysHowFarItIs() throws Exception {
    var heard = new ArrayList<Long>();
    assertThat(PlaylistCopy.copy(from, to, heard::add)).isEqualTo(700_000);
    assertThat(to).hasSameBinaryContentAs(from);
    assertThat(heard).isSorted().hasSizeGreaterThan(1).endsWith(700_000L);
    try (Stream<Path> files = Files.list(to.getParent())) {
      assertThat(files).containsExactly(to);
    }
  }

  @Test
  void saysWhatIsInTheWay() throws IOException {
    refuses(() -> PlaylistCopy.copy(from, folder, bytes -> {}), "it is a folder");
    refuses(() -> PlaylistCopy.copy(from, folder.resolve("no/where.m3u"), bytes -> {}), "there is no folder");
    refuses(() -> PlaylistCopy.copy(folder.resolve("gone"), to, bytes -> {}), "no longer there");
    assertThat(to).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsNoPlace() {
    refuses(() -> PlaylistCopy.copy(from, Path.of("/dev/full"), bytes -> {}), "a device");
  }

  @Test
  void cancelledItLeavesWhatWasThere() throws IOException {
    Files.writeString(to, "the old one");
    assertThatThrownBy(() -> PlaylistCopy.copy(from, to, bytes -> Thread.currentThread().interrupt()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(to).hasContent("the old one");
    try (Stream<Path> files = Files.list(to.getParent())) {
      assertThat(files).containsExactly(to);
    }
  }
}
