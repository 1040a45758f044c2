package app.lineup.gui.rules.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.gui.text.Texts;
import app.lineup.model.Filter;
import app.lineup.model.RuleKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesViewModelTest {

  private final Session session = Sessions.empty();
  private final RulesViewModel rules = new RulesViewModel(Texts.of("rules"), session, Runnable::run, Runnable::run);

  private List<String> texts() {
    return rules.rows().stream().map(row -> row.text().get()).toList();
  }

  @Test
  void rulesStayAboveFilters() {
    rules.add(RuleKind.EXCLUDE, "f1");
    rules.add(RuleKind.RULE, "r1");
    RuleViewModel second = rules.add(RuleKind.RULE, "r2");
    rules.add(RuleKind.INCLUDE, "f2");
    assertThat(texts()).containsExactly("r1", "r2", "f1", "f2");
    assertThat(rules.order().canMove(second, 1)).isFalse();
    rules.moveBy(second, 1);
    rules.moveBy(second, -1);
    assertThat(texts()).containsExactly("r2", "r1", "f1", "f2");
    assertThat(rules.selected().get()).isSameAs(second);
  }

  @Test
  void aRowMovesAmongItsKind() {
    RuleViewModel first = rules.add(RuleKind.RULE, "r1");
    rules.add(RuleKind.RULE, "r2");
    rules.add(RuleKind.RULE, "r3");
    RuleViewModel filter = rules.add(RuleKind.INCLUDE, "f1");
    rules.add(RuleKind.EXCLUDE, "f2");
    rules.move(first, 2);
    assertThat(texts()).containsExactly("r2", "r3", "r1", "f1", "f2");
    assertThat(rules.selected().get()).isSameAs(first);
    rules.move(first, 4);
    assertThat(texts()).containsExactly("r2", "r3", "r1", "f1", "f2");
    rules.move(filter, 0);
    assertThat(texts()).containsExactly("r2", "r3", "r1", "f1", "f2");
    rules.move(filter, 9);
    assertThat(texts()).containsExactly("r2", "r3", "r1", "f2", "f1");
    rules.move(first, -1);
    assertThat(texts()).containsExactly("r1", "r2", "r3", "f2", "f1");
  }

  @Test
  void aDroppedRowLandsInItsGapAmongItsKind() {
    RuleViewModel first = rules.add(RuleKind.RULE, "r1");
    rules.add(RuleKind.RULE, "r2");
    RuleViewModel filter = rules.add(RuleKind.EXCLUDE, "f1");
    RuleOrder order = rules.order();
    assertThat(List.of(0, 1)).allMatch(gap -> order.landing(first, gap).isEmpty());
    assertThat(order.landing(first, 2)).hasValue(1);
    assertThat(order.landing(first, 3)).isEmpty();
    assertThat(List.of(0, 1, 2, 3)).allMatch(gap -> order.landing(filter, gap).isEmpty());
    rules.add(RuleKind.EXCLUDE, "f2");
    assertThat(order.landing(filter, 4)).hasValue(3);
  }

  @Test
  void aDuplicateStandsBelow() {
    RuleViewModel row = rules.add(RuleKind.EXCLUDE, "f1");
    row.on().set(false);
    rules.add(RuleKind.EXCLUDE, "f2");
    rules.duplicate(row);
    assertThat(texts()).containsExactly("f1", "f1", "f2");
    assertThat(rules.selected().get()).isSameAs(rules.rows().get(1)).isNotSameAs(row);
    assertThat(rules.filters().get(1)).isEqualTo(new Filter(Filter.Mode.EXCLUDE, "f1", false));
  }

  @Test
  void everyChangeOfTheRowsIsUndoneAndMadeAgain() {
    RuleViewModel row = rules.add(RuleKind.INCLUDE, "f1");
    rules.add(RuleKind.INCLUDE, "f2");
    rules.move(row, 1);
    row.on().set(false);
    row.kind().set(RuleKind.EXCLUDE);
    rules.duplicate(row);
    rules.remove(row);
    rules.rows().getLast().text().set("typ");
    rules.rows().getLast().text().set("typed later");
    List<List<Filter>> seen = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      seen.add(rules.filters());
      session.undo();
    }
    assertThat(seen.stream().map(List::size)).containsExactly(2, 2, 3, 2, 2, 2, 2, 1, 0);
    assertThat(seen.get(0).get(1)).isEqualTo(new Filter(Filter.Mode.EXCLUDE, "typed later", false));
    assertThat(seen.get(3).get(1)).isEqualTo(new Filter(Filter.Mode.EXCLUDE, "f1", false));
    assertThat(seen.get(4).get(1)).isEqualTo(new Filter(Filter.Mode.INCLUDE, "f1", false));
    assertThat(seen.get(5).get(1).on()).isTrue();
    assertThat(seen.get(6).get(0).text()).isEqualTo("f1");
    for (List<Filter> state : seen.reversed()) {
      assertThat(rules.filters()).isEqualTo(state);
      session.redo();
    }
    assertThat(rules.filters()).isEqualTo(seen.getFirst());
  }

  @Test
  void anEditAfterUndoingEndsWhatCanBeMadeAgain() {
    rules.add(RuleKind.RULE, "r1");
    session.undo();
    rules.add(RuleKind.RULE, "r2");
    session.redo();
    assertThat(texts()).containsExactly("r2");
  }

  @Test
  void undoingTurnsToTheRowItIsAbout() {
    RuleViewModel row = rules.add(RuleKind.RULE, "r1");
    rules.add(RuleKind.RULE, "r2");
    row.on().set(false);
    session.undo();
    assertThat(rules.selected().get()).isSameAs(row);
    session.undo();
    assertThat(texts()).containsExactly("r1");
    assertThat(rules.selected().get()).isSameAs(row);
    session.redo();
    assertThat(rules.selected().get().text().get()).isEqualTo("r2");
  }

  @Test
  void tellsOfEveryChangeThatARunWouldSee() {
    List<String> told = new ArrayList<>();
    rules.onChange(() -> told.add(rules.rules() + "" + rules.filters()));
    RuleViewModel row = rules.add(RuleKind.INCLUDE, "f1");
    row.text().set("f2");
    row.kind().set(RuleKind.EXCLUDE);
    row.on().set(false);
    rules.add(RuleKind.EXCLUDE, "f3");
    rules.move(row, 1);
    rules.remove(row);
    session.undo();
    assertThat(told.stream().distinct()).hasSize(7);
    assertThat(told.getLast()).isEqualTo(rules.rules() + "" + rules.filters());
  }

  @Test
  void whatIsTypedIntoAnotherRowIsAnotherStep() {
    RuleViewModel one = rules.add(RuleKind.RULE, "r1");
    RuleViewModel two = rules.add(RuleKind.RULE, "r2");
    two.text().set("r2 typed");
    rules.selected().set(one);
    rules.selected().set(two);
    two.text().set("r2 typed again");
    session.undo();
    assertThat(texts()).containsExactly("r1", "r2 typed");
  }

  @Test
  void aMistakeIsShownWithItsPlaceAndMendedBySuggestion() {
    RuleViewModel row = rules.add(RuleKind.EXCLUDE, "");
    assertThat(row.mistake().get().what()).startsWith("Nothing is written");
    row.text().set("group_title contians \"x\"");
    assertThat(row.mistake().get().what()).startsWith("Line 1, column 13: ");
    assertThat(row.mistake().get().suggestion()).isEqualTo("contains");
    assertThat(rules.firstMistake()).hasValueSatisfying(text -> assertThat(text).startsWith("Row 1"));
    row.takeSuggestion();
    assertThat(row.mistake().get()).isNull();
    assertThat(rules.firstMistake()).isEmpty();
  }

  @Test
  void whatIsOffDoesNotCount() {
    RuleViewModel row = rules.add(RuleKind.INCLUDE, "nonsense");
    row.on().set(false);
    assertThat(rules.firstMistake()).isEmpty();
    assertThat(rules.filters()).containsExactly(new Filter(Filter.Mode.INCLUDE, "nonsense", false));
    assertThat(rules.rules()).isEmpty();
  }

  @Test
  void whatWasReadForARunIsNotReadAgain() {
    List<Runnable> waiting = new ArrayList<>();
    var late = new RulesViewModel(Texts.of("rules"), Sessions.empty(), waiting::add, Runnable::run);
    RuleViewModel row = late.add(RuleKind.EXCLUDE, "nonsense");
    assertThat(row.mistake().get()).isNull();
    assertThat(late.firstMistake()).isPresent();
    assertThat(row.mistake().get()).isSameAs(row.mistakeNow()).isNotNull();
  }

  @Test
  void onlyTheLastTextCounts() {
    List<Runnable> waiting = new ArrayList<>();
    var late = new RulesViewModel(Texts.of("rules"), Sessions.empty(), waiting::add, Runnable::run);
    RuleViewModel row = late.add(RuleKind.EXCLUDE, "nonsense");
    row.text().set("group_title is_empty");
    assertThat(late.firstMistake()).as("what nobody has read yet is read").isEmpty();
    waiting.reversed().forEach(Runnable::run);
    assertThat(row.mistake().get()).isNull();
  }
}
