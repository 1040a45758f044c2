package app.lineup.gui.rules.view;

import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.rules.model.RulesViewModel;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What can be done with rules by keys alone. Not thread-safe; used by the window's thread.
final class RuleKeys {

  private static final KeyCombination DUPLICATE = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
  private static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
  private static final KeyCombination MEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

  private final RulesViewModel rules;
  private final Node list;
  private final Node text;
  private final Runnable mend;

  /// @param list the list in it
  /// @param text where the selected row is written
  /// @param mend takes what is suggested in the place of a mistake
  RuleKeys(RulesViewModel rules, Node list, Node text, Runnable mend) {
    this.rules = rules;
    this.list = list;
    this.text = text;
    this.mend = mend;
    list.setOnKeyPressed(this::inList);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::beforeText);
    text.addEventHandler(KeyEvent.KEY_PRESSED, this::inText);
  }

  private void inList(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      with(event, rules::remove);
    } else if (UP.match(event)) {
      with(event, row -> rules.moveBy(row, -1));
    } else if (DOWN.match(event)) {
      with(event, row -> rules.moveBy(row, 1));
    } else if (DUPLICATE.match(event)) {
      with(event, rules::duplicate);
    } else if (event.getCode() == KeyCode.SPACE) {
      with(event, row -> row.on().set(!row.on().get()));
    } else if (event.getCode() == KeyCode.ENTER) {
      with(event, row -> text.requestFocus());
    }
  }

  private void inText(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      list.requestFocus();
      event.consume();
    }
  }

  /// Else the field would take it for a line's end.
  private void beforeText(KeyEvent event) {
    if (MEND.match(event)) {
      mend.run();
      event.consume();
    }
  }

  private void with(KeyEvent event, Consumer<RuleViewModel> action) {
    RuleViewModel row = rules.selected().get();
    if (row != null) {
      action.accept(row);
    }
    event.consume();
  }
}
