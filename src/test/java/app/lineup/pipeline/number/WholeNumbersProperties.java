package app.lineup.pipeline.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class WholeNumbersProperties {

  @Property(tries = 300)
  void saysWhatASetSays(
      @ForAll @Size(max = 200) List<@IntRange(max = 100_000) Integer> numbers,
      @ForAll @IntRange(max = 100_000) int from) {
    var known = new TreeSet<Integer>();
    var set = new WholeNumbers();
    for (int number : numbers) {
      assertThat(set.add(number)).isEqualTo(known.add(number));
    }
    int free = from;
    while (known.contains(free)) {
      free++;
    }
    assertThat(set.nextFree(from)).isEqualTo(free);
    assertThat(set.has(from)).isEqualTo(known.contains(from));
  }

  @Property(tries = 50)
  void findsWhatIsFreeBehindARow(@ForAll @IntRange(min = 1, max = 70_000) int first,
      @ForAll @IntRange(max = 40_000) int length) {
    var set = new WholeNumbers();
    for (int i = 0; i < length; i++) {
      assertThat(set.add(first + i)).isTrue();
    }
    assertThat(set.nextFree(first)).isEqualTo(first + length);
    assertThat(set.nextFree(first - 1)).isEqualTo(first - 1);
  }

  @Test
  void aVeryHighNumberCostsAPage() {
    var set = new WholeNumbers();
    assertThat(set.add(99_999_999)).isTrue();
    assertThat(set.add(99_999_999)).isFalse();
    assertThat(set.has(99_999_999)).isTrue();
    assertThat(set.bytes()).isLessThan(20_000);
  }
}
