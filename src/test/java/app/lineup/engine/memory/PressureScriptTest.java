package app.lineup.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Memory pressure as somebody made it up.
final class PressureScriptTest {

  @ParameterizedTest
  @CsvSource({"0, HIGH", "1999, HIGH", "2000, EMERGENCY", "2499, EMERGENCY", "2500, OPTIMAL", "99000, OPTIMAL"})
  @DisplayName("each level has its time, the last one goes on for good")
  void levels(long millis, MemoryPressureLevel level) {
    var script = PressureScript.parse(" 2s high, 500ms  emergency,optimal ");
    assertThat(script.after(Duration.ofMillis(millis))).isEqualTo(level);
  }

  @Test
  @DisplayName("a monitor finds every level, whichever was before")
  void throughAMonitor() {
    Instant[] now = {Instant.EPOCH};
    var script = PressureScript.parse(
        "1s emergency, 1s optimal, 1s critical, 1s moderate, 1s high, 1s moderate, optimal");
    var memory = new MemoryMonitor(script.gauge(new FakeGauge(), () -> now[0]), 512_000_000, () -> now[0]);
    for (String level : List.of("emergency", "optimal", "critical", "moderate", "high", "moderate", "optimal")) {
      assertThat(memory.level().word()).isEqualTo(level);
      now[0] = now[0].plusSeconds(1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "2s hihg | \"2s hihg\": the level is none of", "high, optimal | \"high\": only the last level",
    "2 high | the time is not like",
    "0s high | the time is not like", "-1s high | the time is not like", "NaNs high | the time is not like",
    "99999999s high | the time is not like", "'' | it is not a time and a level",
    "2s high, | it is not a time and a level",
    "2s very high | it is not a time and a level"})
  @DisplayName("what is no script is said, with the part that is wrong")
  void wrong(String text, String why) {
    assertThatThrownBy(() -> PressureScript.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why.strip());
  }
}
