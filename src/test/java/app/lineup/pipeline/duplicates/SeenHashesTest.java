package app.lineup.pipeline.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SeenHashesTest {

  @Property(tries = 200)
  void saysWhatAMapWould(@ForAll List<@IntRange(min = -50, max = 50) Integer> hashes) {
    var seen = new SeenHashes();
    Map<Long, Integer> map = new HashMap<>();
    for (int source = 0; source < hashes.size(); source++) {
      // 0 is the mark of a free place, and its neighbour 1 what it is kept as: not both in one test.
      long hash = hashes.get(source) == 1 ? 51 : hashes.get(source);
      Integer known = map.putIfAbsent(hash, source);
      assertThat(seen.firstSource(hash, source)).isEqualTo(known == null ? source : known);
    }
    assertThat(seen.size()).isEqualTo(map.size());
  }

  @Test
  void keepsManyInFewBytes() {
    var seen = new SeenHashes();
    var random = new Random(7);
    long[] hashes = random.longs(300_000).toArray();
    for (long hash : hashes) {
      assertThat(seen.firstSource(hash, 3)).isEqualTo(3);
    }
    for (long hash : hashes) {
      assertThat(seen.firstSource(hash, 4)).isEqualTo(3);
    }
    assertThat(seen.bytes()).isLessThan(hashes.length * 18L);
  }

  @Test
  void addressesThatDifferLittleHaveDifferentHashes() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = ("http://host:8080/live/user/password/" + i + ".ts").getBytes(StandardCharsets.US_ASCII);
      hashes.add(Hash.of(bytes, 0, bytes.length));
    }
    assertThat(hashes).hasSize(200_000);
    byte[] zeros = new byte[20];
    Set<Long> lengths = new HashSet<>();
    for (int length = 0; length <= zeros.length; length++) {
      lengths.add(Hash.of(zeros, 0, length));
    }
    assertThat(lengths).hasSize(zeros.length + 1);
  }
}
