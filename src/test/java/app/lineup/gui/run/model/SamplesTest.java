package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SamplesTest {

  private static final double QUARTER = 0.25;

  private final Samples samples = new Samples();

  private static Sample sample(double seconds, long items, int level, String strategy) {
    return new Sample(seconds, 300 + level, 100 + level, level, List.of(items), List.of(strategy));
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      samples.add(sample(i * QUARTER, i * 25L, i == 777 ? 4 : 0, "one"));
    }
  }

  @Test
  void keepsEverySampleOfAShortRun() {
    fill(Samples.MOST);
    assertThat(samples.size()).isEqualTo(Samples.MOST);
    assertThat(samples.get(1).seconds()).isEqualTo(QUARTER);
  }

  @Test
  void thinsALongRunFromItsBeginningToItsEnd() {
    for (int count : new int[] {601, 1199, 1203, 5000, 100_000}) {
      samples.clear();
      fill(count);
      assertThat(samples.size()).isBetween(Samples.MOST / 2, Samples.MOST);
      assertThat(samples.get(0).seconds()).isZero();
      assertThat(samples.seconds()).isEqualTo((count - 1) * QUARTER);
      for (int i = 1; i < samples.size(); i++) {
        assertThat(samples.get(i).seconds()).isGreaterThan(samples.get(i - 1).seconds());
        assertThat(samples.rate(i, 0)).isCloseTo(100, within(1e-6));
      }
      assertThat(samples.spans(0)).containsExactly(new Span("one", 0, (count - 1) * QUARTER));
    }
  }

  @Test
  void theResolutionIsHalvedEvenly() {
    fill(5000);
    double step = samples.get(2).seconds() - samples.get(1).seconds();
    for (int i = 2; i < samples.size() - 1; i++) {
      assertThat(samples.get(i).seconds() - samples.get(i - 1).seconds()).isCloseTo(step, within(1e-9));
    }
  }

  @Test
  void aShortPeakIsNotThinnedAway() {
    fill(5000);
    int most = 0;
    for (int i = 0; i < samples.size(); i++) {
      most = Math.max(most, samples.get(i).level());
    }
    assertThat(most).isEqualTo(4);
  }

  @Test
  void aSampleRightAfterAnotherMakesNoRateOfItsOwn() {
    samples.add(sample(0, 0, 0, ""));
    samples.add(sample(0.5, 50, 0, "one"));
    samples.add(sample(0.501, 100, 0, "one"));
    assertThat(samples.size()).isEqualTo(2);
    assertThat(samples.rate(1, 0)).isCloseTo(100 / 0.501, within(1e-6));
    assertThat(samples.rate(0, 0)).isZero();
  }

  @Test
  void aRunOfOneMomentHasABeginningAndAnEnd() {
    samples.add(sample(0, 0, 0, ""));
    samples.add(sample(0.02, 10, 0, "one"));
    assertThat(samples.size()).isEqualTo(2);
    assertThat(samples.spans(0)).containsExactly(new Span("one", 0, 0.02));
  }

  @Test
  void aSwitchOfStrategyEndsASpan() {
    samples.add(sample(0, 0, 0, ""));
    samples.add(sample(1, 10, 0, ""));
    samples.add(sample(2, 20, 0, "one"));
    samples.add(sample(3, 30, 0, "one"));
    samples.add(sample(4, 40, 0, "two"));
    samples.add(sample(5, 40, 0, ""));
    assertThat(samples.spans(0)).containsExactly(new Span("one", 1, 3), new Span("two", 3, 4));
  }
}
