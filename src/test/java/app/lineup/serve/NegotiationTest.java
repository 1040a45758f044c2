package app.lineup.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How headers, tokens and addresses are read and written.
final class NegotiationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "GZIP", "x-gzip", "br, gzip", "*", "gzip;q=0.1", "gzip; q=0.5, identity;q=0.5", "*;q=0.2",
      "identity;q=0.3, gzip"})
  void packs(String header) {
    assertThat(AcceptedEncoding.prefersGzip(List.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "identity", "br", "gzip;q=0", "gzip;q=0.0, *", "gzip;q=0.2, identity;q=0.9", "gzip;q=x", "*;q=0"})
  void doesNotPack(String header) {
    assertThat(AcceptedEncoding.prefersGzip(List.of(header))).isFalse();
    assertThat(AcceptedEncoding.prefersGzip(null)).isFalse();
  }

  @Test
  void makesTokensThatNobodyGuesses() {
    Set<Token> tokens = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      tokens.add(Token.random());
    }
    assertThat(tokens).hasSize(100).allMatch(token -> Token.isToken(token.text()) && token.text().length() == 22);
    assertThat(Token.random()).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with/slash-", "with space", "mit-ümlaut", "percent%20x"})
  void refusesWhatIsNoToken(String text) {
    assertThat(Token.isToken(text)).isFalse();
    assertThatThrownBy(() -> new Token(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "my-own-secret-7", "LivingRoomTelevision", "aaaaaaaaaaaaaaaaaaaaaa1",
      "1234567890123456"})
  void saysWhichTokenIsWeak(String text) {
    assertThat(new Token(text).isWeak()).isTrue();
    assertThat(Token.random().isWeak()).isFalse();
    assertThat(new Token("9f86d081884c7d659a2feaa0c55ad015").isWeak()).isFalse();
  }

  @Test
  void writesAddresses() throws UnknownHostException {
    var token = new Token("12345678");
    assertThat(Addresses.of(new InetSocketAddress(InetAddress.ofLiteral("::1"), 80), token).getFirst())
        .hasToString("http://[0:0:0:0:0:0:0:1]:80/12345678/playlist.m3u");
    assertThat(Addresses.of(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 81), token))
        .isNotEmpty().allMatch(address -> address.getPort() == 81 && !address.getHost().equals("0.0.0.0"));
  }
}
