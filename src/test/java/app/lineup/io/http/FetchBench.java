package app.lineup.io.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.model.Fetching;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A fetcher, the file it fetches into, and the law that every failure keeps: no credential shown, no file left.
final class FetchBench implements AutoCloseable {

  static final FetchLimits PATIENT = new FetchLimits(
      Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60), 1 << 20, 4);
  static final Duration SHORT = Duration.ofMillis(200);

  /// A login in each of the places where one can stand.
  static final String PATH = "/live/u5er/s3cret/get.php?username=u5er&password=s3cret&type=m3u_plus";

  final FakeNetwork network;
  final Path into;
  final List<Long> progress = new ArrayList<>();
  Fetching how = Fetching.PLAIN;
  private final HttpFetcher fetcher;

  FetchBench(Path folder, FetchLimits limits) {
    this(folder, limits, new FakeNetwork(null));
  }

  FetchBench(Path folder, FetchLimits limits, FakeNetwork network) {
    this.network = network;
    this.into = folder.resolve("fetched");
    this.fetcher = new HttpFetcher(limits, network);
  }

  Fetched fetch(URI uri) throws PipelineException, InterruptedException {
    LongConsumer told = progress::add;
    return fetcher.fetch(uri, how, into, told);
  }

  Optional<Fetched> fetchNewer(URI uri, Validators known) throws PipelineException, InterruptedException {
    LongConsumer told = progress::add;
    return fetcher.fetchNewer(uri, how, known, into, told);
  }

  String text() throws IOException {
    return Files.readString(into);
  }

  PipelineException failure(LocalServer server) {
    return failure(URI.create(server.uri(PATH).toString().replace("://", "://u5er:s3cret@")));
  }

  PipelineException failure(URI uri) {
    PipelineException failure = catchThrowableOfType(PipelineException.class, () -> fetch(uri));
    assertThat(failure).as("a failure").isNotNull();
    assertThat(shown(failure)).doesNotContain("s3cret").doesNotContain("u5er");
    assertThat(into).doesNotExist();
    return failure;
  }

  private static String shown(PipelineException failure) {
    var shown = new StringBuilder(failure.subject() + failure.what() + failure.advice());
    for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
      shown.append(at);
    }
    return shown.toString();
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
