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

/// Which strategy is chosen (decision 39).
final class StageStrategyRegistryTest {

  private static final Stage<Integer, Integer> STAGE = new Stage<>("stage");

  private record Named(StrategyProfile profile) implements StageStrategy<Integer, Integer> {

    @Override
    public PipelineIterator<Integer> attach(PipelineIterator<Integer> upstream, StageContext context) {
      return upstream;
    }
  }

  private static StrategyProfile profile(String name, MemoryPressureLevel bears) {
    return new StrategyProfile(name, Shape.PER_BLOCK, bears, "");
  }

  private static StrategyProfile holding(String name, MemoryPressureLevel bears, double copies) {
    return profile(name, bears).costing(new CostEstimate(0, 0, copies, 0, 0));
  }

  private static final StageStrategyRegistry REGISTRY = new StageStrategyRegistry.Builder().add(STAGE, List.of(
      new Named(holding("all", MemoryPressureLevel.MODERATE, 1)),
      new Named(holding("half", MemoryPressureLevel.HIGH, 0.5).can(Capability.JUDGES_FILTERS)),
      new Named(profile("cores", MemoryPressureLevel.HIGH).byWorkers()),
      new Named(profile("stream", MemoryPressureLevel.CRITICAL).can(Capability.JUDGES_FILTERS)),
      new Named(profile("named", MemoryPressureLevel.CRITICAL).when(Condition.NAMED)),
      new Named(profile("least", MemoryPressureLevel.CRITICAL)))).build();

  private static final long ROOM = 100_000;

  private static KnownSize bytes(long bytes) {
    return new KnownSize(OptionalLong.empty(), OptionalLong.of(bytes));
  }

  private static String chosen(MemoryPressureLevel pressure, Demands demands) throws PipelineException {
    return REGISTRY.select(STAGE, new ProcessingConditions(pressure, demands)).profile().name();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, OPTIMAL, all", "1000, HIGH, half", "1000, CRITICAL, stream", "1000, EMERGENCY, least",
    "100000, OPTIMAL, all", "100001, OPTIMAL, half", "200000, OPTIMAL, half", "200001, OPTIMAL, stream",
    "900000, HIGH, stream"})
  @DisplayName(
      "the first that bears the pressure and is not estimated to hold more than there is room for, "
          + "else the most frugal")
  void bySizeAndPressure(long bytes, MemoryPressureLevel pressure, String name) throws Exception {
    assertThat(chosen(pressure, new Demands(Map.of(), Map.of(), Set.of(), bytes(bytes), ROOM))).isEqualTo(name);
  }

  @Test
  @DisplayName(
      "what needs a condition is taken where that is given, and by name in any run; what is only named by nobody else")
  void conditions() throws Exception {
    var several = new Demands(Map.of(), Map.of(), Set.of(Condition.SEVERAL_CORES), bytes(900_000), ROOM);
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, several)).isEqualTo("cores");
    assertThat(chosen(MemoryPressureLevel.CRITICAL, several)).isEqualTo("stream");
    var one = new Demands(Map.of("stage", "cores"), Map.of(), Set.of(), bytes(900_000), ROOM);
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, one)).isEqualTo("cores");
    var named = new Demands(Map.of("stage", "named"), Map.of(), Set.of(), bytes(900_000), ROOM);
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, named)).isEqualTo("named");
    assertThat(chosen(MemoryPressureLevel.EMERGENCY, named)).isEqualTo("least");
  }

  @Test
  @DisplayName("where nobody knows the size, nothing is held as a whole")
  void unknownSize() throws Exception {
    var unknown = new Demands(Map.of(), Map.of(), Set.of(), KnownSize.UNKNOWN, ROOM);
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, unknown)).isEqualTo("stream");
  }

  @ParameterizedTest
  @CsvSource({"1000000, all", "600000, all", "599999, least"})
  @DisplayName("what is estimated to hold more than there is room for is not chosen, unless it is asked for")
  void room(long roomBytes, String name) throws Exception {
    var holding = profile("all", MemoryPressureLevel.OPTIMAL).costing(new CostEstimate(100_000, 100, 1, 0, 0));
    List<StrategyProfile> known = List.of(holding, profile("least", MemoryPressureLevel.EMERGENCY));
    var size = new KnownSize(OptionalLong.of(1000), OptionalLong.of(400_000));
    var free = new Demands(Map.of(), Map.of(), Set.of(), size, roomBytes);
    assertThat(StrategyChoice.of("stage", known, new ProcessingConditions(MemoryPressureLevel.OPTIMAL, free)).name())
        .isEqualTo(name);
    var asked = new Demands(Map.of("stage", "all"), Map.of(), Set.of(), size, roomBytes);
    assertThat(StrategyChoice.of("stage", known, new ProcessingConditions(MemoryPressureLevel.OPTIMAL, asked)).name())
        .isEqualTo("all");
  }

  @Test
  @DisplayName("where none fits, the most frugal is not just the last: numbering has its greedy one there")
  void greedyLast() throws Exception {
    List<StrategyProfile> known = List.of(
        holding("half", MemoryPressureLevel.EMERGENCY, 0.5), holding("all", MemoryPressureLevel.MODERATE, 1));
    var large = new ProcessingConditions(
        MemoryPressureLevel.OPTIMAL, new Demands(Map.of(), Map.of(), Set.of(), bytes(900_000_000), ROOM));
    assertThat(StrategyChoice.of("stage", known, large).name()).isEqualTo("half");
  }

  @Test
  @DisplayName("what the user prefers comes first, whatever the size, as long as it bears the pressure")
  void preferred() throws Exception {
    var demands = new Demands(Map.of("stage", "all"), Map.of(), Set.of(), bytes(900_000_000), ROOM);
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, demands)).isEqualTo("all");
    assertThat(chosen(MemoryPressureLevel.HIGH, demands)).isEqualTo("stream");
  }

  @Test
  @DisplayName("what cannot do what is required is not chosen, not even as the most frugal")
  void required() throws Exception {
    var demands = new Demands(Map.of(), Map.of("stage", Set.of(Capability.JUDGES_FILTERS)), bytes(10));
    assertThat(chosen(MemoryPressureLevel.OPTIMAL, demands)).isEqualTo("half");
    assertThat(chosen(MemoryPressureLevel.EMERGENCY, demands)).isEqualTo("stream");
  }

  @Test
  @DisplayName("a preferred one that is not there or cannot is an error that names those there are")
  void impossible() {
    var unknown = new Demands(Map.of("stage", "alll"), Map.of(), KnownSize.UNKNOWN);
    assertThatThrownBy(() -> chosen(MemoryPressureLevel.OPTIMAL, unknown)).isInstanceOf(PipelineException.class)
        .hasMessageContaining("no such strategy").extracting("advice").asString()
        .contains("all, half, cores, stream, named, least");
    var unable =
        new Demands(Map.of("stage", "all"), Map.of("stage", Set.of(Capability.JUDGES_FILTERS)), KnownSize.UNKNOWN);
    assertThatThrownBy(() -> chosen(MemoryPressureLevel.OPTIMAL, unable)).isInstanceOf(PipelineException.class)
        .hasMessageContaining("to ask the filters");
  }

  @Test
  @DisplayName("where nothing can do what is required, that is said")
  void nobody() {
    var demands = new Demands(Map.of(), Map.of("stage", Set.of(Capability.SWITCHES_MID_STAGE)), KnownSize.UNKNOWN);
    assertThatThrownBy(() -> chosen(MemoryPressureLevel.OPTIMAL, demands)).isInstanceOf(PipelineException.class)
        .hasMessageContaining("no strategy can do what this run needs");
  }
}
