package app.lineup.io.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/// The world outside as a fetch sees it: connections and time.
interface Network {

  /// A client that follows no redirect by itself; asked for once, when the first address is fetched.
  ///
  /// @param anyCertificate whether it takes every certificate
  HttpClient newClient(FetchLimits limits, boolean anyCertificate);

  /// Threads for connections that wait without a client.
  Executor threads();

  /// Waits before another try.
  void pause(Duration duration) throws InterruptedException;

  /// The time of day, which a `Retry-After` may name.
  Instant now();
}
