package app.lineup.io.http;

import static app.lineup.io.http.LocalServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fetch that asks the server whether the document changed (`HTTP-60`).
final class ConditionalFetchTest {

  private static final Validators KNOWN = new Validators(Optional.of("\"v1\""), Optional.of("yesterday"));

  @TempDir
  private Path folder;

  @Test
  @DisplayName("the server is told what is known, behind a redirect too; after its 304 nothing is written")
  void asksForNewerOnes() throws Exception {
    try (var server = LocalServer.start((request, out) -> {
          if (request.path().equals("/")) {
            answer(302, "", "Location: /there").write(request, out);
          } else {
            out.write(LocalServer.head(304));
          }
        });
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      Files.writeString(bench.into, "untouched");
      assertThat(bench.fetchNewer(server.uri("/"), KNOWN)).isEmpty();
      assertThat(bench.text()).isEqualTo("untouched");
      assertThat(bench.progress).isEmpty();
      assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(request.headers())
          .containsEntry("if-none-match", "\"v1\"").containsEntry("if-modified-since", "yesterday"));
    }
  }

  @Test
  @DisplayName("a newer document comes with its own validators")
  void takesNewerOnes() throws Exception {
    try (var server = LocalServer.start(answer(200, "new", "ETag: \"v2\""));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      Optional<Fetched> fetched = bench.fetchNewer(server.uri("/"), KNOWN);
      assertThat(bench.text()).isEqualTo("new");
      assertThat(fetched.map(Fetched::validators)).contains(new Validators(Optional.of("\"v2\""), Optional.empty()));
    }
  }

  @Test
  @DisplayName("a 304 that nobody asked for brings no list")
  void refusesAnUnaskedAnswer() throws Exception {
    try (var server = LocalServer.start(answer(304, "")); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server.uri("/")).what()).contains("status 304");
      assertThat(server.requests().getFirst().headers()).doesNotContainKeys("if-none-match", "if-modified-since");
    }
  }

  @Test
  @DisplayName("what cannot be sent back is not remembered")
  void forgetsOddValidators() {
    for (String odd : new String[] {"", " ", "a\r\nX: y", "tag\u00E9", "x".repeat(2000)}) {
      assertThat(new Validators(Optional.of(odd), Optional.of(odd)).isKnown()).as(odd).isFalse();
    }
    assertThat(KNOWN.isKnown()).isTrue();
  }
}
