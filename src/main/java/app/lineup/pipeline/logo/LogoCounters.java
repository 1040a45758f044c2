package app.lineup.pipeline.logo;

import app.lineup.model.LogoState;
import app.lineup.model.LogoStatistics;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Counts for [LogoStatistics]. Safe for many threads.
final class LogoCounters {

  private final LongAdder hits = new LongAdder();
  private final LongAdder fetched = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder notAsked = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();

  /// Counts a channel whose picture was not fetched for it.
  LogoState count(LogoState state) {
    switch (state) {
      case CACHED -> hits.increment();
      case FAILED -> failures.increment();
      case NOT_FETCHED -> notAsked.increment();
      case NO_ADDRESS -> { }
    }
    return state;
  }

  /// Counts a channel whose picture came.
  LogoState fetched(long size) {
    fetched.increment();
    bytes.add(size);
    return LogoState.CACHED;
  }

  /// Counts a question to a server.
  void asked(long nanos) {
    requests.increment();
    waitedNanos.add(nanos);
  }

  LogoStatistics statistics() {
    return new LogoStatistics(hits.sum(), fetched.sum(), failures.sum(), notAsked.sum(), requests.sum(), bytes.sum(),
        Duration.ofNanos(waitedNanos.sum()));
  }
}
