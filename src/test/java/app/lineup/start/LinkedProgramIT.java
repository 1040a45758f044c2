package app.lineup.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program as the build puts it together starts from its caches, wherever it lies.
@EnabledOnOs(OS.LINUX)
final class LinkedProgramIT {

  private static final List<String> BOTH_USED = List.of("Start cache: used, ", "Start cache of the window: used, ");

  @TempDir
  private Path folder;

  private ProgramFolder built() {
    return ProgramFolder.built(folder.resolve("data"));
  }

  /// It starts from its caches: said by itself, and by a JVM that would end otherwise.
  private static void assertQuick(ProgramFolder program) throws IOException, InterruptedException {
    assertThat(program.says("--version", "--verbose")).contains(BOTH_USED);
    assertThat(program.with(ProgramFolder.STRICT).says("--version")).startsWith("lineup ");
    assertThat(program.with(ProgramFolder.STRICT).says("check", "resources/app/lineup/sample/sample.m3u")).contains("channels");
  }

  @Test
  void whereItWasBuilt() throws Exception {
    assertQuick(built());
  }

  @Test
  void whereItWasMovedTo() throws Exception {
    if (!built().isLinked()) {
      return;
    }
    ProgramFolder copy = built().copiedTo(folder.resolve("a folder with blanks"));
    assertQuick(copy);

    Path link = Files.createSymbolicLink(folder.resolve("link"), copy.home());
    assertQuick(copy.at(link));

    setWritable(copy, false);
    try {
      assertQuick(copy);
    } finally {
      setWritable(copy, true);
    }
  }

  private static void setWritable(ProgramFolder program, boolean writable) throws IOException {
    try (Stream<Path> tree = Files.walk(program.home())) {
      for (Path path : tree.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        assertThat(path.toFile().setWritable(writable)).isTrue();
      }
    }
  }

  @Test
  void oneThatIsRefusedIsMadeAnewWhenAskedAboutAndNotBefore() throws Exception {
    // Links suffice, of all but the cache that is damaged.
    Path home = Files.createDirectories(folder.resolve("damaged"));
    try (Stream<Path> files = Files.list(built().home())) {
      for (Path file : files.filter(file -> !file.endsWith("lineup.aot") && !file.endsWith("bin")).toList()) {
        Files.createSymbolicLink(home.resolve(file.getFileName()), file);
      }
    }
    Path script = Files.createDirectories(home.resolve("bin")).resolve("lineup");
    Files.copy(built().home().resolve("bin").resolve("lineup"), script);
    Files.writeString(home.resolve("lineup.aot"), "no cache at all");
    ProgramFolder program = built().at(home);
    Path data = program.data();

    assertThat(program.says("check", "resources/app/lineup/sample/sample.m3u")).contains("channels");
    assertThat(data).doesNotExist();
    assertThat(program.with("-Xmx80m").says("--version", "--verbose")).contains("refused: it is damaged", "LINEUP_OPTS");
    assertThat(data).doesNotExist();

    String made = program.says("--version", "--verbose");
    assertThat(made).contains("Start cache: refused: it is damaged", "Making one anew", "Start cache: used, " + data);
    assertQuick(program);
    assertThat(program.says("--version", "--verbose")).contains("Start cache: used, " + data);
    Path own = data.resolve("lineup").resolve("starts");
    try (Stream<Path> tree = Files.walk(own)) {
      assertThat(tree.filter(Files::isDirectory)).allSatisfy(
          path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rwx------"));
    }
    try (Stream<Path> tree = Files.walk(own)) {
      assertThat(tree.filter(Files::isRegularFile)).extracting(Path::getFileName).containsExactly(Path.of("lineup.aot"));
    }
  }
}
