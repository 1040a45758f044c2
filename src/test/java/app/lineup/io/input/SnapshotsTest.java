package app.lineup.io.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.http.LocalServer;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotsTest {

  private static final Instant FIRST = Instant.parse("2026-05-01T10:00:00Z");
  private static final String OLD = "#EXTM3U\n#EXTINF:-1,Old\nhttp://h/1\n";
  private static final String NEW = "#EXTM3U\n#EXTINF:-1,Brand new\nhttp://h/2\n";

  @TempDir
  private Path parent;

  private Path folder;
  private Snapshots snapshots;
  private volatile Instant now = FIRST;
  private volatile LocalServer.Answer answer = LocalServer.answer(200, OLD, "ETag: \"v1\"", "Last-Modified: long ago");
  private LocalServer server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    folder = parent.resolve("snapshots");
    snapshots = new Snapshots(folder, () -> now);
    server = LocalServer.start((request, out) -> answer.write(request, out));
    address = server.uri("/get.php?username=u5er&password=s3cret");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private InputOpener opener(Freshness freshness) {
    return new InputOpener(new HttpFetcher(FetchLimits.DEFAULT), snapshots, freshness, InputLimits.DEFAULT,
        Optional.empty());
  }

  private RereadableInput prepare(InputOpener opener) throws PipelineException, InterruptedException {
    return opener.prepare(new Source("x", new Location.OfUrl(address)), bytes -> {});
  }

  /// Reads the list as a reader does that finds a playlist in it.
  private String read(Freshness freshness) throws Exception {
    try (InputOpener opener = opener(freshness)) {
      RereadableInput input = prepare(opener);
      input.approve();
      input.approve();
      return text(input);
    }
  }

  private static String text(RereadableInput input) throws PipelineException, IOException {
    try (InputStream in = input.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @Test
  @DisplayName("what was fetched is read again without asking the server")
  void keeps() throws Exception {
    assertThatThrownBy(() -> read(Freshness.KEPT)).isInstanceOfSatisfying(PipelineException.class, e -> {
      assertThat(e.subject()).contains("/get.php").doesNotContain("s3cret");
      assertThat(e.advice()).contains("Refresh");
    });
    assertThat(server.requests()).as("a look asks no server").isEmpty();
    assertThat(read(Freshness.FETCH)).isEqualTo(OLD);
    answer = LocalServer.answer(500, "");
    assertThat(read(Freshness.KEPT)).isEqualTo(OLD);
    assertThat(server.requests()).hasSize(1);
    assertThat(snapshots.at(address)).contains(FIRST);
    assertThat(new Snapshots(folder, () -> now).at(address)).as("after a restart").contains(FIRST);
  }

  @Test
  @DisplayName("files are the owner's only, and neither their names nor the notes tell the address")
  @DisabledOnOs(OS.WINDOWS)
  void isPrivate() throws Exception {
    read(Freshness.FETCH);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(2);
      for (Path file : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(file.getFileName().toString()).matches("[0-9a-f]{64}\\.(list|note)");
      }
    }
    assertThat(Files.readString(files(".note").getFirst())).doesNotContain("s3cret", "u5er", "127.0.0.1");
  }

  @Test
  @DisplayName("what its reader did not approve replaces nothing, and nothing else is left behind")
  void refuses() throws Exception {
    read(Freshness.FETCH);
    answer = LocalServer.answer(200, "<html>sorry</html>");
    try (InputOpener opener = opener(Freshness.FETCH)) {
      assertThat(text(prepare(opener))).contains("sorry");
    }
    assertThat(read(Freshness.KEPT)).isEqualTo(OLD);
    assertThat(snapshots.at(address)).contains(FIRST);
    assertThat(files("")).hasSize(2);
  }

  @Test
  @DisplayName("a fetch that fails leaves the old list: a fault of the server, half a body, an empty answer")
  void outlivesFailures() throws Exception {
    read(Freshness.FETCH);
    for (LocalServer.Answer bad : List.of(
        LocalServer.answer(404, ""),
        LocalServer.answer(200, ""),
        (request, out) ->
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n#EXTM3U\n".getBytes(StandardCharsets.UTF_8)))) {
      answer = bad;
      try (InputOpener opener = opener(Freshness.FETCH)) {
        assertThat(catchThrowableOfType(PipelineException.class, () -> prepare(opener))).isNotNull();
      }
      assertThat(read(Freshness.KEPT)).isEqualTo(OLD);
    }
    assertThat(files("")).hasSize(2);
  }

  @Test
  @DisplayName(
      "HTTP-60: the server is asked with what it said; its 304 makes the list fresh, and nothing is downloaded")
  void asksForNewerOnes() throws Exception {
    read(Freshness.FETCH);
    now = FIRST.plus(Duration.ofDays(1));
    answer = LocalServer.answer(304, "");
    assertThat(read(Freshness.FETCH)).isEqualTo(OLD);
    assertThat(server.requests().getLast().headers())
        .containsEntry("if-none-match", "\"v1\"").containsEntry("if-modified-since", "long ago");
    assertThat(snapshots.at(address)).contains(now);
    assertThat(read(Freshness.FETCH)).as("asked in the same way again").isEqualTo(OLD);
    answer = LocalServer.answer(200, NEW);
    assertThat(read(Freshness.FETCH)).isEqualTo(NEW);
    assertThat(read(Freshness.FETCH)).isEqualTo(NEW);
    assertThat(server.requests().getLast().headers()).doesNotContainKeys("if-none-match", "if-modified-since");
  }

  @Test
  @DisplayName("a reader of the old list is not disturbed by a newer one, nor by the removal of the source")
  void lends() throws Exception {
    read(Freshness.FETCH);
    try (InputOpener reading = opener(Freshness.KEPT)) {
      RereadableInput old = prepare(reading);
      try (InputStream half = old.open()) {
        assertThat(half.readNBytes(10)).hasSize(10);
        answer = LocalServer.answer(200, NEW);
        assertThat(read(Freshness.FETCH)).isEqualTo(NEW);
        assertThat(new String(half.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(OLD.substring(10));
      }
      old.verifyUnchanged();
      assertThat(text(old)).isEqualTo(OLD);
      snapshots.keepOnly(List.of());
      assertThat(text(old)).isEqualTo(OLD);
    }
    assertThat(files("")).isEmpty();
    assertThat(snapshots.at(address)).isEmpty();
  }

  @Test
  @DisplayName(
      "a note that is damaged, gone, or about another state of the file costs only the question for newer ones")
  void outlivesItsNote() throws Exception {
    read(Freshness.FETCH);
    Path note = files(".note").getFirst();
    Path list = files(".list").getFirst();
    FileTime written = Files.getLastModifiedTime(list);
    String good = Files.readString(note);
    for (String bad : List.of("", "at=\\u12", "\u0000", good.replace("bytes=", "bytes=1"),
        good.replace("2026", "year"))) {
      Files.writeString(note, bad);
      assertThat(snapshots.at(address)).as(bad).contains(written.toInstant());
      assertThat(read(Freshness.KEPT)).isEqualTo(OLD);
    }
    Files.write(note, new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(read(Freshness.FETCH)).isEqualTo(OLD);
    assertThat(server.requests().getLast().headers()).doesNotContainKeys("if-none-match", "if-modified-since");
    assertThat(snapshots.at(address)).as("mended").contains(FIRST);
  }

  @Test
  @DisplayName("only the lists of sources that are still there are kept, and no half-written ones")
  void sweeps() throws Exception {
    read(Freshness.FETCH);
    Path stray = Files.writeString(folder.resolve("x.part"), "half");
    snapshots.keepOnly(List.of(address));
    assertThat(stray).doesNotExist();
    assertThat(read(Freshness.KEPT)).isEqualTo(OLD);
    snapshots.keepOnly(List.of(URI.create("http://elsewhere/")));
    assertThat(files("")).isEmpty();
    new Snapshots(parent.resolve("never made"), () -> now).keepOnly(List.of());
  }

  @Test
  @DisplayName("where no folder can be made, the failure says so and names it")
  void needsItsFolder() throws Exception {
    Files.writeString(folder, "a file");
    try (InputOpener opener = opener(Freshness.FETCH)) {
      PipelineException failure = catchThrowableOfType(PipelineException.class, () -> prepare(opener));
      assertThat(failure.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
      assertThat(failure.subject()).isEqualTo(folder.toString());
    }
  }
}
