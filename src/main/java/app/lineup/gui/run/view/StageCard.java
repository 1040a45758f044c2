package app.lineup.gui.run.view;

import app.lineup.gui.run.model.Progress;
import app.lineup.gui.run.model.StageViewModel;
import javafx.beans.binding.Bindings;
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
        line(stage.rate(), "muted"), strategy(stage.strategy()), load(stage.load()), note(stage.note()));
    setMinWidth(0);
    setPrefWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    var hint = new Tooltip();
    hint.textProperty().bind(Bindings.createStringBinding(
        () -> (stage.strategy().get() + "\n" + stage.load().get() + "\n" + stage.note().get()).strip(),
        stage.strategy(), stage.load(), stage.note()));
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

  /// Has room for what mostly is there, so that the charts below seldom move.
  private static Label load(ObservableValue<String> lines) {
    Label label = line(lines.map(text -> text.contains("\n") ? text : text + "\n"), "stage-load");
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  /// Takes no room on the cards of stages that have nothing more to say.
  private static Label note(ObservableValue<String> text) {
    Label label = line(text, "muted");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static Label line(ObservableValue<String> text, String style) {
    var label = new Label();
    label.getStyleClass().add(style);
    label.textProperty().bind(text);
    return label;
  }
}
