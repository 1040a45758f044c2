package app.lineup.provider.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;

/// The real network and clock. Thread-safe: no state.
///
/// A class of its own so that a run that reads only files never loads the HTTP client.
final class SystemNetwork implements Network {

  @Override
  public HttpClient newClient(FetchLimits limits) {
    return HttpClient.newBuilder()
        .connectTimeout(limits.connect())
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }
}
