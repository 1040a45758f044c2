package app.lineup.provider.http;

import app.lineup.problem.PipelineException;
import java.net.URI;
import java.util.Optional;

/// Asks for many small things, each once and into memory: what is one of many is not worth a second try. Over http in the
/// clear on connections that are kept, over TLS and through proxies with the JDK's client, which speaks HTTP/2 there.
/// Thread-safe; interrupting a thread cancels what it asks for.
public final class SmallFetcher implements AutoCloseable {

  private static final int NOT_MODIFIED = 304;

  private final FetchLimits limits;
  private final PlainConnections connections;
  private final HttpFetcher client;

  /// @param limits which each answer must keep
  public SmallFetcher(FetchLimits limits) {
    this.limits = limits;
    this.connections = new PlainConnections(limits);
    this.client = new HttpFetcher(limits);
  }

  /// Asks for the document at `uri`, unless the server still has it as `known`.
  ///
  /// @throws PipelineException    if no answer came, or not to its end
  /// @throws InterruptedException if the thread was interrupted
  public Reply ask(URI uri, Validators known) throws PipelineException, InterruptedException {
    var failures = new Failures(uri, limits);
    var redirects = new Redirects(uri, limits.maxRedirects(), failures);
    Deadline deadline = Deadline.in(limits.total());
    URI at = uri;
    while (true) {
      SmallAnswer answer = once(at, redirects.sendsLogin(at), known, failures, deadline);
      if (!Redirects.isRedirect(answer.status())) {
        return reply(answer, known);
      }
      at = redirects.next(at, answer.status(), answer.location());
    }
  }

  private SmallAnswer once(URI at, boolean withLogin, Validators known, Failures failures, Deadline deadline)
      throws PipelineException, InterruptedException {
    if ("http".equalsIgnoreCase(at.getScheme()) && at.getHost() != null) {
      Optional<SmallAnswer> answer =
          new PlainExchange(connections, limits, failures, deadline).ask(at, PlainRequest.get(at, withLogin, known));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return client.askOnce(at, withLogin, known, failures, deadline);
  }

  private static Reply reply(SmallAnswer answer, Validators known) {
    if (answer.status() == NOT_MODIFIED && known.isKnown()) {
      return new Reply.Unchanged();
    }
    return answer.status() / 100 == 2 ? answer.reply() : new Reply.Refused(answer.status());
  }

  /// Ends the connections that wait for the next request.
  public void dropIdle() {
    connections.dropIdle();
  }

  /// Ends all connections, and what is still asked for. May be called twice.
  @Override
  public void close() {
    connections.close();
    client.close();
  }
}
