package app.lineup.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.library.History;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibraryChange.Added;
import app.lineup.library.LibraryChange.Changed;
import app.lineup.library.Part;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.library.edits.Edit;
import app.lineup.library.edits.EditField;
import app.lineup.library.edits.EditStore;
import app.lineup.model.RuleKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionTest {

  private final List<Commit> kept = new ArrayList<>();
  private final Session session = new Session(Library.EMPTY, History.EMPTY, new EditStore(List.of()), kept::add,
      () -> Instant.EPOCH);

  private RuleRow rule(String text) {
    var row = new RuleRow(session.library().nextId(), RuleKind.RULE, text, true);
    session.change(Label.of("rule.added"), new Added(row, session.library().rules().size()));
    return row;
  }

  @Test
  void listenersHearOfTheirPartsAlone() {
    List<String> heard = new ArrayList<>();
    session.listen(EnumSet.of(Part.RULES, Part.SOURCES), library -> heard.add("rules"));
    Session.Listening order = session.listen(EnumSet.of(Part.ORDER), library -> heard.add("order"));
    rule("a");
    session.set(Setting.SEQUENCE, "NAMES");
    session.set(Setting.SEQUENCE, "NAMES");
    session.undo();
    order.close();
    session.redo();
    assertThat(heard).containsExactly("rules", "order", "order");
  }

  @Test
  void whatIsTypedIsOneStep() {
    RuleRow row = rule("a");
    for (String text : List.of("ab", "abc", "abcd")) {
      RuleRow now = session.library().rules().getFirst();
      session.changeOn(row.id(), Label.of("rule.text"), new Changed(now, now.withText(text)));
    }
    assertThat(session.history().batches()).hasSize(2);
    session.undo();
    assertThat(session.library().rules().getFirst().text()).isEqualTo("a");
    session.redo();
    assertThat(session.library().rules().getFirst().text()).isEqualTo("abcd");
  }

  @Test
  void everyCommitHasTheBatchThatChanged() {
    rule("a");
    session.undo();
    session.redo();
    assertThat(kept).hasSize(3);
    assertThat(kept).extracting(commit -> commit.batches().getFirst().isInForce()).containsExactly(true, false, true);
    assertThat(kept.getLast().library()).isEqualTo(session.library());
  }

  @Test
  void anOldStepIsTakenBackAlone() {
    RuleRow row = rule("a");
    session.change(Label.of("rule.off"), new Changed(row, row.withOn(false)));
    RuleRow off = session.library().rules().getFirst();
    session.change(Label.of("rule.text"), new Changed(off, off.withText("b")));
    session.takeBack(session.history().batches().get(1));
    assertThat(session.library().rules()).containsExactly(new RuleRow(row.id(), RuleKind.RULE, "b", true));
    assertThat(session.history().touchedBy(session.history().batches().getFirst())).hasSize(1);
    session.redo();
    assertThat(session.library().rules()).containsExactly(new RuleRow(row.id(), RuleKind.RULE, "b", false));
  }

  @Test
  void somethingNewEndsRedo() {
    rule("a");
    session.undo();
    rule("b");
    assertThat(session.redo()).isEmpty();
    assertThat(session.library().rules()).extracting(RuleRow::text).containsExactly("b");
  }

  @Test
  void whatChangesNothingIsNoStep() {
    RuleRow row = rule("a");
    session.undo();
    session.change(Label.of("rule.off"), new Changed(row, row.withOn(false)));
    session.change(Label.of("nothing"), List.<LibraryChange>of());
    assertThat(session.history().batches()).hasSize(1);
    assertThat(session.redo()).isPresent();
  }

  @Test
  void editsOfChannelsAreSteps() {
    session.edit(Label.of("edits", 1), List.of(new Edit(1, EditField.NAME, Optional.of("a"), "x")));
    session.edit(Label.of("edits", 1), List.of(new Edit(1, EditField.NAME, Optional.empty(), "x")));
    assertThat(kept.getLast().edits()).hasSize(1);
    session.takeBack(session.history().batches().getLast());
    assertThat(session.edits().edit(1, EditField.NAME).orElseThrow().value()).hasValue("a");
    session.undo();
    assertThat(session.edits().edit(1, EditField.NAME)).isEmpty();
    session.redo();
    session.redo();
    assertThat(session.edits().edit(1, EditField.NAME).orElseThrow().value()).isEmpty();
    assertThat(session.library().edits()).isEqualTo(6);
  }

  @Test
  void oldStepsAreForgotten() {
    for (int i = 0; i <= Session.KEPT_BATCHES; i++) {
      rule("r" + i);
    }
    assertThat(session.history().batches()).hasSize(Session.KEPT_BATCHES);
    while (session.undo().isPresent()) {
      assertThat(session.library().rules()).isNotEmpty();
    }
    assertThat(session.library().rules()).hasSize(1);
  }
}
