package app.lineup.io.http;

import static app.lineup.io.http.LocalServer.answer;
import static app.lineup.io.http.LocalServer.head;
import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FetchRefusalTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "HTTP-61: {0} is said as «{2}»")
  @CsvSource(delimiter = '|', textBlock = """
      401 | USER     | the server refused the login (status 401)
      403 | USER     | the server refused the login, or blocks this connection (status 403)
      404 | USER     | the server has nothing at this address (status 404)
      410 | USER     | the server has nothing at this address (status 410)
      429 | EXTERNAL | the server was asked too often (status 429)
      501 | EXTERNAL | the server has a fault of its own (status 501)
      302 | EXTERNAL | the server redirects, but does not say where to (status 302)
      458 | EXTERNAL | the server answered with status 458, which brings no list
      """)
  void saysTheStatus(int status, Kind kind, String what) throws Exception {
    try (var server = LocalServer.start(answer(status, "no s3cret"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      PipelineException failure = bench.failure(server);
      assertThat(failure.what()).isEqualTo(what);
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.advice()).isNotBlank();
      assertThat(server.requests()).as("no retry where none helps").hasSize(1);
      assertThat(bench.network.pauses).isEmpty();
    }
  }

  @Test
  @DisplayName("HTTP-61: 500, then 200: tried again after half a second")
  void triesAgain() throws Exception {
    var asked = new AtomicInteger();
    try (var server = LocalServer.start((request, out) ->
            answer(asked.incrementAndGet() == 1 ? 500 : 200, "list").write(request, out));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo("list");
      assertThat(bench.network.pauses).containsExactly(Duration.ofMillis(500));
    }
  }

  @Test
  @DisplayName("HTTP-61: a server that goes on failing is asked three times")
  void givesUp() throws Exception {
    try (var server = LocalServer.start(answer(503, "")); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).isEqualTo("the server has a fault of its own (status 503)");
      assertThat(server.requests()).hasSize(3);
      assertThat(bench.network.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(2));
    }
  }

  @Test
  @DisplayName("HTTP-61: 429 with a short Retry-After is waited for")
  void waits() throws Exception {
    var asked = new AtomicInteger();
    try (var server = LocalServer.start((request, out) -> {
          boolean first = asked.incrementAndGet() == 1;
          answer(first ? 429 : 200, "list", "Retry-After: 7").write(request, out);
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/"));
      assertThat(bench.network.pauses).containsExactly(Duration.ofSeconds(7));
    }
  }

  @ParameterizedTest(name = "HTTP-61: 429 with Retry-After {0} is not waited for, but said")
  @CsvSource(delimiter = '|', textBlock = """
      11                            | and asks to wait 11 seconds
      600                           | and asks to wait 10 minutes
      Thu, 01 Jan 2026 12:01:30 GMT | and asks to wait 90 seconds
      """)
  void saysHowLong(String retryAfter, String said) throws Exception {
    try (var server = LocalServer.start(answer(429, "", "Retry-After: " + retryAfter));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).endsWith(said);
      assertThat(bench.network.pauses).isEmpty();
    }
  }

  @Test
  @DisplayName("HTTP-61: a Retry-After that nobody understands counts as none")
  void toleratesNonsense() throws Exception {
    try (var server = LocalServer.start(answer(429, "", "Retry-After: soon"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).isEqualTo("the server was asked too often (status 429)");
    }
  }

  @Test
  @DisplayName("HTTP-62: a server that accepts and never answers")
  void boundsTheAnswer() throws Exception {
    var holder = new LocalServer[1];
    try (var server = LocalServer.start((request, out) -> holder[0].hold());
        var bench = new FetchBench(folder, with(FetchBench.SHORT, LONG, LONG))) {
      holder[0] = server;
      assertThat(bench.failure(server).what()).isEqualTo("the server did not answer within 200 ms");
    }
  }

  @Test
  @DisplayName("HTTP-62: a server that sends its head and then nothing")
  void boundsTheFirstByte() throws Exception {
    var holder = new LocalServer[1];
    try (var server = LocalServer.start((request, out) -> {
          out.write(head(200, "Content-Length: 10"));
          out.flush();
          holder[0].hold();
        });
        var bench = new FetchBench(folder, with(Duration.ofMillis(900), LONG, LONG))) {
      holder[0] = server;
      assertThat(bench.failure(server).what())
          .isEqualTo("the server sent nothing for 900 ms after it had accepted the request; 0 bytes had come");
    }
  }

  @Test
  @DisplayName("HTTP-62: a server that stops in the middle")
  void boundsAStall() throws Exception {
    var holder = new LocalServer[1];
    try (var server = LocalServer.start((request, out) -> {
          out.write(head(200, "Content-Length: 100"));
          out.write("#EXTM3U\n".getBytes(StandardCharsets.US_ASCII));
          out.flush();
          holder[0].hold();
        });
        var bench = new FetchBench(folder, with(LONG, FetchBench.SHORT, LONG))) {
      holder[0] = server;
      assertThat(bench.failure(server).what())
          .isEqualTo("the server stopped sending: nothing came for 200 ms; 8 bytes had come");
    }
  }

  @Test
  @DisplayName("HTTP-62: a server that sends for ever")
  void boundsTheWhole() throws Exception {
    try (var server = LocalServer.start((request, out) -> {
          out.write(head(200));
          while (true) {
            out.write('#');
            out.flush();
          }
        });
        var bench = new FetchBench(folder, with(LONG, LONG, Duration.ofMillis(700)))) {
      assertThat(bench.failure(server).what()).startsWith("the download took longer than 700 ms; ");
    }
  }

  private static FetchLimits with(Duration firstByte, Duration stall, Duration total) {
    return new FetchLimits(Duration.ofSeconds(20), firstByte, stall, total, 1 << 30, 4);
  }

  @Test
  @DisplayName("a port where nobody listens")
  void saysThatNobodyListens() throws Exception {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(URI.create("http://127.0.0.1:" + port + FetchBench.PATH)).what())
          .isEqualTo("the server 127.0.0.1 refused the connection");
    }
  }

  @Test
  @DisplayName("a name that nobody knows")
  void saysThatTheNameIsUnknown() {
    try (var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(URI.create("http://u5er:s3cret@lineup.invalid" + FetchBench.PATH)).what())
          .isEqualTo("no server lineup.invalid is known");
    }
  }

  @Test
  @DisplayName("a server that hangs up, and one that does not speak HTTP")
  void saysThatTheConnectionBroke() throws Exception {
    try (var silent = LocalServer.start((request, out) -> {});
        var rude = LocalServer.start((request, out) ->
            out.write("220 ftp\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      for (var server : new LocalServer[] {silent, rude}) {
        assertThat(bench.failure(server).what())
            .startsWith("the connection to the server 127.0.0.1 broke before it answered");
      }
    }
  }

  @Test
  @DisplayName("an encoding that was not asked for")
  void refusesOtherEncodings() throws Exception {
    try (var server = LocalServer.start(answer(200, "???", "Content-Encoding: br"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).isEqualTo("the server sent it packed as “br”, which was not asked for");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "rtmp://u5er:s3cret@host/live, this is not an http or https address",
    "http://my%20server/list.m3u?password=s3cret, 'the address names no server, or one that no server may be called'",
  })
  void refusesOtherAddresses(URI uri, String what) {
    try (var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      PipelineException failure = bench.failure(uri);
      assertThat(failure.what()).isEqualTo(what);
      assertThat(failure.kind()).isEqualTo(Kind.USER);
    }
  }
}
