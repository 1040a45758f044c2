package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Where `--report` may write: never over the playlist or a list.
@DisabledOnOs(OS.WINDOWS)
final class ReportPlaceTest {

  private final Session session = new Session();

  @TempDir
  private Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void files() throws IOException {
    in = Files.writeString(folder.resolve("in.m3u"), "the list");
    out = folder.resolve("out.m3u");
  }

  private int build(Path report) {
    return session.run("build", in.toString(), "-o", out.toString(), "--report", report.toString());
  }

  private void isRefused(Path report, String why) {
    session.err.reset();
    assertThat(build(report)).isEqualTo(2);
    assertThat(session.err()).startsWith("lineup: --report: " + why);
    assertThat(session.plan).isNull();
  }

  @Test
  void isNotThePlaylistUnderAnotherName() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("out.m3u"));
    Path sameFolder = Files.createSymbolicLink(folder.resolve("same"), folder);
    for (int run = 0; run < 2; run++) {
      isRefused(link, "it names the same file as -o");
      isRefused(sameFolder.resolve("out.m3u"), "it names the same file as -o");
      isRefused(folder.resolve("same/../").resolve(folder.getFileName()).resolve("out.m3u"),
          "it names the same file as -o");
      Files.writeString(out, "the old one");
    }
    assertThat(out).hasContent("the old one");
  }

  @Test
  void isNoList() throws IOException {
    isRefused(in, "it names the list " + in);
    isRefused(Files.createSymbolicLink(folder.resolve("link"), in), "it names the list " + in);
    assertThat(in).hasContent("the list");
  }

  @Test
  void mayBeALinkToAFileThatIsNotThereYet() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("odd.json"));
    assertThat(build(link)).as(session::err).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(folder.resolve("odd.json"))).startsWith("{\"reports\"");
  }

  @Test
  void isRefusedWhereALinkLeadsInACircle() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
    assertThat(build(link)).isEqualTo(1);
    assertThat(session.err()).contains("its link cannot be followed");
    assertThat(session.plan).isNull();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFirstOneIsForItsOwnerOnly() throws IOException {
    Path report = folder.resolve("first.json");
    assertThat(build(report)).as(session::err).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report))).isEqualTo("rw-------");
  }

  @Test
  void keepsItsPermissionsAndSweepsWhatAKilledRunLeft() throws IOException {
    Path report = Files.writeString(folder.resolve("odd.json"), "old");
    Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-r-----"));
    Path left = Files.writeString(
        folder.resolve(".lineup-" + HexFormat.of().toHexDigits("odd.json".hashCode()) + "-1.part"), "half");
    assertThat(build(report)).as(session::err).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report))).isEqualTo("rw-r-----");
    assertThat(left).doesNotExist();
  }
}
