package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.Detail;
import app.lineup.gui.channels.model.DetailsViewModel;
import app.lineup.gui.channels.model.Step;
import java.util.List;
import java.util.ResourceBundle;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows a channel's fields and its way into the lineup. Not thread-safe; used by the window's thread.
final class DetailsPane extends VBox {

  private static final double NAMES_WIDTH = 76;

  /// Two lines.
  private static final double VALUE_HEIGHT = 38;

  private final ResourceBundle words;

  DetailsPane(ResourceBundle words) {
    this.words = words;
    getStyleClass().addAll("details", "scrolled");
    show(null);
  }

  /// Shows this channel; null for none.
  void show(DetailsViewModel.@Nullable Shown channel) {
    if (channel == null) {
      String hint = words.getString("details.none");
      getChildren().setAll(text(hint, "muted"));
      return;
    }
    getChildren().setAll(text(channel.name(), "detail-title"));
    channel.details().forEach(detail -> getChildren().add(line(detail)));
    String journey = words.getString("journey");
    getChildren().add(text(journey, "row-title"));
    channel.steps().forEach(step -> getChildren().add(card(step)));
  }

  private static Node line(Detail detail) {
    Label name = text(detail.name(), "muted");
    name.setMinWidth(NAMES_WIDTH);
    name.setMaxWidth(NAMES_WIDTH);
    // A long address would push the journey out of sight.
    Label value = text(detail.value());
    value.setMinHeight(0);
    value.setMaxHeight(VALUE_HEIGHT);
    value.setTooltip(new Tooltip(detail.value()));
    HBox.setHgrow(value, Priority.ALWAYS);
    var line = new HBox(name, value);
    line.getStyleClass().add("detail-line");
    return line;
  }

  private static Node card(Step step) {
    var card = new VBox(text(step.stage(), "step-stage"));
    card.getStyleClass().add("step");
    card.getChildren().add(text(step.what()));
    if (!step.code().isEmpty()) {
      card.getChildren().add(text(step.code(), "code"));
    }
    for (Step.Change change : step.changes()) {
      card.getChildren().add(text(change.field(), "muted"));
      List.of(text(change.before(), "before"), text(change.after(), "after")).stream()
          .filter(label -> !label.getText().isEmpty()).forEach(card.getChildren()::add);
    }
    return card;
  }

  private static Label text(String text, String... styles) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
