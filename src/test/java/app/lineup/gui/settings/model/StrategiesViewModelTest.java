package app.lineup.gui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Sessions;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StrategiesViewModelTest {

  private final List<String> told = new ArrayList<>();

  private StrategiesViewModel strategies(Map<String, String> kept) {
    return new StrategiesViewModel(Texts.of("settings"), new SettingProperties(Sessions.with(kept, told)));
  }

  @Test
  void everyStageButLogosMayBeLeftToTheProgram() {
    StrategiesViewModel strategies = strategies(Map.of());
    assertThat(strategies.rows()).hasSize(6)
        .allMatch(row -> row.chosen().get().isEmpty() && row.names().getFirst().isEmpty());
    assertThat(strategies.rows()).extracting(StrategyViewModel::stage).doesNotContain("Logos").startsWith("Loading");
    assertThat(strategies.rows().getFirst().names()).contains("inmemory_full", "minimal_loader");
    assertThat(strategies.rows().get(2).names()).as("one that no filter can do with")
        .doesNotContain("passthrough_filter");
  }

  @Test
  void aChoiceCountsAtOnceAndIsKept() {
    StrategiesViewModel strategies = strategies(Map.of("strategy.output", "streaming_output"));
    strategies.rows().getFirst().chosen().set("inmemory_full");
    strategies.rows().getFirst().chosen().set("");
    assertThat(told).containsExactly("strategy.source_loading=inmemory_full", "strategy.source_loading=");
  }

  @Test
  void aNameThatIsNoneHereIsShownAsItIs() {
    StrategiesViewModel strategies = strategies(Map.of("strategy.source_loading", "quantum_loader"));
    assertThat(strategies.rows().getFirst().chosen().get()).isEqualTo("quantum_loader");
  }
}
