package app.lineup.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.boot.WindowOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class AppPathsTest {

  private static final Path HOME = Path.of("/home/me").toAbsolutePath();
  private static final Path OTHER = Path.of("/elsewhere").toAbsolutePath();

  @TempDir
  private Path folder;

  @Test
  void everySystemHasItsFolder() {
    assertThat(AppPaths.of("Linux", HOME, Map.of()).data()).isEqualTo(HOME.resolve(".local/share/lineup"));
    assertThat(AppPaths.of("Linux", HOME, Map.of("XDG_DATA_HOME", OTHER.toString())).data())
        .isEqualTo(OTHER.resolve("lineup"));
    assertThat(AppPaths.of("Mac OS X", HOME, Map.of()).data())
        .isEqualTo(HOME.resolve("Library/Application Support/Lineup"));
    assertThat(AppPaths.of("Windows 11", HOME, Map.of("LOCALAPPDATA", OTHER.toString())).data())
        .isEqualTo(OTHER.resolve("Lineup"));
    assertThat(AppPaths.of("Windows 11", HOME, Map.of()).data()).isEqualTo(HOME.resolve("AppData/Local/Lineup"));
  }

  @Test
  void aRelativeOrEmptyVariableIsIgnored() {
    for (String text : new String[] {"", " ", "some/folder"}) {
      assertThat(AppPaths.of("Linux", HOME, Map.of("XDG_DATA_HOME", text)).data())
          .isEqualTo(HOME.resolve(".local/share/lineup"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNewFolderIsForItsOwnerAndAnOldOneStaysAsItIs() throws IOException {
    var made = new AppPaths(folder.resolve("a/b"));
    made.make();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.data()))).isEqualTo("rwx------");
    assertThat(made.folder().snapshots()).isDirectory();
    Path old = Files.createDirectory(folder.resolve("old"));
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
    new AppPaths(old).make();
    for (Path ours : new Path[] {old.resolve("published"), old.resolve("snapshots"), old.resolve("lineup"),
        old.resolve("spill")}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours))).as("in an open folder")
          .isEqualTo("rwx------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aWindowIsAskedForByNothingOrAFolderAlone() {
    assertThat(WindowOrder.of()).contains(new WindowOrder(Optional.empty()));
    assertThat(WindowOrder.of("--data", OTHER.toString())).contains(new WindowOrder(Optional.of(OTHER)));
    assertThat(WindowOrder.of("--data=" + OTHER)).contains(new WindowOrder(Optional.of(OTHER)));
    assertThat(WindowOrder.of("--data", "x/../y").flatMap(WindowOrder::data)).contains(Path.of("y").toAbsolutePath());
    for (String[] words : new String[][] {
      {"--data"}, {"--data="}, {"--data", ""}, {"--data", "--help"}, {"--data", "d", "build"}, {"build"}, {"--help"}}) {
      assertThat(WindowOrder.of(words)).isEmpty();
    }
  }

  @Test
  void theFolderOfTheOrderComesFirst() {
    assertThat(new WindowOrder(Optional.of(OTHER)).paths("Linux", HOME, Map.of()).data()).isEqualTo(OTHER);
    assertThat(new WindowOrder(Optional.empty()).paths("Linux", HOME, Map.of()))
        .isEqualTo(AppPaths.of("Linux", HOME, Map.of()));
  }
}
