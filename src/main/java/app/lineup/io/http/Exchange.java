package app.lineup.io.http;

import app.lineup.problem.PipelineException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends the requests of one fetch and waits for the heads of their answers. Not thread-safe; used by one thread.
///
/// Apart from [HttpFetcher], because loading it loads the HTTP client, for which a run over files shall not wait.
final class Exchange {

  private final HttpClient client;
  private final FetchLimits limits;
  private final Failures failures;
  private final Deadline deadline;

  /// The time for the whole fetch runs from here on.
  Exchange(HttpClient client, FetchLimits limits, Failures failures) {
    this.client = client;
    this.limits = limits;
    this.failures = failures;
    this.deadline = Deadline.in(limits.total());
  }

  /// @param withLogin whether the `user:password@` of the address is sent
  /// @param known     what is not to be sent again
  Answer send(URI uri, boolean withLogin, Validators known) throws PipelineException, InterruptedException {
    HttpRequest request = Requests.get(uri, withLogin, known, failures.subject());
    var body = new BodyStream(limits, deadline);
    var answered = new CompletableFuture<Answer>();
    CompletableFuture<?> whole = client.sendAsync(request, head -> {
      answered.complete(new Answer(head.statusCode(), head.headers(), body));
      return body;
    });
    CompletableFuture<?> failed = whole.exceptionally(why -> {
      body.onError(why);
      answered.completeExceptionally(why);
      return null;
    });
    boolean came = false;
    try {
      Answer answer = await(uri, answered);
      came = true;
      return answer;
    } finally {
      if (!came) {
        whole.cancel(true);
        failed.cancel(true);
        body.close();
      }
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
