package app.lineup.gui.sources.view;

import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.SourcesViewModel;
import app.lineup.gui.sources.model.State;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Everything about the source that is selected: how it is, how fresh, what went wrong, what was found in it.
final class SourceDetails extends VBox {

  private final Label name = line("name", "detail-title");
  private final Label place = line("place", "muted");
  private final Label state = line("state", "state");
  private final Label refreshed = line("refreshed", "muted");
  private final Label change = line("change", "muted");
  private final Label inUse = line("inUse", "in-use");
  private final Tooltip exactly = new Tooltip();
  private final FailureCard failure = new FailureCard();
  private final FoundTabs found;
  private final Button again;
  private final Button stop;
  private @Nullable SourceViewModel row;
  private Subscription shown = Subscription.EMPTY;

  SourceDetails(SourcesViewModel sources, ResourceBundle words) {
    setId("details");
    getStyleClass().add("details");
    again = button("again", words.getString("refresh"), sources::refresh);
    stop = button("stop", words.getString("stop"), sources::stop);
    Button remove = button("remove", words.getString("remove"), sources::remove);
    found = new FoundTabs(words);
    failure.setId("failure");
    // A long address is cut, and not the buttons beside it.
    var title = new VBox(name, place);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    var top = new HBox(title, again, stop, remove);
    top.getStyleClass().add("tools");
    top.setAlignment(Pos.TOP_LEFT);
    for (Label label : new Label[] {state, refreshed, change, inUse}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.managedProperty().bind(label.visibleProperty());
    }
    refreshed.setTooltip(exactly);
    inUse.setTooltip(exactly);
    VBox.setVgrow(found, Priority.ALWAYS);
    getChildren().setAll(top, state, refreshed, change, inUse, failure, found);
  }

  private static Label line(String id, String style) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }

  private Button button(String id, String text, Consumer<SourceViewModel> action) {
    var button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> {
      if (row != null) {
        action.accept(row);
      }
    });
    return button;
  }

  /// Shows this source; null for none.
  void show(@Nullable SourceViewModel now) {
    shown.unsubscribe();
    shown = Subscription.EMPTY;
    state.textProperty().unbind();
    row = now;
    setVisible(now != null);
    if (now != null) {
      name.setText(now.name());
      place.setText(now.place());
      state.textProperty().bind(now.stateText());
      shown = Subscription.combine(
          now.state().subscribe(known -> show(now, known)), now.age().subscribe(age -> showAge(now)));
    }
  }

  private void show(SourceViewModel of, State now) {
    showButtons(now == State.COUNTING);
    // Its reason stands in the card.
    state.setVisible(now != State.FAILED);
    failure.show(now == State.COUNTING ? null : of.failure());
    say(change, now.isCounted() ? of.change() : "");
    showAge(of);
    // What was known before stays in view while a newer list is on its way.
    found.setVisible(now.isCounted() || (now == State.COUNTING && of.channels() > 0));
    if (now.isCounted()) {
      found.show(of);
    }
  }

  /// A button that is disabled hands the focus to the next one, and that would be the one that removes.
  private void showButtons(boolean underWay) {
    Button usable = underWay ? stop : again;
    Button other = underWay ? again : stop;
    usable.setDisable(false);
    if (other.isFocused()) {
      usable.requestFocus();
    }
    other.setDisable(true);
  }

  private void showAge(SourceViewModel of) {
    boolean counted = of.state().get().isCounted();
    say(refreshed, counted ? of.refreshed() : "");
    say(inUse, counted ? of.inUse() : "");
    exactly.setText(of.exactly());
  }

  private static void say(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
  }
}
