package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Filter;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is estimated of strategies has a say in which of them a run begins with.
final class EstimateChoicesTest {

  private static final long ENTRY_BYTES = 270;
  private static final List<Long> SIZES = List.of(600L, 10_000L, 100_000L, 250_000L, 1_000_000L, 5_000_000L);
  private static final List<Long> BUDGETS = List.of(24_000_000L, 48_000_000L, 64_000_000L, 128_000_000L, 512_000_000L,
      2_000_000_000L);
  /// How many of the lists take long to unpack.
  private static final List<Integer> PACKED = List.of(0, 1, 2, 4);

  private static RunPlan plan(boolean rules, boolean sorted) {
    var plan = new RunPlan(
        List.of(), rules ? List.of(new Rule("SET tvg_id = \"x\"", true)) : List.of(),
        rules ? List.of(new Filter(Filter.Mode.EXCLUDE, "group_title contains \"adult\"", true)) : List.of(),
        new Numbering.Keep(), SeparatorPolicy.KEEP, new Target.OfStream(OutputStream.nullOutputStream(), ""), false);
    return sorted ? plan.with(Order.BY_NAME) : plan;
  }

  private static Map<String, String> choices(RunPlan plan, long items, long budget, int packed) throws Exception {
    Forecast forecast = Forecast.of(CompiledPlan.of(plan), new ToRead(items, items * ENTRY_BYTES, packed),
        new RunMemory(budget, 10_000_000), 2);
    return forecast.strategies().entrySet().stream()
        .collect(Collectors.toMap(stage -> stage.getKey().id(), stage -> stage.getValue().name()));
  }

  @Test
  @DisplayName(
      "all else being the same, the size of the lists or the budget alone makes a run begin with another strategy")
  void changed() throws Exception {
    Map<String, Set<String>> changed = new TreeMap<>();
    for (boolean rules : List.of(false, true)) {
      for (boolean sorted : List.of(false, true)) {
        for (int packed : PACKED) {
          Map<String, Set<String>> taken = new TreeMap<>();
          for (long items : SIZES) {
            for (long budget : BUDGETS) {
              choices(plan(rules, sorted), items, budget, packed)
                  .forEach((stage, name) -> taken.computeIfAbsent(stage, _ -> new TreeSet<>()).add(name));
            }
          }
          taken.values().removeIf(names -> names.size() == 1);
          changed.putAll(taken);
        }
      }
    }
    assertThat(changed).containsEntry("source_loading", Set.of("inmemory_full", "batched_loader", "streaming_loader"));
  }

  @Test
  @DisplayName(
      "several lists that are slow to unpack rest in memory where they fit, two at a time where not, one where that "
          + "is too much")
  void loaders() throws Exception {
    assertThat(loader(100_000, 512_000_000, 4)).isEqualTo("inmemory_full");
    assertThat(loader(100_000, 48_000_000, 4)).isEqualTo("batched_loader");
    assertThat(loader(5_000_000, 512_000_000, 4)).isEqualTo("batched_loader");
    assertThat(loader(100_000, 24_000_000, 4)).isEqualTo("streaming_loader");
    assertThat(loader(100_000, 512_000_000, 1)).isEqualTo("streaming_loader");
    assertThat(loader(100_000, 512_000_000, 0)).isEqualTo("streaming_loader");
  }

  private static String loader(long items, long budget, int packed) throws Exception {
    return Optional.ofNullable(choices(plan(true, false), items, budget, packed).get("source_loading")).orElseThrow();
  }
}
