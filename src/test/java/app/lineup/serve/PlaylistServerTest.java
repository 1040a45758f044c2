package app.lineup.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each request is answered with.
final class PlaylistServerTest {

  private static final byte[] LIST =
      "#EXTM3U\n#EXTINF:-1,Één\nhttp://host/user/password/1\n".repeat(500).getBytes(StandardCharsets.UTF_8);
  private static final String DATE = "Fri, 06 Mar 2026 08:49:37 GMT";

  @TempDir
  private Path folder;
  private Served served;

  @BeforeEach
  void start() throws PipelineException, IOException {
    served = new Served(folder);
    served.publish(LIST);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void whoWantsAnotherVersionIsToldSo() throws Exception {
    served.publish("#EXTM3U\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> now = served.get();
    String tag = now.headers().firstValue("ETag").orElseThrow();
    String modified = now.headers().firstValue("Last-Modified").orElseThrow();
    assertThat(served.get("If-Match", tag).statusCode()).isEqualTo(200);
    assertThat(served.get("If-Match", "*").statusCode()).isEqualTo(200);
    assertThat(served.get("If-Match", "\"other\", " + tag).statusCode()).isEqualTo(200);
    assertThat(served.get("If-Match", "\"other\"").statusCode()).isEqualTo(412);
    assertThat(served.get("If-Match", "W/" + tag).statusCode()).isEqualTo(412);
    assertThat(served.get("If-Match", "\"other\"", "Range", "bytes=0-1").statusCode()).isEqualTo(412);
    assertThat(served.get("If-Unmodified-Since", modified).statusCode()).isEqualTo(200);
    String before = "Sun, 06 Nov 1994 08:49:37 GMT";
    assertThat(served.get("If-Unmodified-Since", before).statusCode()).isEqualTo(412);
    assertThat(served.get("If-Unmodified-Since", "yesterday").statusCode()).isEqualTo(200);
    assertThat(served.get("If-Match", tag, "If-Unmodified-Since", before).statusCode()).isEqualTo(200);
    assertThat(served.get("If-Match", tag, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void givesThePlaylist() throws IOException, InterruptedException {
    HttpResponse<byte[]> response = served.get();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(LIST);
    assertThat(header(response, "Content-Type")).isEqualTo("audio/x-mpegurl; charset=utf-8");
    assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(LIST.length));
    assertThat(header(response, "ETag")).matches("\"[0-9a-f]{32}\"");
    assertThat(header(response, "Last-Modified")).isEqualTo(DATE);
    assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(response, "Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void answersHeadWithTheSameHeadersAndNoBody() throws IOException, InterruptedException {
    for (String encoding : new String[] {"identity", "gzip"}) {
      HttpResponse<byte[]> get = served.get("Accept-Encoding", encoding);
      HttpResponse<byte[]> head = served.send("HEAD", served.address(), "Accept-Encoding", encoding);
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().map()).containsKey("etag").isEqualTo(get.headers().map());
    }
  }

  @Test
  void packsForWhoUnderstandsIt() throws IOException, InterruptedException {
    HttpResponse<byte[]> packed = served.get("Accept-Encoding", "deflate, gzip;q=0.8");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(packed, "Content-Length")).isEqualTo(Integer.toString(packed.body().length));
    assertThat(packed.body().length).isLessThan(LIST.length / 4);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes()).isEqualTo(LIST);
    assertThat(header(packed, "ETag")).matches("\"[0-9a-f]{32}-gzip\"").isNotEqualTo(header(served.get(), "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void sendsNothingAgainThatTheClientHas(String encoding) throws IOException, InterruptedException {
    String tag = header(served.get("Accept-Encoding", encoding), "ETag");
    for (String held : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
      HttpResponse<byte[]> again = served.get("Accept-Encoding", encoding, "If-None-Match", held);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
      assertThat(header(again, "Vary")).isEqualTo("Accept-Encoding");
    }
    // The tag decides where there is one, whatever the date says.
    assertThat(served.get("If-None-Match", "\"x\"", "If-Modified-Since", DATE).statusCode()).isEqualTo(200);
  }

  @Test
  void comparesDates() throws IOException, InterruptedException {
    assertThat(served.get("If-Modified-Since", DATE).statusCode()).isEqualTo(304);
    assertThat(served.get("If-Modified-Since", "Fri, 06 Mar 2026 08:49:38 GMT").statusCode()).isEqualTo(304);
    assertThat(served.get("If-Modified-Since", "Fri, 06 Mar 2026 08:49:36 GMT").statusCode()).isEqualTo(200);
    assertThat(served.get("If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
  }

  @Test
  void trustsNoDateWithinTheSecondOfWriting() throws IOException, InterruptedException {
    served.publish(LIST, Served.NOW.plusMillis(900));
    assertThat(header(served.get(), "Last-Modified")).isEmpty();
    assertThat(served.get("If-Modified-Since", "Sun, 08 Mar 2026 10:00:00 GMT").statusCode()).isEqualTo(200);
  }

  @Test
  void tagsTellContents() throws IOException, InterruptedException {
    String tag = header(served.get(), "ETag");
    byte[] other = LIST.clone();
    other[20]++;
    served.publish(other);
    HttpResponse<byte[]> changed = served.get("If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo(other);
    assertThat(header(changed, "ETag")).isNotEqualTo(tag);
    served.publish(LIST, Served.WRITTEN.plusSeconds(3600));
    assertThat(served.get("If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-9, 0, 10", "bytes=100-, 100, -1", "bytes=-7, -7, -1", "bytes=5-99999999999999999999, 5, -1"})
  void givesAPart(String range, int from, int to) throws IOException, InterruptedException {
    HttpResponse<byte[]> part = served.get("Range", range, "Accept-Encoding", "gzip");
    int first = from < 0 ? LIST.length + from : from;
    int end = to < 0 ? LIST.length : to;
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(LIST, first, end));
    assertThat(header(part, "Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + LIST.length);
    assertThat(header(part, "Content-Encoding")).isEmpty();
    assertThat(header(part, "ETag")).isEqualTo(header(served.get(), "ETag"));
  }

  @Test
  void refusesAPartBehindTheEnd() throws IOException, InterruptedException {
    for (String range : new String[] {"bytes=" + LIST.length + "-", "bytes=-0"}) {
      HttpResponse<byte[]> response = served.get("Range", range);
      assertThat(response.statusCode()).isEqualTo(416);
      assertThat(header(response, "Content-Range")).isEqualTo("bytes */" + LIST.length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "bytes=9-2", "lines=1-2", "bytes=-", "bytes=a-b"})
  void givesAllWhereNoSinglePartIsMeant(String range) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = served.get("Range", range);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(LIST);
  }

  @Test
  void cutsNoPartFromAnotherVersion() throws IOException, InterruptedException {
    String tag = header(served.get(), "ETag");
    assertThat(served.get("Range", "bytes=0-9", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(served.get("Range", "bytes=0-9", "If-Range", DATE).statusCode()).isEqualTo(206);
    assertThat(served.get("Range", "bytes=0-9", "If-Range", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(served.get("Range", "bytes=0-9", "If-Range", "W/" + tag).statusCode()).isEqualTo(200);
  }

  @Test
  void answersEveryWrongPathAlike() throws IOException, InterruptedException {
    HttpResponse<byte[]> unknown = served.send("GET", served.address().resolve("/"));
    for (String path : new String[] {
        "/another-token-00/playlist.m3u", "/playlist.m3u", "/" + Served.TOKEN.text(),
        "/" + Served.TOKEN.text() + "/other.m3u", "/" + Served.TOKEN.text() + "/playlist.m3u/", "/tv.m3u"}) {
      for (String method : new String[] {"GET", "POST"}) {
        HttpResponse<byte[]> response = served.send(method, served.address().resolve(path));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(unknown.body());
        assertThat(response.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
      }
    }
    assertThat(served.send("GET", URI.create(served.address() + "?from=player")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void canOnlyBeRead(String method) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = served.send(method, served.address());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
    assertThat(served.get().body()).isEqualTo(LIST);
  }

  @Test
  void saysThatTheFileIsMissing() throws IOException, InterruptedException {
    Files.delete(served.file);
    HttpResponse<byte[]> missing = served.get();
    assertThat(missing.statusCode()).isEqualTo(503);
    assertThat(header(missing, "Retry-After")).isEqualTo("10");
    assertThat(new String(missing.body(), StandardCharsets.UTF_8)).contains("cannot be read").doesNotContain("tv.m3u");
    Files.createDirectory(served.file);
    assertThat(served.get().statusCode()).isEqualTo(503);
    Files.delete(served.file);
    served.publish(LIST);
    assertThat(served.get().statusCode()).isEqualTo(200);
  }

  @Test
  void servesAnEmptyFile() throws IOException, InterruptedException {
    served.publish(new byte[0]);
    assertThat(header(served.get(), "Content-Length")).isEqualTo("0");
    assertThat(served.get("Range", "bytes=0-").statusCode()).isEqualTo(416);
    byte[] packed = served.get("Accept-Encoding", "gzip").body();
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes()).isEmpty();
  }

  @Test
  void notesWhoFetched() throws IOException, InterruptedException {
    served.get("User-Agent", "VLC/3\t" + "x".repeat(300));
    Fetch fetch = served.nextFetch();
    assertThat(fetch.at()).isEqualTo(Served.NOW);
    assertThat(fetch.client()).isEqualTo("127.0.0.1");
    assertThat(fetch.userAgent()).startsWith("VLC/3 xxx").hasSize(120);
    assertThat(fetch.status()).isEqualTo(200);
    assertThat(fetch.bytes()).isEqualTo(LIST.length);
    assertThat(fetch.complete()).isTrue();
    served.get("Range", "bytes=0-9");
    assertThat(served.nextFetch().bytes()).isEqualTo(10);
    served.send("HEAD", served.address());
    assertThat(served.nextFetch().bytes()).isZero();
    served.send("GET", served.address().resolve("/secret-path"));
    assertThat(served.nextFetch()).satisfies(wrong -> {
      assertThat(wrong.status()).isEqualTo(404);
      assertThat(wrong.toString()).doesNotContain("secret-path");
    });
    assertThat(served.server.fetches()).hasSize(4);
  }

  @Test
  void remembersTheLastFetchesOnly() {
    var log = new FetchLog(FetchObserver.none());
    for (int i = 0; i < FetchLog.MOST + 5; i++) {
      log.add(new Fetch(Served.NOW, "", "", i, 0, Duration.ZERO, true));
    }
    assertThat(log.all()).hasSize(FetchLog.MOST);
    assertThat(log.all().getFirst().status()).isEqualTo(5);
  }

  @Test
  void saysWhatToDoAboutAPortInUse() {
    var plan = new ServePlan(served.file, InetAddress.getLoopbackAddress(), served.address().getPort(), Token.random());
    assertThatThrownBy(() -> PlaylistServer.start(
        plan, Executors.newVirtualThreadPerTaskExecutor(), InstantSource.system(), FetchObserver.none()))
        .isInstanceOfSatisfying(PipelineException.class, failure -> {
          assertThat(failure.kind()).isEqualTo(PipelineException.Kind.USER);
          assertThat(failure.subject()).isEqualTo("port " + served.address().getPort());
          assertThat(failure.what()).isEqualTo("another program uses it");
          assertThat(failure.advice()).contains("--port");
        });
  }
}
