package app.lineup.gui.run;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The card of one stage.
final class StageCard extends VBox {

  StageCard(StageViewModel stage) {
    getStyleClass().add("stage-card");
    var name = new Label(stage.name());
    name.getStyleClass().add("row-title");
    getChildren().addAll(name, line(stage.state(), "stage-state"), line(stage.items(), "stage-items"),
        line(stage.rate(), "muted"), strategy(stage.strategy()));
    setMinWidth(0);
    setPrefWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    var hint = new Tooltip();
    hint.textProperty().bind(stage.strategy());
    Tooltip.install(this, hint);
    stage.progress().subscribe(now -> {
      for (Progress one : Progress.values()) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass(one.name().toLowerCase(java.util.Locale.ROOT)), one == now);
      }
    });
  }

  /// In two lines, since the longest names are wider than a card of a small window.
  private static Label strategy(ObservableValue<String> name) {
    Label label = line(name.map(text -> text.contains("_") ? text.replaceFirst("_", "_\n") : text + "\n"), "muted");
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static Label line(ObservableValue<String> text, String style) {
    var label = new Label();
    label.getStyleClass().add(style);
    label.textProperty().bind(text);
    return label;
  }
}
