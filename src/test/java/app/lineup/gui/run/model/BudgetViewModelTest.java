package app.lineup.gui.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.text.Texts;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

final class BudgetViewModelTest {

  private final IntegerProperty megabytes = new SimpleIntegerProperty(512);
  private final BudgetViewModel budget =
      new BudgetViewModel(Texts.of("run"), megabytes, new BudgetViewModel.Range(64, 4096, 2_000_000_000));

  @Test
  void stepsGrowWithTheAmount() {
    assertThat(budget.last()).isEqualTo(12);
    assertThat(budget.position().get()).isEqualTo(6);
    assertThat(budget.amount().get()).isEqualTo("512 MB");
    budget.position().set(7);
    assertThat(megabytes.get()).isEqualTo(768);
    budget.position().set(0);
    assertThat(megabytes.get()).isEqualTo(64);
    budget.position().set(12);
    assertThat(megabytes.get()).isEqualTo(4096);
  }

  @Test
  void betweenTwoStepsTheNearerOneCounts() {
    budget.position().set(0.6);
    assertThat(megabytes.get()).isEqualTo(96);
    assertThat(budget.position().get()).isEqualTo(1);
  }

  @Test
  void whatWasTypedElsewhereStaysAsItIs() {
    megabytes.set(700);
    assertThat(budget.position().get()).isBetween(6.1, 6.9);
    assertThat(megabytes.get()).isEqualTo(700);
    assertThat(budget.amount().get()).isEqualTo("700 MB");
  }

  @Test
  void saysTheLeastAndWhatTheHeapDoesNotAllow() {
    assertThat(budget.note().get()).isEmpty();
    megabytes.set(64);
    assertThat(budget.note().get()).contains("the least");
    megabytes.set(4096);
    assertThat(budget.note().get()).contains("may grow to 2.0 GB");
  }
}
