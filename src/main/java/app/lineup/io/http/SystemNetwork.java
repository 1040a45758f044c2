package app.lineup.io.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/// The real network and clock. Thread-safe: no state.
///
/// A class of its own so that a run that reads only files never loads the HTTP client, which keeps connections for the
/// next requests: by itself without bound, here as many as pictures are asked for at once.
final class SystemNetwork implements Network {

  private static final String MOST_IDLE = "jdk.httpclient.connectionPoolSize";

  @Override
  public HttpClient newClient(FetchLimits limits, boolean anyCertificate) {
    // Read once, when the first client is made.
    if (System.getProperty(MOST_IDLE) == null) {
      System.setProperty(MOST_IDLE, "16");
    }
    var builder = HttpClient.newBuilder().connectTimeout(limits.connect())
        .followRedirects(HttpClient.Redirect.NEVER);
    return anyCertificate ? builder.sslContext(AnyCertificate.context()).build() : builder.build();
  }

  /// A virtual thread for each.
  @Override
  public Executor threads() {
    return Thread::startVirtualThread;
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
