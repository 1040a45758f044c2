package app.lineup.gui.rules.view;

import app.lineup.gui.rules.model.Mistake;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows what is wrong with a rule, and what can be done about it at once. Takes no room where nothing is wrong. Not
/// thread-safe; used by the window's thread.
public final class MistakePane extends VBox {

  private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");

  private final Label what = new Label();
  private final Hyperlink suggestion = new Hyperlink();

  public MistakePane() {
    getStyleClass().add("wrong");
    setMinHeight(USE_PREF_SIZE);
    what.setId("what");
    what.getStyleClass().add("problem");
    what.setWrapText(true);
    what.setMinHeight(USE_PREF_SIZE);
    suggestion.setId("suggestion");
    suggestion.managedProperty().bind(suggestion.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(what, suggestion);
  }

  /// @param taken is called when the suggestion is to be taken
  void onTake(Runnable taken) {
    suggestion.setOnAction(event -> taken.run());
  }

  void show(@Nullable Mistake mistake) {
    setVisible(mistake != null);
    if (mistake != null) {
      what.setText(mistake.what());
      suggestion.setText(mistake.offer());
      suggestion.setVisible(!mistake.offer().isEmpty());
      pseudoClassStateChanged(UNFINISHED, mistake.unfinished());
    }
  }
}
