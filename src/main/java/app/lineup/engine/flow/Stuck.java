package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.time.Duration;

/// What it means that somebody waited for too long, in words. Thread-safe: no state.
final class Stuck {

  private static final int SECONDS_A_MINUTE = 60;

  private Stuck() {}

  /// @param subject  what gave nothing
  /// @param patience how long it was waited for
  static PipelineException failure(String subject, Duration patience) {
    return new PipelineException(PipelineException.Kind.EXTERNAL, subject,
        "nothing came from it for " + words(patience) + ", and it seems to be stuck",
        "See whether the program, disk or network that it comes from still works, then run again. "
            + "If it only needs longer, say how long with --chunk-timeout.");
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    if (seconds == 0) {
      return time.toMillis() + " ms";
    }
    boolean minutes = seconds % SECONDS_A_MINUTE == 0;
    long count = minutes ? seconds / SECONDS_A_MINUTE : seconds;
    return count + (minutes ? " minute" : " second") + (count == 1 ? "" : "s");
  }
}
