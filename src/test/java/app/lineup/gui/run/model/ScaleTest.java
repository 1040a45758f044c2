package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScaleTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.004, 0.3, 1, 4.1, 59, 61, 119.9, 3600, 100_000, 1e6})
  void holdsWhatItIsMadeForWithFewMarks(double most) {
    for (Scale scale : new Scale[] {Scale.of(most), Scale.ofSeconds(most)}) {
      assertThat(scale.top()).isGreaterThanOrEqualTo(most);
      assertThat(scale.top()).isCloseTo(scale.steps() * scale.step(), within(1e-9));
      assertThat(scale.steps()).isPositive();
    }
    assertThat(Scale.of(most).steps()).isBetween(1, 4);
  }

  @ParameterizedTest
  @CsvSource({"512e6,600e6,200e6", "400,400,100", "401,600,200", "1,1,0.25", "0,0.25,0.25"})
  void countsInRoundAmounts(double most, double top, double step) {
    assertThat(Scale.of(most)).isEqualTo(new Scale(top, step));
  }

  @ParameterizedTest
  @CsvSource({"7.4,8,2", "8.5,10,5", "41,45,15", "150,180,60", "0.9,1,0.5", "7000,7200,1800"})
  void countsTimeAsPeopleDo(double most, double top, double step) {
    assertThat(Scale.ofSeconds(most)).isEqualTo(new Scale(top, step));
  }

  @Test
  void saysWhereAValueIs() {
    assertThat(Scale.of(400).share(100)).isEqualTo(0.25);
  }
}
