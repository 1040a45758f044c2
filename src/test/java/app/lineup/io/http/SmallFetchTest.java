package app.lineup.io.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.problem.PipelineException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class SmallFetchTest {

  private static final FetchLimits LIMITS = new FetchLimits(
      Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60), 100, 3);

  private static Reply ask(LocalServer server, String path) throws Exception {
    return ask(server.uri(path), Validators.NONE);
  }

  private static Reply ask(URI uri, Validators known) throws Exception {
    try (var fetcher = new HttpFetcher(LIMITS)) {
      return fetcher.ask(uri, known);
    }
  }

  private static LocalServer raw(String answer) throws IOException {
    return LocalServer.start((request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String text(Reply reply) {
    return reply instanceof Reply.Whole(byte[] bytes, Validators _)
        ? new String(bytes, StandardCharsets.ISO_8859_1) : reply.toString();
  }

  @Test
  void everyWayToSayWhereABodyEnds() throws Exception {
    for (String answer : List.of(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\n\r\nhello",
        "HTTP/1.1 200\ncontent-length:5\n\nhello",
        "HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nCONTENT-LENGTH: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nTrailer: x\r\n\r\n")) {
      try (LocalServer server = raw(answer)) {
        assertThat(text(ask(server, "/"))).as(answer).isEqualTo("hello");
      }
    }
  }

  @Test
  void whatIsNoWholeAnswerIsAFailure() throws Exception {
    for (String answer : List.of(
        "", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b!",
        "HTTP/1.1 200 OK\r\nx: " + "y".repeat(1_000_000) + "\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n".repeat(50))) {
      try (LocalServer server = raw(answer)) {
        assertThat(catchThrowableOfType(PipelineException.class, () -> ask(server, "/?password=hunter2")))
            .as(answer).isNotNull().satisfies(failure -> assertThat(failure.subject()).doesNotContain("hunter2"));
      }
    }
  }

  @Test
  void whatIsTooLargeIsNotRead() throws Exception {
    for (String answer : List.of(
        "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 999999999999999\r\n\r\n",
        "HTTP/1.0 200 OK\r\n\r\n" + "x".repeat(101),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" + "x".repeat(101) + "\r\n0\r\n\r\n")) {
      try (LocalServer server = raw(answer)) {
        assertThat(ask(server, "/")).as(answer).isEqualTo(new Reply.TooLarge());
      }
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[100_000]);
    }
    try (LocalServer server = LocalServer.start(
        LocalServer.answer(200, packed.toByteArray(), "Content-Encoding: gzip"))) {
      try (var fetcher = new HttpFetcher(new FetchLimits(
          LIMITS.connect(), LIMITS.firstByte(), LIMITS.stall(), LIMITS.total(), 99_999, 3))) {
        assertThat(fetcher.ask(server.uri("/"), Validators.NONE)).isEqualTo(new Reply.TooLarge());
      }
    }
  }

  @Test
  void packedAnswersAreUnpacked() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("hello".getBytes(StandardCharsets.US_ASCII));
    }
    try (LocalServer server = LocalServer.start(
        LocalServer.answer(200, packed.toByteArray(), "Content-Encoding: gzip"))) {
      assertThat(text(ask(server, "/"))).isEqualTo("hello");
    }
    try (LocalServer server = LocalServer.start(LocalServer.answer(200, "not packed", "Content-Encoding: gzip"))) {
      assertThat(text(ask(server, "/"))).isEqualTo("not packed");
    }
  }

  @Test
  void theRequestSaysWhatItHasToSay() throws Exception {
    try (LocalServer server = LocalServer.start(LocalServer.answer(304, ""))) {
      var known = new Validators(Optional.of("\"1\""), Optional.of("Sun, 01 Mar 2026 12:00:00 GMT"));
      URI uri = URI.create(server.uri("/é/a?b=c d".replace(" ", "%20")).toString().replace("//", "//me:secret@"));
      assertThat(ask(uri, known)).isEqualTo(new Reply.Unchanged());
      var request = server.requests().getFirst();
      assertThat(request.line()).isEqualTo("GET /%C3%A9/a?b=c%20d HTTP/1.1");
      assertThat(request.headers()).containsEntry("host", "127.0.0.1:" + uri.getPort())
          .containsEntry("if-none-match", "\"1\"").containsEntry("if-modified-since", "Sun, 01 Mar 2026 12:00:00 GMT")
          .containsEntry("user-agent", Ask.USER_AGENT).containsEntry("accept-encoding", "gzip")
          .containsEntry("authorization", "Basic bWU6c2VjcmV0");
    }
  }

  @Test
  void redirectsAreFollowedAndStatusesToldApart() throws Exception {
    try (LocalServer server = LocalServer.start((request, out) -> {
      switch (request.path()) {
        case "/a" -> LocalServer.answer(302, "", "Location: /b").write(request, out);
        case "/b" -> LocalServer.answer(200, "there", "ETag: \"2\"").write(request, out);
        case "/circle" -> LocalServer.answer(302, "", "Location: /circle").write(request, out);
        default -> LocalServer.answer(404, "no").write(request, out);
      }
    })) {
      assertThat(ask(server, "/a")).isInstanceOfSatisfying(Reply.Whole.class, whole ->
          assertThat(whole.validators().etag()).hasValue("\"2\""));
      assertThat(ask(server, "/c")).isEqualTo(new Reply.Refused(404));
      assertThat(catchThrowableOfType(PipelineException.class, () -> ask(server, "/circle")).what()).contains("circle");
    }
    try (LocalServer server = LocalServer.start(LocalServer.answer(304, ""))) {
      assertThat(ask(server, "/unasked")).isEqualTo(new Reply.Refused(304));
    }
  }

  @Test
  void nobodyThereIsAFailureThatSaysSo() throws Exception {
    URI gone;
    try (LocalServer server = raw("")) {
      gone = server.uri("/");
    }
    assertThat(catchThrowableOfType(PipelineException.class, () -> ask(gone, Validators.NONE)).what())
        .contains("refused the connection");
    assertThat(catchThrowableOfType(PipelineException.class,
        () -> ask(URI.create("http://nobody.invalid/"), Validators.NONE)).what())
        .contains("no server nobody.invalid is known");
  }

  @Test
  void aSilentServerIsNotWaitedForLongerThanItsLimit() throws Exception {
    var soon = new FetchLimits(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(9),
        100, 3);
    try (LocalServer server = LocalServer.start((request, out) -> {
      out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      new CountDownLatch(1).await();
    }); var fetcher = new HttpFetcher(soon)) {
      assertThat(catchThrowableOfType(PipelineException.class, () -> fetcher.ask(server.uri("/"), Validators.NONE))
          .what())
          .contains("did not answer within");
    }
  }

  @Test
  void interruptingEndsTheWaiting() throws Exception {
    var asked = new CountDownLatch(1);
    for (ExecutorService threads : List.of(Executors.newSingleThreadExecutor(),
        Executors.newVirtualThreadPerTaskExecutor())) {
      try (LocalServer server = LocalServer.start((request, out) -> {
        asked.countDown();
        new CountDownLatch(1).await();
      }); threads; var fetcher = new HttpFetcher(LIMITS)) {
        Future<Boolean> ended = threads.submit(() -> {
          try {
            fetcher.ask(server.uri("/"), Validators.NONE);
            return false;
          } catch (InterruptedException e) {
            return !Thread.currentThread().isInterrupted();
          }
        });
        asked.await();
        threads.shutdownNow();
        assertThat(ended.get()).isTrue();
      }
    }
  }

  /// A server that answers `most` requests on each connection and then hangs up without a word.
  private static final class Keeping implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger connections = new AtomicInteger();

    Keeping(int most, String answer) throws IOException {
      threads.execute(() -> {
        try {
          while (true) {
            Socket socket = listening.accept();
            connections.incrementAndGet();
            threads.execute(() -> serve(socket, most, answer));
          }
        } catch (IOException e) {
          assert listening.isClosed() : e;
        }
      });
    }

    private static void serve(Socket socket, int most, String answer) {
      try (socket) {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        for (int i = 0; i < most; i++) {
          for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            // Nothing in it is asked for.
          }
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
      } catch (IOException _) {
        // The client hung up.
      }
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
      listening.close();
      threads.shutdownNow();
    }
  }

  private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  @Test
  void connectionsAreKeptAndMadeAnewWhereTheServerHungUp() throws Exception {
    try (var server = new Keeping(10, HELLO); var fetcher = new HttpFetcher(LIMITS)) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 35; i++) {
        all.add(text(fetcher.ask(server.uri(), Validators.NONE)));
      }
      assertThat(all).containsOnly("hello");
      assertThat(server.connections.get()).isEqualTo(4);
    }
  }

  @Test
  void whatCameBeyondAnAnswerIsNotTakenForTheNext() throws Exception {
    try (var server = new Keeping(10, HELLO + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
        var fetcher = new HttpFetcher(LIMITS)) {
      for (int i = 0; i < 3; i++) {
        assertThat(text(fetcher.ask(server.uri(), Validators.NONE))).isEqualTo("hello");
      }
    }
  }

  @Test
  void aConnectionIsNotKeptWhereTheServerSaysThatItEnds() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello";
    try (var server = new Keeping(10, answer); var fetcher = new HttpFetcher(LIMITS)) {
      for (int i = 0; i < 3; i++) {
        assertThat(text(fetcher.ask(server.uri(), Validators.NONE))).isEqualTo("hello");
      }
      assertThat(server.connections.get()).isEqualTo(3);
    }
  }
}
