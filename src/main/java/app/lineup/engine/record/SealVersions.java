package app.lineup.engine.record;

import java.util.concurrent.atomic.AtomicLong;

/// Numbers what is sealed in this process, each higher than those before. Thread-safe.
public final class SealVersions {

  private static final AtomicLong LAST = new AtomicLong();

  private SealVersions() {}

  public static long next() {
    return LAST.incrementAndGet();
  }
}
