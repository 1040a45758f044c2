package app.lineup.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which strategy is chosen (DESIGN §4.5).
final class StageStrategyRegistryTest {

  private static final Stage<Integer, Integer> STAGE = new Stage<>("stage");

  private record Named(StrategyProfile profile) implements StageStrategy<Integer, Integer> {

    @Override
    public PipelineIterator<Integer> attach(PipelineIterator<Integer> upstream, StageContext context) {
      return upstream;
    }
  }

  private static Named named(String name, ProcessingMode mode, MemoryPressureLevel bears, Capability... can) {
    return new Named(new StrategyProfile(name, mode, bears, Set.of(can), CostEstimate.UNMEASURED, ""));
  }

  private static final StageStrategyRegistry REGISTRY = new StageStrategyRegistry.Builder().add(STAGE, List.of(
      named("all", ProcessingMode.BATCH, MemoryPressureLevel.MODERATE),
      named("twice", ProcessingMode.HYBRID, MemoryPressureLevel.HIGH, Capability.JUDGES_FILTERS),
      named("stream", ProcessingMode.STREAMING, MemoryPressureLevel.CRITICAL, Capability.JUDGES_FILTERS),
      named("least", ProcessingMode.STREAMING, MemoryPressureLevel.CRITICAL))).build();

  private static KnownSize bytes(long bytes) {
    return new KnownSize(OptionalLong.empty(), OptionalLong.of(bytes));
  }

  private static String chosen(MemoryPressureLevel pressure, Demands demands) throws PipelineException {
    return REGISTRY.select(STAGE, new ProcessingConditions(pressure, demands)).profile().name();
  }

  @ParameterizedTest
  @CsvSource({
    "10000000, OPTIMAL, all", "10000000, HIGH, twice", "10000000, CRITICAL, stream", "10000000, EMERGENCY, least",
    "60000000, OPTIMAL, twice", "499999999, OPTIMAL, twice", "500000000, OPTIMAL, stream", "900000000, HIGH, stream"})
  @DisplayName("the first that bears the pressure and holds no more than the size allows, else the most frugal")
  void bySizeAndPressure(long bytes, MemoryPressureLevel pressure, String name) throws Exception {
    assertThat(chosen(pressure, new Demands(Map.of(), Map.of(), bytes(bytes)))).isEqualTo(name);
  }

  @Test
  @DisplayName("where nobody knows the size, nothing is held as a whole")
  void unknownSize() throws Exception {
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, Demands.NONE)).isEqualTo("twice");
  }

  @ParameterizedTest
  @CsvSource({"1000000, all", "600000, all", "599999, least"})
  @DisplayName("what is estimated to hold more than there is room for is not chosen, unless it is asked for")
  void room(long roomBytes, String name) throws Exception {
    var holding = new StrategyProfile("all", ProcessingMode.BATCH, MemoryPressureLevel.OPTIMAL, Set.of(),
        new CostEstimate(100_000, 100, 1, 0, 0), "");
    List<StrategyProfile> known = List.of(
        holding, new StrategyProfile("least", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY, ""));
    var size = new KnownSize(OptionalLong.of(1000), OptionalLong.of(400_000));
    var free = new Demands(Map.of(), Map.of(), size, roomBytes);
    assertThat(StrategyChoice.of("stage", known, new ProcessingConditions(MemoryPressureLevel.OPTIMAL, free)).name())
        .isEqualTo(name);
    var asked = new Demands(Map.of("stage", "all"), Map.of(), size, roomBytes);
    assertThat(StrategyChoice.of("stage", known, new ProcessingConditions(MemoryPressureLevel.OPTIMAL, asked)).name())
        .isEqualTo("all");
  }

  @Test
  @DisplayName("where none fits, the most frugal is not just the last: numbering has its greedy one there")
  void greedyLast() throws Exception {
    List<StrategyProfile> known = List.of(
        new StrategyProfile("twice", ProcessingMode.HYBRID, MemoryPressureLevel.EMERGENCY, ""),
        new StrategyProfile("all", ProcessingMode.BATCH, MemoryPressureLevel.MODERATE, ""));
    var large = new ProcessingConditions(
        MemoryPressureLevel.OPTIMAL, new Demands(Map.of(), Map.of(), bytes(900_000_000)));
    assertThat(StrategyChoice.of("stage", known, large).name()).isEqualTo("twice");
  }

  @Test
  @DisplayName("few items are few, whatever they weigh")
  void fewItems() {
    assertThat(new KnownSize(OptionalLong.of(24_999), OptionalLong.of(900_000_000)).most()).isEqualTo(ProcessingMode.BATCH);
    assertThat(new KnownSize(OptionalLong.of(25_000), OptionalLong.empty()).most()).isEqualTo(ProcessingMode.HYBRID);
    assertThat(new KnownSize(OptionalLong.of(250_000), OptionalLong.empty()).most()).isEqualTo(ProcessingMode.STREAMING);
  }

  @Test
  @DisplayName("what the user prefers comes first, whatever the size, as long as it bears the pressure")
  void preferred() throws Exception {
    var demands = new Demands(Map.of("stage", "all"), Map.of(), bytes(900_000_000));
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, demands)).isEqualTo("all");
    assertThat(chosen(MemoryPressureLevel.HIGH, demands)).isEqualTo("stream");
  }

  @Test
  @DisplayName("what cannot do what is required is not chosen, not even as the most frugal")
  void required() throws Exception {
    var demands = new Demands(Map.of(), Map.of("stage", Set.of(Capability.JUDGES_FILTERS)), bytes(10));
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, demands)).isEqualTo("twice");
    assertThat(chosen(MemoryPressureLevel.EMERGENCY, demands)).isEqualTo("stream");
  }

  @Test
  @DisplayName("a preferred one that is not there or cannot is an error that names those there are")
  void impossible() {
    var unknown = new Demands(Map.of("stage", "alll"), Map.of(), KnownSize.UNKNOWN);
    assertThatThrownBy(() -> chosen(MemoryPressureLevel.OPTIMAL, unknown)).isInstanceOf(PipelineException.class)
        .hasMessageContaining("no such strategy").extracting("advice").asString().contains("all, twice, stream, least");
    var unable =
        new Demands(Map.of("stage", "all"), Map.of("stage", Set.of(Capability.JUDGES_FILTERS)), KnownSize.UNKNOWN);
    assertThatThrownBy(() -> chosen(MemoryPressureLevel.OPTIMAL, unable)).isInstanceOf(PipelineException.class)
        .hasMessageContaining("asks the filters");
  }

  @Test
  @DisplayName("where nothing can do what is required, that is said")
  void nobody() {
    var demands = new Demands(Map.of(), Map.of("stage", Set.of(Capability.SEVERAL_CORES)), KnownSize.UNKNOWN);
    assertThatThrownBy(() -> chosen(MemoryPressureLevel.OPTIMAL, demands)).isInstanceOf(PipelineException.class)
        .hasMessageContaining("no strategy can do what this run needs");
  }
}
