package app.lineup.pipeline.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class HashTest {

  @Test
  @DisplayName("texts that differ in their first bytes alone have different hashes, however short they are")
  void firstBytesCount() {
    for (String rest : new String[] {"", "e", "another text that is longer than a word"}) {
      Set<Long> hashes = new HashSet<>();
      for (int i = 0; i < 1000; i++) {
        byte[] bytes = (String.format("%03d", i) + rest).getBytes(StandardCharsets.US_ASCII);
        hashes.add(Hash.of(bytes, 0, bytes.length));
      }
      assertThat(hashes).hasSize(1000);
    }
  }
}
