package app.lineup.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageFacts;
import app.lineup.laws.Probe;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What can be said of each stage when a run is over.
final class StageFactsTest {

  private static final double HIGH = 0.75;

  @Test
  @DisplayName(
      "every strategy that a stage had, the highest pressure that it ran under, and the process's size at its end")
  void facts() throws Exception {
    try (var run = new FusedRun(Probe.of(1000), 2).chunk(10)) {
      run.then("jump", false, chunk -> {
        run.use(chunk.getFirst() >= 500 && chunk.getFirst() < 800 ? HIGH : 0);
        return chunk;
      }).then("middle", List.of(
          FusedWays.way("swift", MemoryPressureLevel.OPTIMAL, true, chunk -> chunk),
          FusedWays.way("frugal", MemoryPressureLevel.EMERGENCY, true, chunk -> chunk)))
          .then("last", List.of(FusedWays.alone("alone", MemoryPressureLevel.EMERGENCY, chunk -> chunk)));
      assertThat(run.items()).hasSize(1000);

      assertThat(run.facts().get(1).strategies()).containsExactly("swift", "frugal", "swift");
      assertThat(run.facts().get(1).strategy()).isEqualTo("swift");
      assertThat(run.facts()).extracting(StageFacts::pressure).containsOnly("high");
      assertThat(run.facts()).extracting(StageFacts::rssBytes).containsOnly(FusedRun.RSS);
      assertThat(run.facts()).extracting(StageFacts::items).containsOnly(1000L);
      assertThat(run.facts()).allMatch(stage -> !stage.busy().isZero());
    }
  }

  @Test
  @DisplayName("the pressure that is there when a stage begins counts, and what never began says nothing")
  void pressureFromTheStart() throws Exception {
    try (var run = new FusedRun(Probe.of(10), 1)) {
      run.use(HIGH);
      run.then("only", false, chunk -> chunk);
      assertThat(run.items()).hasSize(10);
      assertThat(run.facts().getFirst().pressure()).isEqualTo("high");
    }
    assertThat(new RunTelemetry(List.of("never")).facts())
        .containsExactly(new StageFacts("never", List.of(), 0, 0, Duration.ZERO, 0, ""));
  }
}
