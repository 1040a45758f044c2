package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.model.Deduplication;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.LogoPlan;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.SpillFormat;
import app.lineup.model.Target;
import app.lineup.problem.PipelineException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is said of a run before it begins.
final class ForecastTest {

  private static final long MILLION = 1_000_000;
  private static final long BYTES = 270 * MILLION;

  private static RunPlan plan(Map<String, String> preferred, LogoPlan logos, Rule... rules) {
    return new RunPlan(
        List.of(), List.of(rules), List.of(new Filter(Filter.Mode.EXCLUDE, "group_title contains \"adult\"", true)),
        Order.AS_LOADED, new Numbering.Keep(), SeparatorPolicy.KEEP,
        new Target.OfStream(OutputStream.nullOutputStream(), ""), false,
        new Tuning(preferred, OptionalInt.empty(), Deduplication.NONE), logos, Optional.empty());
  }

  private static Forecast of(RunPlan plan, long budgetBytes) throws PipelineException {
    return of(plan, new ToRead(MILLION, BYTES), budgetBytes);
  }

  private static Forecast of(RunPlan plan, ToRead read, long budgetBytes) throws PipelineException {
    return Forecast.of(CompiledPlan.of(plan), read, new RunMemory(budgetBytes, 0), 2);
  }

  private static String name(Forecast forecast, StageType stage) {
    return forecast.strategies().get(stage).name();
  }

  @Test
  @DisplayName("a usual run holds little, spills nothing and meets no pressure, whatever the budget of the user is")
  void usual() throws Exception {
    Forecast forecast = of(plan(Map.of(), new LogoPlan.Off()), 96_000_000);
    assertThat(forecast.strategies()).containsOnlyKeys(StageType.values());
    assertThat(name(forecast, StageType.LOGO_PREFETCH)).isEqualTo("skip_prefetch");
    assertThat(forecast.memoryBytes()).isBetween(1_000_000L, 40_000_000L);
    assertThat(forecast.spillBytes()).isZero();
    assertThat(forecast.pressure()).isEqualTo(MemoryPressureLevel.OPTIMAL);
    assertThat(forecast.seconds()).isBetween(0.3, 5.0);
  }

  @Test
  @DisplayName("what holds everything holds it where there is room, and spills it where there is none")
  void room() throws Exception {
    RunPlan plan = plan(Map.of("source_loading", "inmemory_full"), new LogoPlan.Off());
    Forecast wide = of(plan, 2_000_000_000);
    assertThat(wide.memoryBytes()).isBetween(BYTES, 2 * BYTES);
    assertThat(wide.spillBytes()).isZero();
    Forecast narrow = of(plan, 96_000_000);
    assertThat(narrow.memoryBytes()).isLessThan(96_000_000);
    assertThat(narrow.spillBytes()).isGreaterThanOrEqualTo(BYTES);
    assertThat(narrow.pressure()).isEqualTo(MemoryPressureLevel.HIGH);
    assertThat(narrow.seconds()).isGreaterThan(wide.seconds());
  }

  @Test
  @DisplayName("more rules take longer, those that are off do not; twice the entries take twice as long")
  void time() throws Exception {
    var on = new Rule("SET tvg_id = \"x\"", true);
    double none = of(plan(Map.of(), new LogoPlan.Off()), 1 << 30).seconds();
    assertThat(of(plan(Map.of(), new LogoPlan.Off(), on, on), 1 << 30).seconds()).isGreaterThan(none);
    assertThat(of(plan(Map.of(), new LogoPlan.Off(), new Rule("SET tvg_id = \"x\"", false)), 1 << 30).seconds())
        .isEqualTo(none);
    double twice = of(plan(Map.of(), new LogoPlan.Off()), new ToRead(2 * MILLION, 2 * BYTES), 1 << 30).seconds();
    double nothing = of(plan(Map.of(), new LogoPlan.Off()), new ToRead(0, 0), 1 << 30).seconds();
    assertThat(twice - nothing).as("but for the start").isEqualTo(2 * (none - nothing), within(1e-9));
  }

  @Test
  @DisplayName("pictures as the run would look for them")
  void logos() throws Exception {
    assertThat(name(of(plan(Map.of(), new LogoPlan.On(Path.of("x"), 1, true)), 1 << 30), StageType.LOGO_PREFETCH))
        .isEqualTo("concurrent_prefetch");
    assertThat(name(of(plan(Map.of(), new LogoPlan.On(Path.of("x"), 1, false)), 1 << 30), StageType.LOGO_PREFETCH))
        .isEqualTo("cached_only");
  }

  @Test
  @DisplayName("a strategy that is not there is said, as the run would say it")
  void unknown() {
    assertThatThrownBy(() -> of(plan(Map.of("output", "best_output"), new LogoPlan.Off()), 1 << 30))
        .isInstanceOf(PipelineException.class).hasMessageContaining("there is no such strategy");
  }

  @Test
  @DisplayName(
      "a sort holds what it has room for and spills the whole list where it has none; lines of JSON take more of the "
          + "disk")
  void sorts() throws Exception {
    RunPlan sorted = plan(Map.of(), new LogoPlan.Off()).with(Order.BY_NAME);
    Forecast small = of(sorted, new ToRead(50_000, 50_000 * 270), 512_000_000);
    assertThat(small.spillBytes()).isZero();
    assertThat(small.memoryBytes()).isBetween(25_000_000L, 50_000_000L);
    Forecast large = of(sorted, 64_000_000);
    assertThat(large.spillBytes()).isBetween(BYTES, 2 * BYTES);
    assertThat(large.memoryBytes()).isLessThan(64_000_000);
    assertThat(large.seconds()).isGreaterThan(2 * of(plan(Map.of(), new LogoPlan.Off()), 64_000_000).seconds());
    Forecast lines = of(sorted.with(Tuning.NONE.with(SpillFormat.JSONL)), 64_000_000);
    assertThat(lines.spillBytes()).isGreaterThan(large.spillBytes());
    assertThat(lines.seconds()).isGreaterThan(large.seconds());
  }

  @Test
  @DisplayName("a list that comes through a pipe rests for its second reading; numbers that need none let it pass")
  void pipe() throws Exception {
    assertThat(of(piped(new Numbering.Keep()), 64_000_000).spillBytes()).isEqualTo(BYTES);
    assertThat(of(piped(new Numbering.Keep()), new ToRead(10_000, 2_700_000), 64_000_000).spillBytes()).isZero();
    assertThat(of(piped(new Numbering.None()), 64_000_000).spillBytes()).isZero();
  }

  private static RunPlan piped(Numbering numbering) {
    return new RunPlan(List.of(new Source("pipe", new Location.StandardInput())), List.of(), List.of(), numbering,
        SeparatorPolicy.KEEP, new Target.OfStream(OutputStream.nullOutputStream(), ""), false);
  }

  @Test
  @DisplayName("what is remembered of channels is held however small the budget is")
  void least() throws Exception {
    var sources = List.of(new Source("one", new Location.StandardInput()),
        new Source("two", new Location.OfFile(Path.of("two"))));
    var plan = new RunPlan(sources, List.of(), List.of(), new Numbering.None(), SeparatorPolicy.KEEP,
        new Target.OfStream(OutputStream.nullOutputStream(), ""), false)
        .with(new Tuning(Map.of(), OptionalInt.empty(), Deduplication.URL));
    Forecast forecast = of(plan, new ToRead(10 * MILLION, 10 * BYTES), 48_000_000);
    assertThat(forecast.leastBytes()).isGreaterThan(100_000_000);
    assertThat(forecast.memoryBytes()).isGreaterThanOrEqualTo(forecast.leastBytes());
    assertThat(forecast.pressure()).isEqualTo(MemoryPressureLevel.EMERGENCY);
  }
}
