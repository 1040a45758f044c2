package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunEvent;
import app.lineup.golden.TestRun;
import app.lineup.io.http.LocalServer;
import app.lineup.model.LogoPlan;
import app.lineup.problem.PipelineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs with logos, against a server that has some of them.
final class LogoRunsTest {

  @TempDir
  private Path folder;
  private final FakeGauge gauge = new FakeGauge();
  private final MemoryMonitor memory = new MemoryMonitor(gauge, 100_000_000, InstantSource.system());

  /// What the server says that the list comes from: it may name pictures there.
  private String served = "";

  private String answer(String path) {
    if (path.equals("/list.m3u")) {
      return "HTTP/1.1 200 OK\r\nContent-Length: " + served.length() + "\r\nConnection: close\r\n\r\n" + served;
    }
    String body = path.contains("good") ? "GIF89a\1\0\1\0" : "<html>no</html>";
    return "HTTP/1.1 " + (path.contains("gone") ? "404 Not Found" : "200 OK") + "\r\nContent-Length: " + body.length()
        + "\r\nConnection: close\r\n\r\n" + body;
  }

  @Test
  void thePlaylistIsTheSameHoweverLogosAreLookedFor() throws Exception {
    List<RunEvent> told = new ArrayList<>();
    try (LocalServer server = LocalServer.start((request, out) -> {
      if (request.path().contains("reset")) {
        return;
      }
      out.write(answer(request.path()).getBytes(StandardCharsets.ISO_8859_1));
    })) {
      var list = new StringBuilder("#EXTM3U\n");
      for (int i = 0; i < 40; i++) {
        String kind = List.of("good", "gone", "html", "reset").get(i % 4);
        list.append("#EXTINF:-1 tvg-logo=\"").append(server.uri("/" + kind + i % 8)).append("\" x=y,").append(i)
            .append("\nhttp://h/")
            .append(i).append('\n');
      }
      served = list.toString();
      byte[] without = new TestRun(folder).served(server.uri("/list.m3u")).run().bytes();
      var cache = folder.resolve("logos");
      for (LogoPlan plan : List.of(new LogoPlan.On(cache, 1_000_000, false), new LogoPlan.On(cache, 1_000_000, true),
          new LogoPlan.On(cache, 1_000_000, false))) {
        told.clear();
        assertThat(new TestRun(folder).served(server.uri("/list.m3u")).logos(plan).memory(memory).observer(told::add)
            .run().bytes()).isEqualTo(without);
      }
      assertThat(told).contains(new RunEvent.LogosFetched("logo_prefetch", 10, 0, 30, 0, Duration.ZERO));
      assertThat(memory.leases().holders()).isEmpty();
      // The HTTP client itself asks once more where a connection ends without a word.
      assertThat(server.requests()).extracting(LocalServer.Request::path)
          .filteredOn(path -> !path.contains("reset") && !path.contains("list"))
          .hasSize(6).doesNotHaveDuplicates();
    }
  }

  @Test
  void aListFromElsewhereMayNotAskThePrivateNetwork() throws Exception {
    List<RunEvent> told = new ArrayList<>();
    try (LocalServer server = LocalServer.start(
        (request, out) -> out.write(answer(request.path()).getBytes(StandardCharsets.ISO_8859_1)))) {
      new TestRun(folder).list(list(server, 5)).logos(new LogoPlan.On(folder.resolve("logos"), 1_000_000, true))
          .memory(memory).observer(told::add).run();
      assertThat(server.requests()).isEmpty();
    }
    assertThat(told).filteredOn(event -> event instanceof RunEvent.LogosFetched counted && counted.failed() == 5)
        .hasSize(1);
  }

  @Test
  void aFolderThatCannotBeUsedEndsTheRunBeforeAnythingIsWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("not-a-folder"), "x");
    var run = new TestRun(folder).list("#EXTM3U\n#EXTINF:-1,a\nhttp://h/a\n").logos(new LogoPlan.On(file, 1000, true));
    PipelineException failure = catchThrowableOfType(PipelineException.class, run::runOnly);
    assertThat(failure.what()).isEqualTo("logos cannot be kept there");
    assertThat(folder.resolve("out.m3u")).doesNotExist();
  }

  private static String list(LocalServer server, int channels) {
    var list = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < channels; i++) {
      list.append("#EXTINF:-1 tvg-logo=\"").append(server.uri("/good" + i)).append("\",").append(i)
          .append("\nhttp://h/").append(i)
          .append('\n');
    }
    return list.toString();
  }

  @Test
  void underCriticalPressureNoServerIsAskedAndItIsSaidWhy() throws Exception {
    List<RunEvent> told = new ArrayList<>();
    gauge.used(86_000_000);
    try (LocalServer server = LocalServer.start(
        (request, out) -> out.write(answer(request.path()).getBytes(StandardCharsets.ISO_8859_1)))) {
      served = list(server, 20);
      new TestRun(folder).served(server.uri("/list.m3u"))
          .logos(new LogoPlan.On(folder.resolve("logos"), 1_000_000, true)).memory(memory)
          .observer(told::add).run();
      assertThat(server.requests()).extracting(LocalServer.Request::path).containsOnly("/list.m3u");
    }
    assertThat(told).contains(new RunEvent.StrategyChosen("logo_prefetch", "cached_only",
        "logos that are in the cache, no server is asked; memory pressure is critical: 86 of 100 MB"));
    assertThat(told).contains(new RunEvent.LogosFetched("logo_prefetch", 0, 0, 0, 20, Duration.ZERO));
  }

  @Test
  void pressureThatRisesInMidRunEndsTheAsking() throws Exception {
    List<RunEvent> told = new ArrayList<>();
    try (LocalServer server = LocalServer.start((request, out) -> {
      if (!request.path().equals("/list.m3u")) {
        gauge.used(86_000_000);
      }
      out.write(answer(request.path()).getBytes(StandardCharsets.ISO_8859_1));
    })) {
      served = list(server, 6000);
      byte[] without = new TestRun(folder).served(server.uri("/list.m3u")).run().bytes();
      var run = new TestRun(folder).served(server.uri("/list.m3u"))
          .logos(new LogoPlan.On(folder.resolve("logos"), 100_000_000, true))
          .memory(memory)
          .observer(told::add).run();
      assertThat(run.bytes()).isEqualTo(without);
      assertThat(server.requests().size()).isBetween(1, 5999);
    }
    assertThat(told).contains(new RunEvent.StrategySwitched("logo_prefetch", "concurrent_prefetch", "cached_only",
        "memory pressure is critical: 86 of 100 MB"));
  }
}
