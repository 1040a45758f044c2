package app.lineup.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often clients asked for what is not there. Whoever guesses at the token waits longer each time; whoever knows it
/// never does, even behind the same address. Thread-safe.
final class Guesses {

  /// A mistyped address, a browser that asks for its icon.
  private static final int FREE = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
  private static final int MOST_CLIENTS = 10_000;

  private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
      return size() > MOST_CLIENTS;
    }
  };

  private record Count(int times, Instant last) {}

  /// Notes one more of `client`.
  ///
  /// @return how long it waits for the answer
  synchronized Duration pauseOf(String client, Instant now) {
    Count before = counts.get(client);
    int times =
        before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.times() + 1;
    counts.put(client, new Count(times, now));
    if (times <= FREE) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - FREE - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
