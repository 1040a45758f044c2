package app.lineup.io.http;

import app.lineup.model.Secrets;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Turns what went wrong between here and the server into sentences. Immutable.
final class Failures {

  private final URI uri;
  private final FetchLimits limits;

  Failures(URI uri, FetchLimits limits) {
    this.uri = uri;
    this.limits = limits;
  }

  /// The address with credentials masked.
  String subject() {
    return Secrets.mask(uri.toString());
  }

  PipelineException noAnswer(Duration limit) {
    return external("the server did not answer within " + Wording.of(limit),
        "Run again later; the provider's server may be overloaded.", Optional.empty());
  }

  /// No answer came from `at`, to which the fetch was led.
  PipelineException noConnection(URI at, Throwable why) {
    String known = Authority.of(at).host();
    String host = known.isEmpty() ? "" : " " + known;
    if (why instanceof HttpConnectTimeoutException || why instanceof SocketTimeoutException) {
      return external("the server" + host + " could not be reached within " + Wording.of(limits.connect()),
          "Check the port in the address and your connection; the server may be down.", Optional.of(why));
    }
    if (find(why, UnresolvedAddressException.class).isPresent() || find(why, UnknownHostException.class).isPresent()) {
      return external("no server" + host + " is known",
          "Check the address for typing errors, and that this computer is online.", Optional.of(why));
    }
    if (why instanceof ConnectException) {
      return external("the server" + host + " refused the connection",
          "Check the port in the address; the server may be down.", Optional.of(why));
    }
    if (find(why, SSLException.class).isPresent()) {
      return insecure(host, why);
    }
    return external("the connection to the server" + host + " broke before it answered" + words(why),
        "Run again; if it stays, check whether the address is one of a web server.", Optional.of(why));
  }

  private PipelineException insecure(String host, Throwable why) {
    String advice = "It was not downloaded, because somebody else could be answering. Tell the provider.";
    if (find(why, CertificateExpiredException.class).isPresent()) {
      return external("the certificate of the server" + host + " has expired", advice, Optional.of(why));
    }
    if (find(why, CertPathBuilderException.class).isPresent()) {
      return external("the certificate of the server" + host + " is not vouched for by anyone this computer trusts",
          advice, Optional.of(why));
    }
    if (find(why, CertificateException.class).isPresent()) {
      return external(
          "the certificate of the server" + host + " is not valid for it" + words(why), advice, Optional.of(why));
    }
    return external("no secure connection to the server" + host + " was possible" + words(why),
        "Check whether the address should begin with http: instead of https:, and its port.", Optional.of(why));
  }

  /// The answer began, but did not come whole.
  PipelineException broken(long bytes, IOException why) {
    if (why instanceof TimeLimitException) {
      return external(
          why.getMessage() + "; " + Wording.ofBytes(bytes) + " had come", "Run again later.", Optional.of(why));
    }
    return external("the download broke off after " + Wording.ofBytes(bytes) + words(why),
        "Run again; what had come was thrown away.", Optional.of(why));
  }

  PipelineException partial() {
    return external("the server sent only a part of it (status 206), though the whole was asked for",
        "Run again later; if it stays, tell the provider.", Optional.empty());
  }

  /// The answer's head says something that cannot be (`HTTP-121`).
  PipelineException malformed(String header, String value) {
    return external("the server's answer is malformed: its " + header + " is “" + Visible.of(value) + "”",
        "Run again later; if it stays, tell the provider.", Optional.empty());
  }

  /// The request cannot be made.
  PipelineException notAsked(IllegalArgumentException why) {
    return new PipelineException(Kind.USER, subject(), "this cannot be asked for" + words(why),
        "Check the address, and the headers that go with it.", ShownCause.of(why));
  }

  PipelineException expands(String limit) {
    return external("it unpacks to " + limit + ", and was given up there",
        "No real list packs that well; tell the provider.", Optional.empty());
  }

  PipelineException noSpace(long reserve) {
    return new PipelineException(Kind.RESOURCES, subject(), "the disk is nearly full: less than "
        + Wording.ofBytes(reserve) + " would be left on the disk for temporary files",
        "Make room there, then run again.");
  }

  PipelineException empty() {
    return external("the server answered, but with nothing at all",
        "Run again later; if it stays, the account may have expired.", Optional.empty());
  }

  PipelineException tooLarge() {
    return external("the download is larger than " + Wording.ofBytes(limits.maxBytes()) + ", the limit",
        "Check that the address is one of a list, not of a stream or a film.", Optional.empty());
  }

  PipelineException encoded(String encoding) {
    return external("the server sent it packed as “" + Visible.of(encoding) + "”, which was not asked for",
        "Tell the provider; meanwhile download the list with a browser and add the file.", Optional.empty());
  }

  PipelineException notStored(IOException why) {
    return new PipelineException(Kind.RESOURCES, subject(), "the download could not be stored" + words(why),
        "Check the free space and the permissions of the folder for temporary files.", ShownCause.of(why));
  }

  private PipelineException external(String what, String advice, Optional<Throwable> cause) {
    return cause.isPresent()
        ? new PipelineException(Kind.EXTERNAL, subject(), what, advice, ShownCause.of(cause.get()))
        : new PipelineException(Kind.EXTERNAL, subject(), what, advice);
  }

  private static String words(Throwable why) {
    return Reason.known(why).map(said -> " (" + Visible.of(Secrets.mask(said)) + ")").orElse("");
  }

  private static Optional<Throwable> find(Throwable why, Class<? extends Throwable> wanted) {
    Throwable at = why;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (wanted.isInstance(at)) {
        return Optional.of(at);
      }
      at = at.getCause();
    }
    return Optional.empty();
  }
}
