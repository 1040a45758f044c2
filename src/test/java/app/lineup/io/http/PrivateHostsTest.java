package app.lineup.io.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.problem.PipelineException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which servers a list from elsewhere may not name (`HTTP-64`).
final class PrivateHostsTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true", "127.9.9.9,true", "0.0.0.0,true", "10.1.2.3,true", "172.16.0.1,true", "172.32.0.1,false",
    "192.168.178.1,true", "169.254.169.254,true", "100.64.0.1,true", "100.128.0.1,false", "8.8.8.8,false",
    "239.0.0.1,true", "[::1],true", "[fe80::1],true", "[fd00::1],true", "[2001:4860::1],false",
    "[::ffff:10.0.0.1],true", "2130706433,true"
  })
  void areTold(String host, boolean isPrivate) {
    assertThat(new PrivateHosts().isPrivate(URI.create("http://" + host + ":8080/logo.png"))).isEqualTo(isPrivate);
  }

  @Test
  void aNameIsWhatItLeadsTo() throws UnknownHostException {
    InetAddress outside = InetAddress.getByName("8.8.8.8");
    InetAddress inside = InetAddress.getByName("192.168.0.1");
    assertThat(new PrivateHosts(host -> new InetAddress[] {outside, inside}).isPrivate(URI.create("http://a.example/")))
        .isTrue();
    assertThat(new PrivateHosts(host -> new InetAddress[] {outside}).isPrivate(URI.create("http://a.example/")))
        .isFalse();
    assertThat(new PrivateHosts(host -> {
      throw new UnknownHostException(host);
    }).isPrivate(URI.create("http://a.example/"))).isFalse();
  }

  @Test
  void aRedirectIsAskedAboutToo() throws Exception {
    try (LocalServer server = LocalServer.start((request, out) -> out.write(
        "HTTP/1.1 302 Found\r\nLocation: /secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1)));
        var fetcher = new HttpFetcher(FetchLimits.PICTURE)) {
      assertThatThrownBy(
          () -> fetcher.ask(server.uri("/logo"), Validators.NONE, uri -> !uri.getPath().equals("/secret")))
          .isInstanceOf(PipelineException.class).hasMessageContaining("private network");
      assertThat(server.requests()).hasSize(1);
    }
  }
}
