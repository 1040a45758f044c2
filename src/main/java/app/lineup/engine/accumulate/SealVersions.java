package app.lineup.engine.accumulate;

import java.util.concurrent.atomic.AtomicLong;

/// Numbers what is sealed in this process, each higher than those before. Thread-safe.
final class SealVersions {

  private static final AtomicLong LAST = new AtomicLong();

  private SealVersions() {}

  static long next() {
    return LAST.incrementAndGet();
  }
}
