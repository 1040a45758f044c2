package app.lineup.io.http;

import java.time.Duration;

/// How long a download may take and how large it may get (`HTTP-62`). Each limit that is met ends it with a
/// message of its own.
///
/// @param connect      until the server accepts the connection
/// @param firstByte    until it answers, connecting included, and again until the first byte of its answer
/// @param stall        without one byte, once the first one came
/// @param total        from the first request to the last byte, with redirects and retries
/// @param maxBytes     written to the file at most
/// @param maxRedirects followed at most
public record FetchLimits(
    Duration connect, Duration firstByte, Duration stall, Duration total, long maxBytes, int maxRedirects) {

  /// Patient enough for a panel that makes a large list while the reader waits.
  public static final FetchLimits DEFAULT = new FetchLimits(
      Duration.ofSeconds(15), Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofHours(1), 4L << 30, 10);

  /// For a channel's picture: there are many, and none is worth a long wait (`HTTP-64`).
  public static final FetchLimits PICTURE = new FetchLimits(
      Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(30), 2L << 20, 5);

  public FetchLimits {
    if (!connect.isPositive() || !firstByte.isPositive() || !stall.isPositive() || !total.isPositive()) {
      throw new IllegalArgumentException("a time limit is not positive");
    }
    if (maxBytes < 1 || maxRedirects < 0) {
      throw new IllegalArgumentException("a limit is not positive");
    }
  }
}
