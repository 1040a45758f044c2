package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.StageMeter;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.StageType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartsViewModelTest {

  private final ChartsViewModel charts = new ChartsViewModel(Texts.of("run"));

  private void add(double seconds, StageMeter.State state, long items, MemoryPressureLevel level) {
    List<StageFigures> stages = StageType.ids().stream()
        .map(id -> new StageFigures(id, "streaming_" + id, state, items, 0)).toList();
    charts.add(new RunSnapshot(Duration.ofMillis(Math.round(seconds * 1000)), stages),
        new MemoryReading(300_000_000, 100_000_000, 512_000_000, level, Instant.EPOCH));
  }

  @Test
  void keepsTheCourseOfARunUntilTheNextBegins() {
    assertThat(charts.samples().isEmpty()).isTrue();
    charts.begin();
    add(0, StageMeter.State.WAITING, 0, MemoryPressureLevel.OPTIMAL);
    add(1, StageMeter.State.RUNNING, 500, MemoryPressureLevel.HIGH);
    int changes = charts.changes().get();
    add(2, StageMeter.State.ENDED, 700, MemoryPressureLevel.OPTIMAL);
    add(3, StageMeter.State.ENDED, 700, MemoryPressureLevel.OPTIMAL);
    assertThat(charts.changes().get()).isEqualTo(changes + 2);
    assertThat(charts.limitBytes()).isEqualTo(512_000_000);
    assertThat(charts.samples().get(1).level()).isEqualTo(2);
    assertThat(charts.samples().rate(1, 0)).isEqualTo(500);
    assertThat(charts.samples().rate(2, 5)).isEqualTo(200);
    assertThat(charts.samples().spans(2)).containsExactly(new Span("streaming_filtering", 0, 2));
    charts.begin();
    assertThat(charts.samples().isEmpty()).isTrue();
  }

  @Test
  void namesWhatItShows() {
    assertThat(charts.stages()).hasSize(7).startsWith("Loading").endsWith("Output");
    assertThat(charts.throughputs()).hasSize(6).doesNotContain("Output");
    assertThat(charts.bands()).extracting(ChartsViewModel.Band::from).containsExactly(0.0, 0.5, 0.7, 0.85, 0.95);
    assertThat(charts.bands().getFirst()).isEqualTo(new ChartsViewModel.Band("optimal", "Optimal", 0));
    assertThat(ChartsViewModel.bytes(200e6)).isEqualTo("200 MB");
    assertThat(charts.rate(80_000)).isEqualTo("80,000/s");
    assertThat(charts.time(0.5, Scale.ofSeconds(1))).isEqualTo("0.5 s");
    assertThat(charts.time(30, Scale.ofSeconds(100))).isEqualTo("30 s");
    assertThat(charts.time(600, Scale.ofSeconds(1000))).isEqualTo("10 min");
    assertThat(charts.hint(2, new Span("streaming_filter", 0.5, 61))).isEqualTo(
        "Filtering: streaming_filter, from 0.5 s to 1 min 1 s");
  }
}
