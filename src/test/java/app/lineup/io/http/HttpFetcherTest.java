package app.lineup.io.http;

import static app.lineup.io.http.LocalServer.answer;
import static app.lineup.io.http.LocalServer.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpFetcherTest {

  private static final String LIST = "#EXTM3U\n#EXTINF:-1,One\nhttp://h/1\n";

  @TempDir
  private Path folder;

  @Test
  @DisplayName("200: the body is in the file, its validators and size are known, and the request says who asks")
  void fetches() throws Exception {
    try (var server = LocalServer.start(answer(200, LIST, "ETag: \"v1\"", "Last-Modified: yesterday"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      Fetched fetched = bench.fetch(server.uri("/list.m3u?a=b%20c"));

      assertThat(bench.text()).isEqualTo(LIST);
      assertThat(fetched.bytes()).isEqualTo(LIST.length());
      assertThat(fetched.etag()).contains("\"v1\"");
      assertThat(fetched.lastModified()).contains("yesterday");
      assertThat(bench.progress).last().isEqualTo((long) LIST.length());
      var request = server.requests().getFirst();
      assertThat(request.line()).isEqualTo("GET /list.m3u?a=b%20c HTTP/1.1");
      assertThat(request.headers())
          .containsEntry("user-agent", "Lineup/0.1")
          .doesNotContainKeys("upgrade", "authorization");
    }
  }

  @Test
  @DisplayName("the file is for its owner's eyes only")
  void isPrivate() throws Exception {
    try (var server = LocalServer.start(answer(200, LIST)); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.into))).isEqualTo("rw-------");
    }
  }

  @Test
  @DisplayName("what a file held before is gone")
  void overwrites() throws Exception {
    try (var server = LocalServer.start(answer(200, LIST)); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      Files.writeString(bench.into, "x".repeat(1000));
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo(LIST);
    }
  }

  @Test
  @DisplayName("a body larger than any buffer comes whole")
  void fetchesMuch() throws Exception {
    byte[] much = new byte[900_000];
    for (int i = 0; i < much.length; i++) {
      much[i] = (byte) (i * 31 + (i >> 8));
    }
    try (var server = LocalServer.start(answer(200, much)); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/"));
      assertThat(Files.readAllBytes(bench.into)).isEqualTo(much);
      assertThat(bench.progress).isSorted().hasSizeGreaterThan(5);
    }
  }

  @Test
  @DisplayName("M3U-5: Content-Encoding gzip is undone")
  void undoesContentEncoding() throws Exception {
    try (var server = LocalServer.start(answer(200, gzip(LIST.repeat(3000)), "Content-Encoding: gzip"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo(LIST.repeat(3000));
      assertThat(server.requests().getFirst().headers()).containsEntry("accept-encoding", "gzip");
    }
  }

  @Test
  @DisplayName("M3U-5: a list that is a .gz itself is left to the unpacker")
  void leavesPackedFiles() throws Exception {
    try (var server = LocalServer.start(answer(200, gzip(LIST), "Content-Type: application/gzip"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/list.m3u.gz"));
      assertThat(Files.readAllBytes(bench.into)).isEqualTo(gzip(LIST));
    }
  }

  @Test
  @DisplayName("a server that only says gzip is taken at its bytes")
  void toleratesAWrongContentEncoding() throws Exception {
    try (var server = LocalServer.start(answer(200, LIST, "Content-Encoding: gzip"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo(LIST);
    }
  }

  @Test
  @DisplayName("XTREAM-44: a packed body that ends early is a broken download")
  void noticesATruncatedGzip() throws Exception {
    byte[] whole = gzip(LIST.repeat(50));
    try (var server = LocalServer.start(
            answer(200, Arrays.copyOf(whole, whole.length - 9), "Content-Encoding: gzip"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).startsWith("the download broke off after");
    }
  }

  @Test
  @DisplayName("XTREAM-44: a connection that breaks behind the packed data is a broken download too")
  void noticesABreakBehindGzip() throws Exception {
    byte[] whole = gzip(LIST);
    try (var server = LocalServer.start((request, out) -> {
          out.write(head(200, "Content-Encoding: gzip", "Content-Length: " + (whole.length + 500)));
          out.write(whole);
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).startsWith("the download broke off after");
    }
  }

  @Test
  @DisplayName("XTREAM-44: a body shorter than its Content-Length is a broken download, and nothing of it stays")
  void noticesAShortBody() throws Exception {
    try (var server = LocalServer.start((request, out) -> {
          out.write(head(200, "Content-Length: 1000"));
          out.write(LIST.getBytes(StandardCharsets.US_ASCII));
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      PipelineException failure = bench.failure(server);
      assertThat(failure.what()).startsWith("the download broke off after " + LIST.length() + " bytes");
      assertThat(failure.kind()).isEqualTo(Kind.EXTERNAL);
    }
  }

  @Test
  @DisplayName("XTREAM-44: a chunked body without its last chunk is a broken download")
  void noticesAMissingChunk() throws Exception {
    try (var server = LocalServer.start((request, out) -> {
          out.write(head(200, "Transfer-Encoding: chunked"));
          out.write("5\r\n#EXTM\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).startsWith("the download broke off after 5 bytes");
    }
  }

  @Test
  @DisplayName("M3U-39: an empty answer is a failure, never an empty list")
  void refusesNothing() throws Exception {
    try (var server = LocalServer.start(answer(200, "")); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).isEqualTo("the server answered, but with nothing at all");
    }
  }

  @Test
  @DisplayName("an answer that says it is too large is refused before it comes; one that does not say, when it is")
  void boundsTheSize() throws Exception {
    byte[] much = new byte[(1 << 20) + 1];
    try (var honest = LocalServer.start((request, out) -> out.write(head(200, "Content-Length: 2000000")));
        var silent = LocalServer.start((request, out) -> {
          out.write(head(200));
          out.write(much);
        });
        var packed = LocalServer.start(answer(200, gzip("x".repeat((1 << 20) + 1)), "Content-Encoding: gzip"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      for (var server : new LocalServer[] {honest, silent, packed}) {
        assertThat(bench.failure(server).what()).isEqualTo("the download is larger than 1.0 MiB, the limit");
      }
    }
  }

  @Test
  @DisplayName("an interrupt ends a download at once, and the file is gone")
  void isCancelled() throws Exception {
    var half = new CountDownLatch(1);
    try (var server = LocalServer.start((request, out) -> {
          out.write(head(200, "Content-Length: 1000"));
          out.write(LIST.getBytes(StandardCharsets.US_ASCII));
          out.flush();
          half.await();
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> markCleared = threads.submit(() -> {
        Thread self = Thread.currentThread();
        threads.execute(() -> interruptOnceBegun(bench.into, self));
        assertThatThrownBy(() -> bench.fetch(server.uri("/"))).isInstanceOf(InterruptedException.class);
        return !self.isInterrupted();
      });
      assertThat(markCleared.get()).isTrue();
      assertThat(bench.into).doesNotExist();
      half.countDown();
    }
  }

  /// Wherever the fetch is by then, it must end: the server sends no more before it did.
  private static void interruptOnceBegun(Path into, Thread fetching) {
    while (Files.notExists(into)) {
      Thread.onSpinWait();
    }
    fetching.interrupt();
  }

  @Test
  @DisplayName("an interrupt ends the wait for an answer")
  void isCancelledBeforeTheAnswer() throws Exception {
    var asked = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    try (var server = LocalServer.start((request, out) -> {
          asked.countDown();
          release.await();
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Fetched> fetching = threads.submit(() -> bench.fetch(server.uri("/")));
      asked.await();
      threads.shutdownNow();
      assertThatThrownBy(fetching::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
      release.countDown();
    }
  }

  @Test
  @DisplayName("a file that cannot be made is this computer's fault")
  void saysWhatTheDiskSays() throws Exception {
    try (var server = LocalServer.start(answer(200, LIST));
        var bench = new FetchBench(folder.resolve("missing"), FetchBench.PATIENT)) {
      PipelineException failure = bench.failure(server);
      assertThat(failure.kind()).isEqualTo(Kind.RESOURCES);
      assertThat(failure.what()).startsWith("the download could not be stored");
    }
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
