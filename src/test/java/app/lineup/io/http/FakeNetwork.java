package app.lineup.io.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The loopback with a clock that stands still and pauses that take no time.
final class FakeNetwork implements Network {

  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  final List<Duration> pauses = new ArrayList<>();
  private final @Nullable SSLContext trusted;

  FakeNetwork(@Nullable SSLContext trusted) {
    this.trusted = trusted;
  }

  @Override
  public HttpClient newClient(FetchLimits limits, boolean anyCertificate) {
    var builder = HttpClient.newBuilder().connectTimeout(limits.connect()).followRedirects(HttpClient.Redirect.NEVER);
    if (anyCertificate) {
      return builder.sslContext(AnyCertificate.context()).build();
    }
    return trusted == null ? builder.build() : builder.sslContext(trusted).build();
  }

  @Override
  public Executor threads() {
    return Thread::startVirtualThread;
  }

  @Override
  public void pause(Duration duration) {
    pauses.add(duration);
  }

  @Override
  public Instant now() {
    return NOW;
  }
}
