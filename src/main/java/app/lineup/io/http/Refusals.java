package app.lineup.io.http;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.time.Instant;

/// What an answer that brings no list means (`HTTP-61`). Thread-safe: no state.
final class Refusals {

  private Refusals() {}

  static PipelineException of(String subject, Answer answer, Instant now) {
    int status = answer.status();
    String said = " (status " + status + ")";
    return switch (status) {
      case 401 -> new PipelineException(Kind.USER, subject, "the server refused the login" + said,
          "Check user name and password in the address; the account may have expired.");
      case 403 -> new PipelineException(Kind.USER, subject,
          "the server refused the login, or blocks this connection" + said,
          "Check user name and password in the address, and whether the account is active; "
              + "some providers block other countries and VPNs.");
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
}
