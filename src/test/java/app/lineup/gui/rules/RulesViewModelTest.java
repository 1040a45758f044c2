package app.lineup.gui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.text.Texts;
import app.lineup.model.Filter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesViewModelTest {

  private final RulesViewModel rules = new RulesViewModel(Texts.of("rules"), Runnable::run, Runnable::run);

  private List<String> texts() {
    return rules.rows().stream().map(row -> row.text().get()).toList();
  }

  @Test
  void rulesStayAboveFilters() {
    rules.add(Kind.EXCLUDE, "f1");
    rules.add(Kind.RULE, "r1");
    RuleViewModel second = rules.add(Kind.RULE, "r2");
    rules.add(Kind.INCLUDE, "f2");
    assertThat(texts()).containsExactly("r1", "r2", "f1", "f2");
    assertThat(rules.canMove(second, 1)).isFalse();
    rules.move(second, 1);
    rules.move(second, -1);
    assertThat(texts()).containsExactly("r2", "r1", "f1", "f2");
    assertThat(rules.selected().get()).isSameAs(second);
  }

  @Test
  void removingIsUndone() {
    RuleViewModel row = rules.add(Kind.RULE, "r1");
    rules.add(Kind.RULE, "r2");
    rules.remove(row);
    assertThat(texts()).containsExactly("r2");
    assertThat(rules.undoText().get()).isEqualTo("Removed a rule.");
    rules.undo();
    assertThat(texts()).containsExactly("r1", "r2");
    assertThat(rules.undoText().get()).isEmpty();
  }

  @Test
  void aMistakeIsShownWithItsPlaceAndMendedBySuggestion() {
    RuleViewModel row = rules.add(Kind.EXCLUDE, "");
    assertThat(row.mistake().get().what()).startsWith("Nothing is written");
    row.text().set("group_title contians \"x\"");
    assertThat(row.mistake().get().what()).startsWith("Line 1, column 13: ");
    assertThat(row.mistake().get().picture()).endsWith(" ".repeat(12) + "^^^^^^^^");
    assertThat(row.mistake().get().suggestion()).isEqualTo("contains");
    assertThat(rules.firstMistake()).hasValueSatisfying(text -> assertThat(text).startsWith("Row 1"));
    row.takeSuggestion();
    assertThat(row.mistake().get()).isNull();
    assertThat(rules.firstMistake()).isEmpty();
  }

  @Test
  void whatIsOffDoesNotCount() {
    RuleViewModel row = rules.add(Kind.INCLUDE, "nonsense");
    row.on().set(false);
    assertThat(rules.firstMistake()).isEmpty();
    assertThat(rules.filters()).containsExactly(new Filter(Filter.Mode.INCLUDE, "nonsense", false));
    assertThat(rules.rules()).isEmpty();
  }

  @Test
  void onlyTheLastTextCounts() {
    List<Runnable> waiting = new ArrayList<>();
    var late = new RulesViewModel(Texts.of("rules"), waiting::add, Runnable::run);
    RuleViewModel row = late.add(Kind.EXCLUDE, "nonsense");
    row.text().set("group_title is_empty");
    waiting.reversed().forEach(Runnable::run);
    assertThat(row.mistake().get()).isNull();
  }
}
