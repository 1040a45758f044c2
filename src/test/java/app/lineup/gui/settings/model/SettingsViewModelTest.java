package app.lineup.gui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Sessions;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.settings.model.SettingsViewModel.About;
import app.lineup.gui.text.Texts;
import app.lineup.model.SeparatorPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsViewModelTest {

  private final List<String> told = new ArrayList<>();

  private SettingsViewModel settings(Map<String, String> kept) {
    return new SettingsViewModel(Texts.of("settings"), new SettingProperties(Sessions.with(kept, told)),
        new SimpleObjectProperty<>(Appearance.SYSTEM), new About("0.9", Path.of("data"), 512_000_000));
  }

  @Test
  void aFirstStartHasTheUsualChoices() {
    SettingsViewModel settings = settings(Map.of());
    assertThat(settings.budget().get()).isEqualTo("512");
    assertThat(settings.separators().get()).isEqualTo(SeparatorPolicy.KEEP);
    assertThat(settings.durable().get()).isTrue();
    assertThat(settings.waiting().get()).isTrue();
    assertThat(settings.version()).isEqualTo("Lineup 0.9");
    assertThat(settings.budgetNote()).contains("512.0 MB");
    assertThat(told).isEmpty();
  }

  @Test
  void whatWasChosenComesBack() {
    SettingsViewModel settings = settings(
        Map.of("memory.budget", "96", "separators", "HIDE", "durable", "false", "refresh.wait", "false"));
    assertThat(settings.waiting().get()).isFalse();
    assertThat(settings.budget().get()).isEqualTo("96");
    assertThat(settings.separators().get()).isEqualTo(SeparatorPolicy.HIDE);
    assertThat(settings.durable().get()).isFalse();
  }

  @Test
  void whatNobodyCouldHaveChosenIsAsAtAFirstStart() {
    SettingsViewModel settings = settings(Map.of("memory.budget", "0", "separators", "SOME", "durable", "maybe"));
    assertThat(settings.budget().get()).isEqualTo("512");
    assertThat(settings.separators().get()).isEqualTo(SeparatorPolicy.KEEP);
    assertThat(settings.durable().get()).isTrue();
  }

  @Test
  void everyChoiceIsKeptAtOnce() {
    SettingsViewModel settings = settings(Map.of());
    settings.budget().set(" 4096 ");
    settings.separators().set(SeparatorPolicy.HIDE);
    settings.durable().set(false);
    assertThat(told).containsExactly("memory.budget=4096", "separators=HIDE", "durable=false");
  }

  @Test
  void whatIsChosenElsewhereIsShownAndKept() {
    SettingsViewModel settings = settings(Map.of("memory.budget", "700"));
    settings.budget().set("much");
    settings.megabytes().set(128);
    assertThat(settings.budget().get()).isEqualTo("128");
    assertThat(settings.budgetProblem().get()).isEmpty();
    settings.budget().set(" 256 ");
    assertThat(settings.megabytes().get()).isEqualTo(256);
    assertThat(settings.budget().get()).as("nobody is disturbed who types").isEqualTo(" 256 ");
    assertThat(told).containsExactly("memory.budget=128", "memory.budget=256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "63", "4097", "-100", "1.5", "much", "99999999999"})
  void aWrongBudgetIsSaidAndNotKept(String typed) {
    SettingsViewModel settings = settings(Map.of("memory.budget", "700"));
    settings.budget().set(typed);
    assertThat(settings.budgetProblem().get())
        .isEqualTo("Say a whole number from 64 to 4,096. Until then it stays at 700 MB.");
    assertThat(told).isEmpty();
    settings.budget().set("96");
    assertThat(settings.budgetProblem().get()).isEmpty();
    assertThat(told).containsExactly("memory.budget=96");
  }
}
