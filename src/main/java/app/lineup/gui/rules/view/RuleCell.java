package app.lineup.gui.rules.view;

import app.lineup.gui.rules.model.Hint;
import app.lineup.gui.rules.model.RuleMark;
import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.model.RuleKind;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;

/// A row of the list of rules: whether it is on, its kind, its text, whether it is wrong, what it does in all lists.
final class RuleCell extends ListCell<RuleViewModel> {

  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  private final ResourceBundle words;
  private final ToggleSwitch on = new ToggleSwitch();
  private final Label kind = new Label();
  private final Label text = new Label();
  private final MarkLabel hint = new MarkLabel();
  private final MarkLabel mark = new MarkLabel();
  private final HBox line = new HBox(on, kind, text, hint, mark);
  private @Nullable RuleViewModel shown;
  private Subscription showing = Subscription.EMPTY;

  RuleCell(ResourceBundle words) {
    this.words = words;
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule-row");
    kind.setMinWidth(Label.USE_PREF_SIZE);
    on.setMinWidth(ToggleSwitch.USE_PREF_SIZE);
    on.setAccessibleText(words.getString("on"));
    text.getStyleClass().add("code");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    // As wide as the list, not as its longest rule.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RuleViewModel row, boolean empty) {
    super.updateItem(row, empty);
    showing.unsubscribe();
    showing = Subscription.EMPTY;
    if (shown != null) {
      on.selectedProperty().unbindBidirectional(shown.on());
      shown = null;
    }
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    shown = row;
    on.selectedProperty().bindBidirectional(row.on());
    showing = Subscription.combine(
        row.kind().subscribe(this::show),
        row.text().subscribe(now -> text.setText(
            now.isBlank() ? words.getString("row.empty") : now.replaceAll("\\s+", " "))),
        row.mistake().subscribe(now -> line.pseudoClassStateChanged(BAD, now != null)),
        row.hint().subscribe(this::show),
        row.mark().subscribe(this::show),
        row.on().subscribe(now -> line.pseudoClassStateChanged(OFF, !now)));
    setGraphic(line);
  }

  private void show(RuleKind now) {
    kind.setText(words.getString("kind." + now.word()));
    kind.getStyleClass().setAll("label", "kind", now.word());
  }

  private void show(@Nullable Hint now) {
    if (now == null) {
      hint.hide();
    } else {
      hint.show("literal", "", now.what());
    }
    say();
  }

  private void show(@Nullable RuleMark now) {
    if (now == null) {
      mark.hide();
    } else {
      mark.show(now.notice().word(), now.count(), now.tells());
    }
    say();
  }

  /// Whoever hears the row hears its marks with it.
  private void say() {
    setAccessibleText(Stream.of(kind.getText(), text.getText(), hint.getAccessibleText(), mark.getAccessibleText())
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(". ")));
  }
}
