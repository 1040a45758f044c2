package app.lineup.io.http;

import app.lineup.model.Fetching;
import app.lineup.model.Secrets;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an answer that brings no list means (`HTTP-61`). Thread-safe: no state.
final class Refusals {

  private Refusals() {}

  /// @param uri the address
  /// @param how what was sent besides it
  static PipelineException of(URI uri, Fetching how, Answer answer, Instant now) {
    String subject = Secrets.mask(uri.toString());
    int status = answer.status();
    String said = " (status " + status + ")";
    return switch (status) {
      case 401 -> login(uri, how)
          ? new PipelineException(Kind.USER, subject, "the server refused the login" + said,
              "Check user name and password; the account may have expired.")
          : new PipelineException(Kind.USER, subject, "the server wants a login, and none was sent" + said,
              "Give user and password with the source; if there are none, " + missing(uri, how) + ".");
      case 403 -> new PipelineException(Kind.USER, subject,
          "the server refused the login, or blocks this connection" + said,
          "Check user name and password, and whether the account is active. Some servers answer only to a player, and "
              + "some block other countries and VPNs: " + missing(uri, how) + ".");
      case 404, 410 -> new PipelineException(Kind.USER, subject, "the server has nothing at this address" + said,
          "Check the address for typing errors, or ask the provider for the new one.");
      case 429 -> new PipelineException(Kind.EXTERNAL, subject,
          "the server was asked too often" + said + Retries.retryAfter(answer, now)
              .map(wait -> " and asks to wait " + Wording.of(wait))
              .orElse(""),
          "Wait a while and run again; close other programs that use the same account.");
      default -> status >= 500 && status < 600
          ? new PipelineException(Kind.EXTERNAL, subject, "the server has a fault of its own" + said,
              "Run again later; if it stays, tell the provider.")
          : new PipelineException(Kind.EXTERNAL, subject,
              "the server answered with status " + status + ", which brings no list",
              "Open the address in a browser to see what it says.");
    };
  }

  private static boolean login(URI uri, Fetching how) {
    return Authority.of(uri).login().isPresent() || how.login().isPresent() || how.header("Authorization").isPresent();
  }

  /// What was not sent and may be wanted (`HTTP-88`).
  private static String missing(URI uri, Fetching how) {
    List<String> missing = new ArrayList<>();
    if (!login(uri, how)) {
      missing.add("a login");
    }
    for (String header : List.of("User-Agent", "Referer", "Cookie")) {
      if (how.header(header).isEmpty()) {
        missing.add("a " + header);
      }
    }
    return "what was not sent is " + (missing.isEmpty() ? "perhaps another header" : String.join(", ", missing))
        + " (in the terminal it can be given: --user-agent, --header)";
  }
}
