package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.golden.TestRun;
import app.lineup.model.Target;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the target, through the whole pipeline: the new playlist, or what was there before.
final class TargetTest {

  private static final String LIST = "#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n#EXTINF:-1,B\nhttp://h/b\n";

  @TempDir
  private Path folder;

  @AfterEach
  void nothingHalfWritten() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".part")))
          .isEmpty();
    }
  }

  @Test
  @DisplayName("a new file, and an old one that is longer, shorter or empty")
  void replaces() throws Exception {
    assertThat(run().run().text()).isEqualTo(LIST);
    for (String old : List.of("", "x", LIST + LIST)) {
      Path out = Files.writeString(folder.resolve("out.m3u"), old);
      RunResult result = run().runOnly();
      assertThat(out).hasContent(LIST);
      assertThat(result.file().bytes()).isEqualTo(LIST.length());
      assertThat(result.file().entries()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("the list itself can be the target")
  void ontoItself() throws Exception {
    Path file = Files.writeString(folder.resolve("list.m3u"), LIST);
    new TestRun(folder).file(file).to(file).keep().exclude("channel_name equals \"A\"").run();
    assertThat(file).hasContent("#EXTM3U\n#EXTINF:-1 tvg-chno=\"1\",B\nhttp://h/b\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("a link stays a link, and what it points to is replaced")
  void throughLink() throws Exception {
    Path real = Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("playlist.m3u"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.m3u"), real);
    run().to(link).run();
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(real).hasContent(LIST);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("a link to a file that is not there yet makes that file; one into nowhere or in a circle is refused")
  void throughDanglingLink() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("playlist.m3u");
    Path link = Files.createSymbolicLink(folder.resolve("link.m3u"), Path.of("real", "second.m3u"));
    Files.createSymbolicLink(folder.resolve("real/second.m3u"), Path.of("../real/playlist.m3u"));
    run().to(link).run();
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(real).hasContent(LIST);
    Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere.m3u"), folder.resolve("no/out.m3u"));
    assertThat(failure(nowhere).what()).isEqualTo("there is no folder " + folder.resolve("no"));
    Path circle = Files.createSymbolicLink(folder.resolve("circle.m3u"), Path.of("circle.m3u"));
    assertThat(failure(circle).what()).isEqualTo("this link leads in a circle");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("permissions of the old file are kept")
  void permissions() throws Exception {
    Path out = Files.writeString(folder.resolve("out.m3u"), "old");
    for (String permissions : List.of("rw-r-----", "rw-rw-rw-", "rw-------")) {
      Files.setPosixFilePermissions(out, PosixFilePermissions.fromString(permissions));
      run().run();
      assertThat(out).hasContent(LIST);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out))).isEqualTo(permissions);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("a first playlist with logins is for its owner only, wherever they are in it; another one is for all")
  void firstPermissions() throws Exception {
    Path out = folder.resolve("out.m3u");
    Path usual = Files.createFile(folder.resolve("usual"));
    String many = "#EXTM3U\n" + "#EXTINF:-1,A\nhttp://h.example/a.ts\n".repeat(50_000);
    new TestRun(folder).list(many).run();
    assertThat(Files.getPosixFilePermissions(out)).isEqualTo(Files.getPosixFilePermissions(usual));
    Files.delete(out);
    new TestRun(folder).list(many + "#EXTINF:-1,B\nhttp://h.example/live/bob/s3cret/1.ts\n".repeat(2_000)
        + many.substring(8)).run();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out))).isEqualTo("rw-------");
  }

  @Test
  @DisplayName("what a killed process left beside the target is swept, what a living one writes is not")
  void sweeps() throws Exception {
    Path left = half(".lineup-" + HexFormat.of().toHexDigits("out.m3u".hashCode()) + "-1.part");
    // As older versions named them, whose processes hold no lock.
    Path old = half(".out.m3u.4711-1.part");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    List<Path> kept = List.of(
        half(".lineup-" + HexFormat.of().toHexDigits("other.m3u".hashCode()) + "-1.part"),
        half(".out.m3u.part"), half(".out.m3u.4711-9f.part"));
    run().run();
    assertThat(left).doesNotExist();
    assertThat(old).doesNotExist();
    for (Path file : kept) {
      assertThat(file).exists();
      Files.delete(file);
    }
  }

  private Path half(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "half");
  }

  @Test
  @DisplayName("M3U-39: everything filtered away is refused, and the old playlist stays")
  void nothingLeft() throws Exception {
    Path out = Files.writeString(folder.resolve("out.m3u"), "the last good one");
    List<TestRun> runs = List.of(
        run().include("channel_name equals \"C\""), run().rule("REMOVE"), run().exclude("tvg_id is_empty"));
    for (TestRun run : runs) {
      PipelineException refusal = catchThrowableOfType(PipelineException.class, run::run);
      assertThat(refusal.what()).startsWith("no channel is left to write");
      assertThat(out).hasContent("the last good one");
    }
  }

  @Test
  @DisplayName("a folder and a missing folder are told apart")
  void refusals() throws Exception {
    assertThat(failure(folder).what()).isEqualTo("it is a folder");
    assertThat(failure(folder.resolve("no/out.m3u")).what()).isEqualTo("there is no folder " + folder.resolve("no"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("a full device: the run fails and says so")
  void fullDevice() throws Exception {
    PipelineException failure = failure(Path.of("/dev/full"));
    assertThat(failure.what()).isEqualTo("the disk is full; what it got so far is not a whole playlist");
    assertThat(failure.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
  }

  private PipelineException failure(Path target) throws IOException {
    var run = run().to(target);
    return catchThrowableOfType(PipelineException.class, run::run);
  }

  @Test
  @DisplayName("a stream gets the playlist, is flushed and not closed; one that breaks fails the run")
  void streams() throws Exception {
    var stream = new Watched();
    RunResult result = run().to(new Target.OfStream(stream, "standard output")).runOnly();
    assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo(LIST);
    assertThat(stream.flushed).isTrue();
    assertThat(stream.closed).isFalse();
    assertThat(result.file().target()).isEqualTo("standard output");
    assertThat(result.file().entries()).isEqualTo(2);
    var broken = run().to(new Target.OfStream(new BrokenPipe(), "standard output"));
    PipelineException failure = catchThrowableOfType(PipelineException.class, broken::runOnly);
    assertThat(failure.what()).isEqualTo("it cannot be written: Broken pipe");
    assertThat(failure.advice()).isEqualTo("The program that was reading it went away.");
  }

  private TestRun run() throws IOException {
    return new TestRun(folder).list(LIST);
  }

  /// Knows what was done to it last.
  private static final class Watched extends ByteArrayOutputStream {

    private boolean flushed;
    private boolean closed;

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      super.write(bytes, from, length);
      flushed = false;
    }

    @Override
    public void flush() {
      flushed = true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /// A stream whose reader has gone.
  private static final class BrokenPipe extends OutputStream {

    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
