package app.lineup.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every form in which a provider writes a login into an address is hidden, and nothing else that matters.
final class SecretsTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "http://USER:PASS@host/list.m3u",
    "http://USER:PA/SS@host/list.m3u",
    "http://USER@host/PASSless",
    "USER:PASS@host/list.m3u",
    "cannot open USER:PASS@host:8080/x",
    "http://host/get.php?username=USER&password=PASS&type=m3u_plus",
    "http://host/get.php?u=USER&p=PASS",
    "http://host/x#token=PASS",
    "http://host/x?stream_key=PASS",
    "http://host/x?wmsAuthSign=PASS",
    "http://host/x?a=1&amp;password=PASS",
    "http://host/x|token=PASS",
    "http://proxy/?url=http%3A%2F%2Fhost%2Fget.php%3Fusername%3DUSER%26password%3DPASS",
    "http://host:8080/USER/PASS/12345",
    "http://host:8080/USER/PASS/12345.ts",
    "http://host/c/USER/PASS/12345.ts",
    "http://host/live/USER/PASS/12345.m3u8",
    "http://host/sub/live/USER/PASS/12345.m3u8",
    "http://host/movie/USER/PASS/a-film.mkv",
    "http://host/live/USER/PASS",
    "http://host/playlist/USER/PASS/m3u_plus",
    "two: http://h/live/USER/PASS/1.ts and http://h/USER/PASS/2"
  })
  void hidesEveryFormOfALogin(String text) {
    assertThat(Secrets.mask(text)).doesNotContain("PASS/").doesNotContain("=PASS").doesNotContain("DPASS")
        .doesNotContain(":PA").doesNotContain("USER").contains("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "UK: News HD [Not 24/7]",
    "https://logos.example/countries/uk/bbc.png",
    "https://host/playlist.m3u?type=m3u_plus&output=ts",
    "udp://@239.0.0.1:1234",
    "/home/me/lists/all.m3u",
    "https://host/live/news.m3u8",
    "group_title = \"a\""
  })
  void leavesTheRestAlone(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
  }

  @Test
  void saysWhereTheAddressLeads() {
    assertThat(Secrets.mask("http://USER:PASS@host:8080/get.php?username=USER&output=ts"))
        .isEqualTo("http://***@host:8080/get.php?username=***&output=ts");
  }
}
