package app.lineup.app.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.http.LocalServer;
import app.lineup.io.input.Freshness;
import app.lineup.io.input.InputLimits;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.Snapshots;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceRefreshTest {

  private static final Instant FIRST = Instant.parse("2026-05-01T10:00:00Z");
  private static final String OLD = "#EXTM3U\n#EXTINF:-1 group-title=\"A\",Old\nhttp://h/1\n";
  private static final String NEW = OLD + "#EXTINF:-1 group-title=\"B\",New\nhttp://h/2\n";

  @TempDir
  private Path folder;

  private volatile Instant now = FIRST;
  private volatile LocalServer.Answer answer = LocalServer.answer(200, OLD, "ETag: \"v1\"");
  private LocalServer server;
  private Source source;
  private SourceRefresh refresh;

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start((request, out) -> answer.write(request, out));
    source = new Source("x", new Location.OfUrl(server.uri("/list")));
    refresh = refresh();
  }

  private SourceRefresh refresh() {
    var snapshots = new Snapshots(folder.resolve("snapshots"), () -> now);
    return new SourceRefresh(
        freshness -> new InputOpener(new HttpFetcher(FetchLimits.DEFAULT), snapshots, freshness, InputLimits.DEFAULT,
            Optional.empty()),
        snapshots, () -> now);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static RunTelemetry telemetry() {
    return new RunTelemetry(StageType.ids());
  }

  private SourceInspection fetch(Optional<SourceInspection> before) throws PipelineException, InterruptedException {
    return refresh.fetch(source, before, telemetry());
  }

  private Optional<SourceInspection> kept() throws PipelineException, InterruptedException {
    return refresh.kept(source, Optional.empty(), telemetry());
  }

  private static Set<String> groups(SourceInspection look) {
    return look.summary().groups().keySet();
  }

  @Test
  @DisplayName(
      "after a restart the list that was fetched last is counted without the server; before there is one, nothing is")
  void looksAtWhatIsKept() throws Exception {
    assertThat(kept()).isEmpty();
    SourceInspection fetched = fetch(Optional.empty());
    assertThat(fetched.at()).isEqualTo(FIRST);
    now = FIRST.plus(Duration.ofDays(2));
    refresh = refresh();
    SourceInspection again = kept().orElseThrow();
    assertThat(again.summary()).isEqualTo(fetched.summary());
    assertThat(again.at()).isEqualTo(FIRST);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("HTTP-60: after a 304 nothing is read again, but the list is as fresh as the answer")
  void readsNothingAgain() throws Exception {
    SourceInspection first = fetch(Optional.empty());
    answer = LocalServer.answer(304, "");
    now = FIRST.plus(Duration.ofHours(1));
    SourceInspection second = fetch(Optional.of(first));
    assertThat(second.summary()).isSameAs(first.summary());
    assertThat(second.at()).isEqualTo(now);
    answer = LocalServer.answer(200, NEW);
    assertThat(groups(fetch(Optional.of(second)))).containsExactly("A", "B");
    assertThat(groups(kept().orElseThrow())).containsExactly("A", "B");
  }

  @Test
  @DisplayName(
      "M3U-6, M3U-39, XTREAM-44, XTREAM-47: a page, a list without channels, a damaged one: refused, and the last "
          + "good one stays")
  void refusesABadDay() throws Exception {
    fetch(Optional.empty());
    byte[] damaged = {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (LocalServer.Answer bad : new LocalServer.Answer[] {
        LocalServer.answer(200, "<html><body>Your account has expired</body></html>"),
        LocalServer.answer(200, "{\"user_info\":{\"auth\":0}}"),
        LocalServer.answer(200, "#EXTM3U\n"),
        LocalServer.answer(200, " \n"),
        LocalServer.answer(200, damaged),
        LocalServer.answer(404, "")}) {
      answer = bad;
      PipelineException failure = catchThrowableOfType(PipelineException.class, () -> fetch(Optional.empty()));
      assertThat(failure).isNotNull();
      assertThat(failure.advice()).isNotBlank();
      assertThat(failure.subject()).isEqualTo(source.location().toString());
      assertThat(groups(kept().orElseThrow())).containsExactly("A");
    }
  }

  @Test
  @DisplayName("a list without channels is no failure where nothing better is kept, but it is not kept either")
  void aFirstListMayBeEmpty() throws Exception {
    answer = LocalServer.answer(200, "#EXTM3U\n");
    assertThat(fetch(Optional.empty()).summary().report().entries()).isZero();
    assertThat(kept()).isEmpty();
  }

  @Test
  @DisplayName("a file is read as it is now, and not again while it stays the same")
  void readsFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("list.m3u"), OLD);
    source = new Source("x", new Location.OfFile(file));
    SourceInspection first = kept().orElseThrow();
    assertThat(first.at()).isEqualTo(FIRST);
    assertThat(fetch(Optional.of(first)).summary()).isSameAs(first.summary());
    Files.writeString(file, NEW);
    assertThat(groups(fetch(Optional.of(first)))).containsExactly("A", "B");
  }

  @Test
  @DisplayName("what is fetched is counted in bytes before its channels are")
  void countsBytes() throws Exception {
    var telemetry = telemetry();
    refresh.fetch(source, Optional.empty(), telemetry);
    var figures = telemetry.snapshot().stages().getFirst();
    assertThat(figures.items()).isEqualTo(1);
    assertThat(figures.bytes()).isEqualTo(2L * OLD.length());
  }

  @Test
  @DisplayName("a run waits for a source that is being refreshed, or goes on with its last list where there is one")
  void underWay() throws Exception {
    var asked = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    LocalServer.Answer last = answer;
    fetch(Optional.empty());
    answer = (request, out) -> {
      asked.countDown();
      try {
        answered.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      LocalServer.answer(200, NEW, "ETag: \"v2\"").write(request, out);
    };
    URI address = server.uri("/list");
    URI other = server.uri("/other");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var refreshing = threads.submit(() -> fetch(Optional.empty()));
      asked.await();
      List<RunEvent> told = new CopyOnWriteArrayList<>();
      var goesOn = refresh.forRun(List.of(source), WhileRefreshed.LAST_LIST, told::add);
      assertThat(goesOn.apply(address)).isEqualTo(Freshness.KEPT);
      assertThat(goesOn.apply(other)).isEqualTo(Freshness.FETCH);
      assertThat(told).isEmpty();
      var waits = threads.submit(() -> {
        var how = refresh.forRun(List.of(source), WhileRefreshed.WAIT, told::add);
        assertThat(how.apply(address)).as("as the refresh left it").isEqualTo(Freshness.KEPT);
        return groups(kept().orElseThrow());
      });
      assertThat(waits.isDone()).isFalse();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> refresh.forRun(List.of(source), WhileRefreshed.WAIT, told::add))
          .isInstanceOf(InterruptedException.class);
      assertThat(told).contains(new RunEvent.SourceAwaited(source.name()));
      answered.countDown();
      refreshing.get();
      assertThat(waits.get()).as("what the refresh brought").containsExactly("A", "B");
    }
    assertThat(refresh.forRun(List.of(source), WhileRefreshed.LAST_LIST, RunObserver.none()).apply(address))
        .isEqualTo(Freshness.FETCH);
    answer = last;
  }
}
