package app.lineup.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AmountsTest {

  @Test
  void countsInThousands() {
    assertThat(Amounts.count(0)).isEqualTo("0");
    assertThat(Amounts.count(999)).isEqualTo("999");
    assertThat(Amounts.count(15_515)).isEqualTo("15,515");
    assertThat(Amounts.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Amounts.count(-123)).isEqualTo("-123");
    assertThat(Amounts.count(-1234)).isEqualTo("-1,234");
  }

  @Test
  void choosesTheUnit() {
    assertThat(Amounts.bytes(999)).isEqualTo("999 B");
    assertThat(Amounts.bytes(2_149)).isEqualTo("2.1 kB");
    assertThat(Amounts.bytes(999_960)).isEqualTo("1.0 MB");
    assertThat(Amounts.bytes(2_100_000)).isEqualTo("2.1 MB");
    assertThat(Amounts.bytes(5_000_000_000L)).isEqualTo("5.0 GB");
  }

  @Test
  void tellsTime() {
    assertThat(Amounts.time(Duration.ofMillis(312))).isEqualTo("0.3 s");
    assertThat(Amounts.time(Duration.ofMillis(59_900))).isEqualTo("59.9 s");
    assertThat(Amounts.time(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
  }
}
