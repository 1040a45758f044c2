package app.lineup.io.http;

import app.lineup.model.Fetching;
import app.lineup.problem.PipelineException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One fetch from its first request to the answer that counts: redirects, cookies, logins (`HTTP-61` and `HTTP-88`).
/// Not thread-safe; used by one thread.
final class Fetch {

  private static final int NO_LOGIN = 401;

  private final URI start;
  private final Fetching how;
  private final Exchange exchange;
  private final Failures failures;
  private final Optional<String> login;
  private @Nullable DigestLogin digest;

  /// @param how besides the address
  Fetch(URI start, Fetching how, Exchange exchange, Failures failures) {
    this.start = start;
    this.how = how;
    this.exchange = exchange;
    this.failures = failures;
    this.login = Authority.of(start).readLogin()
        .or(() -> how.login().map(given -> given.user() + ":" + given.password()));
  }

  /// The first answer that is not a redirect.
  ///
  /// @param most   how many redirects are followed
  /// @param known  what is not to be sent again
  /// @param mayAsk whether an address may be asked, the first and each that it redirects to
  Answer answer(int most, Validators known, Predicate<URI> mayAsk) throws PipelineException, InterruptedException {
    var redirects = new Redirects(start, most, failures);
    var cookies = new Cookies();
    URI at = start;
    while (true) {
      if (!mayAsk.test(at)) {
        throw new PipelineException(PipelineException.Kind.EXTERNAL, failures.subject(),
            "it leads into a private network", "Only a list from there may name pictures there.");
      }
      Answer first = send(at, redirects.isStart(at), cookies, known);
      boolean changed = cookies.take(at, first.headers());
      Answer answer = withDigest(first, at, redirects.isStart(at), cookies, known);
      changed |= cookies.take(at, answer.headers());
      if (!Redirects.isRedirect(answer.status())) {
        return answer;
      }
      try (answer) {
        at = redirects.next(at, answer.status(), answer.headers().firstValue("Location"), changed);
      }
    }
  }

  /// The same, or what is answered once the login is sent as the server wants it.
  private Answer withDigest(Answer answer, URI at, boolean toServer, Cookies cookies, Validators known)
      throws PipelineException, InterruptedException {
    if (answer.status() != NO_LOGIN || !toServer || login.isEmpty() || digest != null) {
      return answer;
    }
    digest = DigestLogin.asked(answer.headers()).orElse(null);
    if (digest == null) {
      return answer;
    }
    answer.close();
    return send(at, true, cookies, known);
  }

  private Answer send(URI at, boolean toServer, Cookies cookies, Validators known)
      throws PipelineException, InterruptedException {
    URI bare = Authority.of(at).bare(at);
    DigestLogin asked = digest;
    Optional<String> said = login.filter(_ -> toServer)
        .map(text -> asked == null ? Ask.basic(text) : asked.authorization(text, bare));
    return exchange.send(Ask.of(at, how, toServer, said, cookies.of(bare), known, failures.subject()));
  }
}
