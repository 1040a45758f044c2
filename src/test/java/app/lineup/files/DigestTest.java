package app.lineup.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A hash is SHA-256, however it was made and written.
final class DigestTest {

  /// The example of FIPS 180-2, which begins with a digit above nine.
  private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  @DisplayName("a text, its bytes and its bytes in parts have one hash, the one that the standard says")
  void hashes() {
    assertThat(Digest.of("abc").hex()).isEqualTo(ABC);
    assertThat(Digest.of(new byte[] {'a', 'b', 'c'})).isEqualTo(Digest.of("abc"));
    var parts = Digest.begin();
    parts.update((byte) 'a');
    parts.update(new byte[] {'b', 'c'});
    assertThat(HexFormat.of().formatHex(parts.digest())).isEqualTo(ABC);
  }

  @Test
  @DisplayName("a text is hashed in UTF-8")
  void utf8() {
    assertThat(Digest.of("ärger")).isEqualTo(Digest.of("ärger".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("what was written is read again, leading zeros too")
  void roundTrip() {
    var digest = new Digest(1, -1, 0, Long.MIN_VALUE);
    assertThat(digest.hex()).isEqualTo(
        "0000000000000001" + "ffffffffffffffff" + "0000000000000000" + "8000000000000000");
    assertThat(Digest.parse(digest.hex())).hasValue(digest);
    assertThat(Digest.parse(ABC)).hasValue(Digest.of("abc"));
  }

  @ParameterizedTest
  @DisplayName("nothing else is read")
  @ValueSource(strings = {
      "", "ba78",
      "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
      "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})
  void refused(String text) {
    assertThat(Digest.parse(text)).isEmpty();
  }
}
