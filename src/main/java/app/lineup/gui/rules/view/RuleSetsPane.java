package app.lineup.gui.rules.view;

import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.rules.model.OfferedSet;
import app.lineup.gui.rules.model.RuleSetsViewModel;
import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.rules.model.RulesViewModel;
import app.lineup.gui.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows a rule set before it is taken in, and what became of a file. Takes no room where there is nothing to show.
/// Not thread-safe; used by the window's thread.
public final class RuleSetsPane extends VBox {

  private static final String EXPORTED = "lineup-rules.json";
  private static final double MOST_HEIGHT = 190;

  private final Texts texts = Texts.of("rules");
  private final Label says = new Label();
  private final VBox offer = new VBox();
  private final Label title = new Label();
  private final Label description = new Label();
  private final Label summary = new Label();
  private final VBox rows = new VBox();
  private final Button add = new Button(texts.get("sets.add"));
  private final Button replace = new Button(texts.get("sets.replace"));
  private final Button cancel = new Button(texts.get("sets.cancel"));

  public RuleSetsPane() {
    setId("ruleSets");
    says.setId("setsSay");
    title.getStyleClass().add("row-title");
    summary.setId("setsSummary");
    summary.getStyleClass().add("muted");
    for (Label label : List.of(says, title, description, summary)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    add.setId("setsAdd");
    add.getStyleClass().add("accent");
    replace.setId("setsReplace");
    var buttons = new HBox(add, replace, cancel);
    buttons.getStyleClass().add("tools");
    buttons.setAlignment(Pos.CENTER_LEFT);
    rows.getStyleClass().add("details");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.setPrefHeight(MOST_HEIGHT);
    scroll.setMinHeight(USE_PREF_SIZE);
    offer.getStyleClass().add("rule-help");
    offer.getChildren().addAll(title, description, summary, scroll, buttons);
    getChildren().addAll(offer, says);
  }

  /// Fills `menu` and shows what comes of it.
  ///
  /// @param rules what goes out
  void show(RuleSetsViewModel sets, RulesViewModel rules, MenuButton menu) {
    says.textProperty().bind(sets.says());
    present(says, sets.says().map(text -> !text.isEmpty()));
    present(offer, sets.offered().map(set -> true).orElse(false));
    present(this, says.visibleProperty().flatMap(shown -> offer.visibleProperty().map(other -> shown || other)));
    sets.offered().subscribe(this::fill);
    add.setOnAction(event -> sets.append());
    replace.setOnAction(event -> sets.replace());
    cancel.setOnAction(event -> sets.dismiss());
    var ready = new Menu(texts.get("sets.ready"));
    sets.ready().subscribe(all -> ready.getItems().setAll(all.entrySet().stream()
        .map(one -> item(one.getValue(), () -> sets.lookAtReady(one.getKey()))).toList()));
    MenuItem selected = item(texts.get("sets.export-selected"), () -> {
      RuleViewModel row = rules.selected().get();
      if (row != null) {
        save(sets, List.of(row));
      }
    });
    selected.disableProperty().bind(rules.selected().isNull());
    menu.getItems().setAll(ready,
        item(texts.get("sets.import"), () ->
            Dialogs.openJson(this, texts.get("sets.import.title"), texts.get("sets.files")).ifPresent(sets::lookAt)),
        new SeparatorMenuItem(),
        item(texts.get("sets.export"), () -> save(sets, rules.rows())),
        selected);
  }

  private void save(RuleSetsViewModel sets, List<RuleViewModel> rows) {
    Dialogs.saveJson(this, texts.get("sets.export.title"), texts.get("sets.files"), EXPORTED)
        .ifPresent(file -> sets.export(file, rows));
  }

  private void fill(@Nullable OfferedSet set) {
    rows.getChildren().clear();
    if (set == null) {
      return;
    }
    title.setText(set.title());
    description.setText(set.description());
    summary.setText(set.summary());
    add.setDisable(!set.some());
    replace.setDisable(set.rows().isEmpty());
    set.rows().stream().limit(OfferedRow.MOST).map(OfferedRow::of).forEach(rows.getChildren()::add);
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static void present(Node part, ObservableValue<Boolean> when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(part.visibleProperty());
  }
}
