package app.lineup.gui.shell.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.gui.text.Texts;
import java.time.Instant;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

final class ShellViewModelTest {

  private MemoryReading reading = new MemoryReading(
      231_400_000, 100_000_000, 512_000_000, MemoryPressureLevel.OPTIMAL, Instant.EPOCH);

  private final ShellViewModel shell =
      new ShellViewModel(Texts.of("shell"), new SimpleStringProperty("none"), new SimpleStringProperty("off"),
          () -> reading, (files, text) -> {});

  @Test
  void saysHowMuchMemoryThereIsAndWhatThatMeans() {
    shell.sample();
    assertThat(shell.memory().get()).isEqualTo("Memory 231 MB");
    assertThat(shell.pressure().get()).isEqualTo("optimal");
    assertThat(shell.pressureName().get()).isEqualTo("Optimal");
    reading = new MemoryReading(0, 400_000_000, 512_000_000, MemoryPressureLevel.HIGH, Instant.EPOCH);
    shell.sample();
    assertThat(shell.memory().get()).as("where the system says no RSS").isEqualTo("Memory 400 MB");
    assertThat(shell.pressureName().get()).isEqualTo("High");
    assertThat(shell.pressureHint().get())
        .isEqualTo("Memory pressure: 400 MB of 512 MB in use. Runs work in small portions, and slower.");
  }
}
