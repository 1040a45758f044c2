package app.lineup.gui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.text.Texts;
import app.lineup.library.file.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StrategiesViewModelTest {

  private final List<String> told = new ArrayList<>();

  private StrategiesViewModel strategies(Map<String, String> kept) {
    return new StrategiesViewModel(Texts.of("settings"), new Preferences(kept, (name, value) -> told.add(name + "=" + value)));
  }

  @Test
  void everyStageButLogosMayBeLeftToTheProgram() {
    StrategiesViewModel strategies = strategies(Map.of());
    assertThat(strategies.preferred()).isEmpty();
    assertThat(strategies.rows()).hasSize(6).allMatch(row -> row.chosen().get().isEmpty() && row.names().getFirst().isEmpty());
    assertThat(strategies.rows()).extracting(StrategyViewModel::stage).doesNotContain("Logos").startsWith("Loading");
    assertThat(strategies.rows().getFirst().names()).contains("inmemory_full", "minimal_loader");
    assertThat(strategies.rows().get(2).names()).as("one that no filter can do with").doesNotContain("passthrough_filter");
  }

  @Test
  void aChoiceCountsAtOnceAndIsKept() {
    StrategiesViewModel strategies = strategies(Map.of("strategy.output", "streaming_output"));
    var changes = new ArrayList<String>();
    strategies.onChange(() -> changes.add("now"));
    strategies.rows().getFirst().chosen().set("inmemory_full");
    assertThat(strategies.preferred())
        .isEqualTo(Map.of("output", "streaming_output", "source_loading", "inmemory_full"));
    strategies.rows().getFirst().chosen().set("");
    assertThat(strategies.preferred()).isEqualTo(Map.of("output", "streaming_output"));
    assertThat(told).containsExactly("strategy.source_loading=inmemory_full", "strategy.source_loading=");
    assertThat(changes).hasSize(2);
  }

  @Test
  void aNameThatIsNoneHereIsNotPreferred() {
    StrategiesViewModel strategies = strategies(Map.of("strategy.source_loading", "quantum_loader"));
    assertThat(strategies.preferred()).isEmpty();
    assertThat(strategies.rows().getFirst().chosen().get()).isEmpty();
  }
}
