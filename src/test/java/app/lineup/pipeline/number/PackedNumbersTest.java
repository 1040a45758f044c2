package app.lineup.pipeline.number;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.ChannelNumber;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PackedNumbersTest {

  @Test
  void isASet() {
    var random = new Random(7);
    var numbers = new PackedNumbers();
    Set<ChannelNumber> plain = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      var number = new ChannelNumber(1 + random.nextInt(300), 1 + random.nextInt(300));
      assertThat(numbers.add(number)).isEqualTo(plain.add(number));
    }
  }

  @Test
  void tellsTheLargestApart() {
    var numbers = new PackedNumbers();
    for (int major : new int[] {1, 2, ChannelNumber.MAX_MAJOR - 1, ChannelNumber.MAX_MAJOR}) {
      for (int minor : new int[] {1, 2, 9_998, 9_999}) {
        assertThat(numbers.add(new ChannelNumber(major, minor))).isTrue();
        assertThat(numbers.add(new ChannelNumber(major, minor))).isFalse();
      }
    }
  }
}
