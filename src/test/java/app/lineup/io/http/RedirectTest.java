package app.lineup.io.http;

import static app.lineup.io.http.LocalServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedirectTest {

  @TempDir
  private Path folder;

  @Test
  @DisplayName("a redirect is followed, relative and with characters that no address may have")
  void follows() throws Exception {
    try (var server = LocalServer.start((request, out) -> {
          if (request.path().equals("/old/list")) {
            answer(302, "", "Location: ../new list|x.m3u").write(request, out);
          } else {
            answer(200, request.path()).write(request, out);
          }
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/old/list"));
      assertThat(bench.text()).isEqualTo("/new%20list%7Cx.m3u");
    }
  }

  @Test
  @DisplayName("the login of an address goes to its own server, there after a redirect too, and to no other")
  void keepsTheLogin() throws Exception {
    try (var other = LocalServer.start(answer(200, "list"));
        var server = LocalServer.start((request, out) -> {
          String next = request.path().equals("/a") ? "/b" : other.uri("/c").toString();
          answer(307, "", "Location: " + next).write(request, out);
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(URI.create(server.uri("/a").toString().replace("://", "://Aladdin:open%20sesame@")));

      assertThat(server.requests()).hasSize(2).allSatisfy(request ->
          assertThat(request.headers()).containsEntry("authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
      assertThat(other.requests()).hasSize(1).allSatisfy(request ->
          assertThat(request.headers()).doesNotContainKey("authorization"));
    }
  }

  @Test
  @DisplayName("HTTP-61: a circle of redirects")
  void refusesACircle() throws Exception {
    try (var server = LocalServer.start((request, out) -> {
          String next = request.path().startsWith("/a") ? "/b?password=s3cret" : "/a?password=s3cret";
          answer(301, "", "Location: " + next).write(request, out);
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server.uri("/a?password=s3cret")).what())
          .isEqualTo("the server redirects in a circle, back to " + server.uri("/a?password=***"));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  @DisplayName("HTTP-61: redirects without end")
  void refusesTooMany() throws Exception {
    var count = new AtomicInteger();
    try (var server = LocalServer.start((request, out) ->
            answer(302, "", "Location: /step" + count.incrementAndGet()).write(request, out));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).isEqualTo("the server redirects more than 4 times");
      assertThat(server.requests()).hasSize(5);
    }
  }

  @Test
  @DisplayName("HTTP-61: a redirect out of the web is refused")
  void refusesOtherSchemes() throws Exception {
    try (var server = LocalServer.start(answer(302, "", "Location: file:///etc/passwd"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).isEqualTo("this is not an http or https address");
    }
  }

  @Test
  @DisplayName("HTTP-61: a redirect to nonsense is refused without quoting it")
  void refusesNonsense() throws Exception {
    try (var server = LocalServer.start(answer(302, "", "Location: http://u5er:s3cret@[::bad/"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).isEqualTo("the server redirects to something that is no address");
    }
  }
}
