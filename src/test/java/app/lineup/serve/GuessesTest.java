package app.lineup.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever guesses waits longer each time.
final class GuessesTest {

  private static final Instant NOW = Instant.parse("2026-03-08T10:00:00Z");

  private final Guesses guesses = new Guesses();

  @Test
  void theFirstFewCostNothing() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pauses.add(guesses.pauseOf("a", NOW));
    }
    assertThat(pauses.subList(0, 10)).containsOnly(Duration.ZERO);
    assertThat(pauses.subList(10, 13)).containsExactly(
        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(5));
    assertThat(guesses.pauseOf("b", NOW)).isZero();
    assertThat(guesses.pauseOf("a", NOW.plusSeconds(601))).isZero();
  }

  @Test
  void aMillionClientsAreNotRemembered() {
    for (int i = 0; i < 10; i++) {
      guesses.pauseOf("first", NOW);
    }
    for (int i = 0; i < 10_000; i++) {
      guesses.pauseOf("client " + i, NOW);
    }
    assertThat(guesses.pauseOf("first", NOW)).isZero();
  }
}
