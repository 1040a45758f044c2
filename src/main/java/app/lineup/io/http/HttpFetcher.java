package app.lineup.io.http;

import app.lineup.problem.PipelineException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Fetches http and https addresses: a list into a file, something small into memory. Thread-safe; interrupting a
/// fetching thread cancels its download.
///
/// Every failure is a sentence for the person who added the address, and none shows a credential. The client and its
/// threads are made at the first fetch, so that a run over files alone does not pay for them.
public final class HttpFetcher implements AutoCloseable {

  private static final int NOT_MODIFIED = 304;

  private final FetchLimits limits;
  private final Network network;
  private @Nullable HttpClient client;
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
  /// @param bytesSoFar is told how many bytes were written, now and then
  /// @throws PipelineException    if the server, the network or the disk does not give the whole document
  /// @throws InterruptedException if the thread was interrupted
  public Fetched fetch(URI uri, Path into, LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    return fetchNewer(uri, Validators.NONE, into, bytesSoFar).orElseThrow();
  }

  /// Downloads `uri` as [#fetch] does, unless the server says that it is still the document of `known` (`HTTP-60`):
  /// then nothing comes, and `into` is not touched.
  public Optional<Fetched> fetchNewer(URI uri, Validators known, Path into, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    var failures = new Failures(uri, limits);
    var exchange = new Exchange(client(), limits, failures);
    var retries = new Retries();
    while (true) {
      Optional<Duration> pause;
      try (Answer answer = follow(uri, known, exchange, failures, _ -> true)) {
        if (answer.status() / 100 == 2) {
          return Optional.of(new Download(answer, limits, failures).store(into, bytesSoFar));
        }
        if (answer.status() == NOT_MODIFIED && known.isKnown()) {
          return Optional.empty();
        }
        pause = retries.pauseAfter(answer, network.now());
        if (pause.isEmpty()) {
          throw Refusals.of(failures.subject(), answer, network.now());
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
    try (Answer answer = follow(uri, known, new Exchange(client(), limits, failures), failures, mayAsk)) {
      if (answer.status() == NOT_MODIFIED && known.isKnown()) {
        return new Reply.Unchanged();
      }
      var download = new Download(answer, limits, failures);
      return answer.status() / 100 == 2 ? download.whole() : download.refused();
    }
  }

  /// The first answer that is not a redirect.
  private Answer follow(URI start, Validators known, Exchange exchange, Failures failures, Predicate<URI> mayAsk)
      throws PipelineException, InterruptedException {
    var redirects = new Redirects(start, limits.maxRedirects(), failures);
    URI at = start;
    while (true) {
      if (!mayAsk.test(at)) {
        throw new PipelineException(PipelineException.Kind.EXTERNAL, failures.subject(),
            "it leads into a private network", "Only a list from there may name pictures there.");
      }
      Answer answer = exchange.send(at, redirects.sendsLogin(at), known);
      if (!Redirects.isRedirect(answer.status())) {
        return answer;
      }
      try (answer) {
        at = redirects.next(at, answer.status(), answer.headers().firstValue("Location"));
      }
    }
  }

  private synchronized HttpClient client() {
    if (closed) {
      throw new IllegalStateException("fetching after close");
    }
    HttpClient known = client;
    if (known == null) {
      known = network.newClient(limits);
      client = known;
    }
    return known;
  }

  /// Ends the client's threads and what they still fetch. May be called twice.
  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }
}
