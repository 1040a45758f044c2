package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.StageLoad;
import app.lineup.engine.watch.StageMeter;
import app.lineup.gui.run.model.ForecastViewModel.Asked;
import app.lineup.gui.text.Texts;
import app.lineup.model.Deduplication;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.Tuning;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ForecastViewModelTest {

  private static final long MILLION = 1_000_000;

  private final List<Runnable> waiting = new ArrayList<>();
  private Asked asked = new Asked(Optional.of(plan(Map.of())), MILLION, 270 * MILLION);
  private long limit = 512 * MILLION;
  private long used = 40 * MILLION;
  private final ForecastViewModel forecast =
      new ForecastViewModel(Texts.of("run"), () -> asked, this::reading, waiting::add, Runnable::run);

  private static RunPlan plan(Map<String, String> preferred, Rule... rules) {
    return new RunPlan(List.of(), List.of(rules), List.of(), new Numbering.None(), SeparatorPolicy.KEEP,
        new Target.OfStream(OutputStream.nullOutputStream(), ""), false)
        .with(new Tuning(preferred, OptionalInt.empty(), Deduplication.NONE));
  }

  private MemoryReading reading() {
    return new MemoryReading(0, used, limit, MemoryPressureLevel.OPTIMAL, Instant.EPOCH);
  }

  private void look() {
    forecast.again();
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  private static RunSnapshot ended(long spilledBytes) {
    return new RunSnapshot(Duration.ofMillis(1800), List.of(new StageFigures(
        "source_loading", "", StageMeter.State.ENDED, 1, 1, new StageLoad(0, 0, 0, spilledBytes))));
  }

  @Test
  void saysWhatARunIsLikelyToTake() {
    look();
    assertThat(forecast.text().get()).matches(
        "Forecast: about \\d+ MB of 512 MB for data .*, nothing spilled, about .*s\\.");
  }

  @Test
  void countsWhatTheProgramHoldsAndSaysPressure() {
    limit = 64 * MILLION;
    look();
    assertThat(forecast.text().get())
        .matches("Forecast: about [4-6]\\d MB of 64 MB for data .* Memory pressure may become \\w+\\.");
  }

  @Test
  void saysWhatGoesToTheDisk() {
    limit = 96 * MILLION;
    asked = new Asked(Optional.of(plan(Map.of("source_loading", "inmemory_full"))), MILLION, 270 * MILLION);
    look();
    assertThat(forecast.text().get()).containsPattern("about \\d+ MB spilled to the disk").endsWith("become High.");
  }

  @Test
  void whatIsNotKnownIsSaidAndWhereThereIsNoRunThereIsNone() {
    asked = new Asked(asked.plan(), 0, 0);
    look();
    assertThat(forecast.text().get()).contains("when all lists are counted");
    asked = new Asked(Optional.empty(), 10, 10);
    look();
    assertThat(forecast.text().get()).isEmpty();
    asked = new Asked(Optional.of(plan(Map.of(), new Rule("no rule", true))), 10, 10);
    look();
    assertThat(forecast.text().get()).isEmpty();
  }

  @Test
  void anAnswerThatComesLateCountsNoMore() {
    forecast.again();
    asked = new Asked(Optional.empty(), 0, 0);
    forecast.again();
    waiting.forEach(Runnable::run);
    assertThat(forecast.text().get()).isEmpty();
  }

  @Test
  void isCheckedByTheRun() {
    look();
    forecast.begin();
    used = 81 * MILLION;
    forecast.weigh(reading());
    used = 50 * MILLION;
    forecast.weigh(reading());
    forecast.end(ended(0));
    assertThat(forecast.checked().get()).matches(
        "Data in use at most 81 MB \\(forecast \\d+ MB\\), nothing spilled, as forecast, in 1\\.8 s \\(forecast "
            + ".*s\\)\\.");
    forecast.begin();
    assertThat(forecast.checked().get()).isEmpty();
    forecast.end(ended(12 * MILLION));
    assertThat(forecast.checked().get()).contains("12 MB spilled (forecast nothing)");
  }

  @Test
  void whatTheLastRunLeftBehindIsNoPartOfTheProgram() {
    look();
    String before = forecast.text().get();
    used = 300 * MILLION;
    look();
    assertThat(forecast.text().get()).isEqualTo(before);
  }

  @Test
  void aRunThatNothingWasSaidOfIsNotChecked() {
    forecast.begin();
    forecast.end(ended(0));
    assertThat(forecast.checked().get()).isEmpty();
  }
}
