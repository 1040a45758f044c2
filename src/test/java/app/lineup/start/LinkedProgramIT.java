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

  private static final String SAMPLE = "resources/app/lineup/sample/sample.m3u";

  @TempDir
  private Path folder;

  private ProgramFolder built() {
    return ProgramFolder.built(folder.resolve("data"));
  }

  /// It starts from its caches: said by itself, and by a JVM that would end otherwise.
  private static void assertQuick(ProgramFolder program) throws IOException, InterruptedException {
    assertThat(program.says("--version", "--verbose")).contains(BOTH_USED);
    assertThat(program.with(ProgramFolder.STRICT).says("--version")).startsWith("lineup ");
    assertThat(program.with(ProgramFolder.STRICT).says("check", SAMPLE)).contains("channels");
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

  /// The folder itself may be there: the JVM would write there if it crashed.
  private static void assertHoldsNoFile(Path data) throws IOException {
    try (Stream<Path> tree = Files.exists(data) ? Files.walk(data) : Stream.<Path>of()) {
      assertThat(tree.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void oneThatIsRefusedIsMadeAnewWhenAskedAboutAndNotBefore() throws Exception {
    ProgramFolder program = built().copiedTo(folder.resolve("damaged"));
    Files.writeString(program.home().resolve("lineup.aot"), "no cache at all");
    Path data = program.data();

    assertThat(program.says("check", SAMPLE)).contains("channels");
    assertHoldsNoFile(data);
    assertThat(program.with("-Xmn40m").says("--version", "--verbose"))
        .contains("refused: it is damaged", "LINEUP_OPTS");
    assertHoldsNoFile(data);

    String made = program.says("--version", "--verbose");
    assertThat(made).contains("Start cache: refused: it is damaged", "Making one anew", "Start cache: used, " + data);
    assertQuick(program);
    assertThat(program.says("--version", "--verbose")).contains("Start cache: used, " + data);
    try (Stream<Path> tree = Files.walk(data.resolve("lineup"))) {
      assertThat(tree).allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .endsWith("------"));
    }
    try (Stream<Path> tree = Files.walk(data)) {
      assertThat(tree.filter(Files::isRegularFile)).extracting(Path::getFileName).contains(Path.of("lineup.aot"))
          .isSubsetOf(Path.of("lineup.aot"), Path.of("window.aot"));
    }
  }
}
