package app.lineup.io.http;

import app.lineup.model.Fetching;
import app.lineup.problem.PipelineException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// Fetches http and https addresses: a list into a file, something small into memory. Thread-safe; interrupting a
/// fetching thread cancels its download.
///
/// Every failure is a sentence for the person who added the address, and none shows a credential. The client and its
/// threads are made at the first fetch, so that a run over files alone does not pay for them.
public final class HttpFetcher implements AutoCloseable {

  private static final int NOT_MODIFIED = 304;
  private static final int PARTIAL = 206;

  private final FetchLimits limits;
  private final Network network;
  /// By whether any certificate is taken.
  private final Map<Boolean, HttpClient> clients = new HashMap<>();
  private boolean closed;

  /// @param limits which a download must keep
  public HttpFetcher(FetchLimits limits) {
    this(limits, new SystemNetwork());
  }

  HttpFetcher(FetchLimits limits, Network network) {
    this.limits = limits;
    this.network = network;
  }

  /// Downloads `uri` into the file `into`, which is made for the owner's eyes only, or emptied where it exists. After a
  /// failure the file is gone.
  ///
  /// @param how        besides the address
  /// @param bytesSoFar is told how many bytes were written, now and then
  /// @throws PipelineException    if the server, the network or the disk does not give the whole document
  /// @throws InterruptedException if the thread was interrupted
  public Fetched fetch(URI uri, Fetching how, Path into, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    return fetchNewer(uri, how, Validators.NONE, into, bytesSoFar).orElseThrow();
  }

  /// Downloads `uri` as [#fetch] does, unless the server says that it is still the document of `known` (`HTTP-60`):
  /// then nothing comes, and `into` is not touched.
  public Optional<Fetched> fetchNewer(URI uri, Fetching how, Validators known, Path into, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    var failures = new Failures(uri, limits);
    var fetch = new Fetch(uri, how, exchange(how, limits, failures), failures);
    var retries = new Retries();
    while (true) {
      Optional<Duration> pause;
      try (Answer answer = fetch.answer(limits.maxRedirects(), known, _ -> true)) {
        if (answer.status() == PARTIAL) {
          throw failures.partial();
        }
        if (answer.isGood()) {
          return Optional.of(new Download(answer, limits, failures).store(into, bytesSoFar));
        }
        if (answer.status() == NOT_MODIFIED && known.isKnown()) {
          return Optional.empty();
        }
        pause = retries.pauseAfter(answer, network.now());
        if (pause.isEmpty()) {
          throw Refusals.of(uri, how, answer, network.now());
        }
      }
      network.pause(pause.get());
    }
  }

  /// Asks for something small, such as a picture, into memory. What is one of many is not worth a second try.
  ///
  /// @param known what is not to be sent again, where the server still has it so
  /// @throws PipelineException    if no answer came, or not to its end
  /// @throws InterruptedException if the thread was interrupted
  public Reply ask(URI uri, Validators known) throws PipelineException, InterruptedException {
    return ask(uri, known, _ -> true);
  }

  /// The same, where not every server may be asked.
  ///
  /// @param mayAsk says so of the address, and of each that it redirects to
  /// @throws PipelineException also if one of them may not be asked
  public Reply ask(URI uri, Validators known, Predicate<URI> mayAsk) throws PipelineException, InterruptedException {
    var failures = new Failures(uri, limits);
    var fetch = new Fetch(uri, Fetching.PLAIN, exchange(Fetching.PLAIN, limits, failures), failures);
    try (Answer answer = fetch.answer(limits.maxRedirects(), known, mayAsk)) {
      if (answer.status() == NOT_MODIFIED && known.isKnown()) {
        return new Reply.Unchanged();
      }
      var download = new Download(answer, limits, failures);
      return answer.isGood() && answer.status() != PARTIAL ? download.whole() : download.refused();
    }
  }

  private Exchange exchange(Fetching how, FetchLimits limits, Failures failures) {
    boolean any = how.anyCertificate();
    var old = new OldConnection.Settings(network.threads(),
        any ? Optional.of(AnyCertificate.context()) : Optional.empty());
    return new Exchange(() -> client(any), old, limits, failures);
  }

  private synchronized HttpClient client(boolean anyCertificate) {
    if (closed) {
      throw new IllegalStateException("fetching after close");
    }
    return clients.computeIfAbsent(anyCertificate, any -> network.newClient(limits, any));
  }

  /// Ends the client's threads and what they still fetch. May be called twice.
  @Override
  public synchronized void close() {
    closed = true;
    clients.values().forEach(HttpClient::shutdownNow);
    clients.clear();
  }
}
