package app.lineup.io.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;

/// The world outside as a fetch sees it: connections and time.
interface Network {

  /// A client that follows no redirect by itself; asked for once, when the first address is fetched.
  HttpClient newClient(FetchLimits limits);

  /// Waits before another try.
  void pause(Duration duration) throws InterruptedException;

  /// The time of day, which a `Retry-After` may name.
  Instant now();
}
