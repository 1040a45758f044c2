package app.lineup.io.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.http.LocalServer;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class InputOpenerTest {

  private static final String LIST = "#EXTM3U\n#EXTINF:-1,One\nhttp://h/1\n";

  @TempDir
  private Path folder;
  @TempDir
  private Path spoolParent;
  private final List<Long> progress = new ArrayList<>();
  private InputOpener opener;

  @BeforeEach
  void open() {
    opener = reading(new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)), InputLimits.DEFAULT);
  }

  private InputOpener reading(InputStream standardInput, InputLimits limits) {
    return new InputOpener(new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(spoolParent), standardInput, limits,
        Optional.empty());
  }

  @AfterEach
  void nothingIsLeft() {
    opener.close();
    assertThat(spoolParent).isEmptyDirectory();
  }

  @Test
  @DisplayName("a file is read where it lies, by path and by file: address")
  void readsFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("a list.m3u"), LIST);
    for (var location : new Location[] {new Location.OfFile(file), new Location.OfUrl(file.toUri())}) {
      RereadableInput input = prepare(location);
      assertThat(text(input)).isEqualTo(LIST);
      assertThat(input.label()).isEqualTo(file.toString());
    }
    assertThat(progress).isEmpty();
    assertThat(spoolParent).as("nothing is copied").isEmptyDirectory();
  }

  @Test
  @DisplayName("a missing file is answered with the name most like it")
  void suggestsAName() throws Exception {
    Files.writeString(folder.resolve("Sports.m3u"), "");
    Files.writeString(folder.resolve("sport-archive.m3u8"), "");
    PipelineException failure = failure(new Location.OfFile(folder.resolve("sprots.m3u")));
    assertThat(failure.what()).isEqualTo("there is no such file");
    assertThat(failure.advice()).isEqualTo("Did you mean “Sports.m3u”?");
    assertThat(failure.kind()).isEqualTo(Kind.USER);
    assertThat(failure.subject()).isEqualTo(folder.resolve("sprots.m3u").toString());
  }

  @Test
  @DisplayName("a missing file unlike any other gets no wild guess")
  void guessesNothing() throws Exception {
    Files.writeString(folder.resolve("holiday.jpg"), "");
    assertThat(failure(new Location.OfFile(folder.resolve("sports.m3u"))).advice())
        .isEqualTo("Check the name for typing errors.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("a link into nowhere or in a circle is not answered with its own name")
  void saysThatALinkLeadsNowhere() throws Exception {
    for (String end : List.of("circle.m3u", "gone.m3u")) {
      Path link = folder.resolve("circle.m3u");
      Files.deleteIfExists(link);
      PipelineException failure = failure(new Location.OfFile(Files.createSymbolicLink(link, Path.of(end))));
      assertThat(failure.what()).isEqualTo("this link leads to no file");
      assertThat(failure.advice()).doesNotContain("Did you mean");
    }
  }

  @Test
  @DisplayName("a missing folder is said to be missing")
  void saysThatTheFolderIsMissing() {
    assertThat(failure(new Location.OfFile(folder.resolve("no/list.m3u"))).what())
        .isEqualTo("there is no such file, nor the folder " + folder.resolve("no"));
  }

  @Test
  @DisplayName("a folder is not a list")
  void refusesFolders() {
    assertThat(failure(new Location.OfFile(folder)).what()).isEqualTo("this is a folder, not a file");
  }

  @Test
  @DisplayName("a file that may not be read says so; root may read everything")
  void refusesSecretFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("list.m3u"), LIST);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) {
      assertThat(text(prepare(new Location.OfFile(file)))).isEqualTo(LIST);
    } else {
      assertThat(failure(new Location.OfFile(file)).what()).isEqualTo("this file may not be read");
    }
  }

  @Test
  @DisplayName("a file: address that is no path")
  void refusesStrangeFileAddresses() {
    assertThat(failure(new Location.OfUrl(URI.create("file://elsewhere/list.m3u?x"))).what())
        .startsWith("this file: address is no path");
  }

  @Test
  @DisplayName("an address is fetched once and read as often as wanted; its label shows no login")
  void fetches() throws Exception {
    byte[] packed = Packed.XZ.pack(LIST);
    try (var server = LocalServer.start(LocalServer.answer(200, packed))) {
      RereadableInput input = prepare(new Location.OfUrl(server.uri("/get.php?username=u5er&password=s3cret")));
      assertThat(text(input)).isEqualTo(LIST);
      assertThat(text(input)).isEqualTo(LIST);
      assertThat(server.requests()).hasSize(1);
      assertThat(input.label()).isEqualTo(server.uri("/get.php?username=***&password=***").toString());
      assertThat(input.sizeBytes()).isEqualTo(packed.length);
      assertThat(progress).last().isEqualTo((long) packed.length);
    }
  }

  @Test
  @DisplayName("M3U-5: a damaged download points to the provider, a damaged file to the user")
  void blames() throws Exception {
    byte[] half = Arrays.copyOf(Packed.GZIP.pack(LIST), 40);
    Path file = Files.write(folder.resolve("list.gz"), half);
    try (var server = LocalServer.start(LocalServer.answer(200, half))) {
      assertThat(unreadable(prepare(new Location.OfUrl(server.uri("/")))).kind()).isEqualTo(Kind.EXTERNAL);
      assertThat(unreadable(prepare(new Location.OfFile(file))).kind()).isEqualTo(Kind.USER);
    }
  }

  @Test
  @DisplayName("standard input is copied once and read as often as wanted")
  void copiesStandardInput() throws Exception {
    RereadableInput input = prepare(new Location.StandardInput());
    assertThat(text(input)).isEqualTo(LIST);
    assertThat(text(input)).isEqualTo(LIST);
    assertThat(input.label()).isEqualTo("standard input");
    assertThat(progress).containsExactly((long) LIST.length());
  }

  @Test
  @DisplayName("standard input cannot be two sources")
  void refusesStandardInputTwice() throws Exception {
    prepare(new Location.StandardInput());
    PipelineException failure = failure(new Location.StandardInput());
    assertThat(failure.what()).isEqualTo("it was given as a source twice, but can be read only once");
    assertThat(failure.kind()).isEqualTo(Kind.USER);
  }

  @Test
  @DisplayName("standard input without end is given up")
  void boundsStandardInput() {
    opener.close();
    opener = reading(new ByteArrayInputStream(new byte[2000]), new InputLimits(1024, 0, 1, 1));
    assertThat(failure(new Location.StandardInput()).what()).isEqualTo("more than 1 KiB came, the limit");
  }

  @Test
  @DisplayName("standard input that breaks is said to be unreadable, and an interrupt ends the copying")
  void endsCopying() throws Exception {
    opener.close();
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    opener = reading(broken, InputLimits.DEFAULT);
    assertThat(failure(new Location.StandardInput()).what()).isEqualTo("the file could not be read (Stream closed)");
    opener.close();
    open();
    Thread.currentThread().interrupt();
    assertThat(catchThrowableOfType(InterruptedException.class, () -> prepare(new Location.StandardInput())))
        .isNotNull();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  @DisplayName("a pipe with a name is copied like standard input")
  @DisabledOnOs(OS.WINDOWS)
  void copiesPipes() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var written = writers.submit(() -> Files.writeString(pipe, LIST));
      RereadableInput input = prepare(new Location.OfFile(pipe));
      written.get();
      assertThat(text(input)).isEqualTo(LIST);
      assertThat(text(input)).isEqualTo(LIST);
      assertThat(input.label()).isEqualTo(pipe.toString());
    }
  }

  private RereadableInput prepare(Location location) throws PipelineException, InterruptedException {
    return opener.prepare(new Source("source", location), progress::add);
  }

  private PipelineException failure(Location location) {
    PipelineException failure = catchThrowableOfType(PipelineException.class, () -> prepare(location));
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.advice()).isNotBlank();
    return failure;
  }

  private static PipelineException unreadable(RereadableInput input) throws PipelineException {
    try (InputStream in = input.open()) {
      throw new AssertionError("it was read as " + in.readAllBytes().length + " bytes");
    } catch (IOException e) {
      return input.explain(e);
    }
  }

  private static String text(RereadableInput input) throws PipelineException, IOException {
    try (InputStream in = input.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
