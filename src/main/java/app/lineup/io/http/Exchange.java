package app.lineup.io.http;

import app.lineup.problem.PipelineException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Sends the requests of one fetch and waits for the heads of their answers. Not thread-safe; used by one thread.
///
/// Apart from [HttpFetcher], because loading it loads the HTTP client, for which a run over files shall not wait.
final class Exchange {

  private final Supplier<HttpClient> client;
  private final OldConnection.Settings old;
  private final FetchLimits limits;
  private final Failures failures;
  private final Deadline deadline;

  /// The time for the whole fetch runs from here on.
  ///
  /// @param client made when it is first needed
  /// @param old    for hosts that the client refuses
  Exchange(Supplier<HttpClient> client, OldConnection.Settings old, FetchLimits limits, Failures failures) {
    this.client = client;
    this.old = old;
    this.limits = limits;
    this.failures = failures;
    this.deadline = Deadline.in(limits.total());
  }

  Answer send(Ask ask) throws PipelineException, InterruptedException {
    var body = new BodyStream(limits, deadline);
    var answered = new CompletableFuture<Answer>();
    // The client knows no host with an underscore (`M3U-79`).
    Runnable cancel = ask.uri().getHost() == null
        ? OldConnection.begin(ask, old, limits, body, answered) : begin(ask, body, answered);
    boolean came = false;
    try {
      Answer answer = await(ask.uri(), answered);
      came = true;
      return answer;
    } finally {
      if (!came) {
        cancel.run();
        body.close();
      }
    }
  }

  private Runnable begin(Ask ask, BodyStream body, CompletableFuture<Answer> answered) throws PipelineException {
    CompletableFuture<?> whole = client.get().sendAsync(request(ask), head -> {
      answered.complete(new Answer(head.statusCode(), head.headers(), body));
      return body;
    });
    CompletableFuture<?> failed = whole.exceptionally(why -> {
      body.onError(why);
      answered.completeExceptionally(why);
      return null;
    });
    return () -> {
      whole.cancel(true);
      failed.cancel(true);
    };
  }

  /// HTTP/1.1 in the clear, where the upgrade to HTTP/2 fails for too many servers; HTTP/2 over TLS.
  private HttpRequest request(Ask ask) throws PipelineException {
    try {
      boolean secure = Authority.scheme(ask.uri()).equals("https");
      var request = HttpRequest.newBuilder(ask.uri())
          .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
      ask.headers().forEach(request::header);
      return request.build();
    } catch (IllegalArgumentException e) {
      throw failures.notAsked(e);
    }
  }

  private Answer await(URI uri, CompletableFuture<Answer> answered) throws PipelineException, InterruptedException {
    long limitNanos = deadline.atMost(limits.firstByte()).toNanos();
    try {
      return answered.get(limitNanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failures.noAnswer(deadline.isPast() ? limits.total() : limits.firstByte());
    } catch (ExecutionException e) {
      throw failures.noConnection(uri, e.getCause() == null ? e : e.getCause());
    }
  }
}
