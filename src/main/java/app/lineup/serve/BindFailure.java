package app.lineup.serve;

import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.util.Locale;

/// Says why the server cannot listen where it should, and what to do.
final class BindFailure {

  private BindFailure() {}

  static PipelineException of(ServePlan plan, IOException failure) {
    String reason = Reason.of(failure);
    String known = reason.toLowerCase(Locale.ROOT);
    String port = "port " + plan.port();
    if (known.contains("in use")) {
      return user(port, "another program uses it",
          "Choose another with --port (0 finds a free one), or end the program that has it.", failure);
    }
    if (known.contains("permission")) {
      return user(port, "this system does not let you use it", "Choose one above 1023 with --port.", failure);
    }
    if (known.contains("assign")) {
      return user(plan.bind().getHostAddress(), "no network card of this machine has this address",
          "Name one of its own addresses with --bind, or 0.0.0.0 for all of them.", failure);
    }
    return user(port, "the server cannot listen at it: " + reason, "Choose another with --port.", failure);
  }

  private static PipelineException user(String subject, String what, String advice, IOException failure) {
    return new PipelineException(PipelineException.Kind.USER, subject, what, advice, failure);
  }
}
