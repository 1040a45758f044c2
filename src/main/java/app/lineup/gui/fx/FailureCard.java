package app.lineup.gui.fx;

import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows a failure: what happened, to what, what to do, and on request where in the program it came from. Takes no
/// room while there is none. Not thread-safe; used by the window's thread.
public final class FailureCard extends VBox {

  private final Texts texts = Texts.of("common");
  private final Label subject = new Label();
  private final Label what = new Label();
  private final Label advice = new Label();
  private final Hyperlink more = new Hyperlink(texts.get("details"));
  private final TextArea details = new TextArea();
  private final Button way = new Button();

  public FailureCard() {
    getStyleClass().add("failure-card");
    subject.getStyleClass().add("failure-subject");
    details.setEditable(false);
    details.setPrefRowCount(8);
    details.getStyleClass().add("code");
    more.setOnAction(event -> showDetails(!details.isVisible()));
    for (Label line : new Label[] {subject, what, advice}) {
      line.setWrapText(true);
      line.setMinHeight(USE_PREF_SIZE);
    }
    details.managedProperty().bind(details.visibleProperty());
    more.managedProperty().bind(more.visibleProperty());
    advice.managedProperty().bind(advice.visibleProperty());
    way.managedProperty().bind(way.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(subject, what, advice, way, more, details);
    show(null);
  }

  /// Shows this failure; null for none.
  public void show(@Nullable Failure failure) {
    setVisible(failure != null);
    way.setVisible(false);
    if (failure != null) {
      subject.setText(failure.subject());
      what.setText(sentence(failure.what()));
      advice.setText(failure.advice());
      advice.setVisible(!failure.advice().isEmpty());
      details.setText(failure.details());
      more.setVisible(!failure.details().isEmpty());
      showDetails(false);
    }
  }

  /// Offers a button that leads to where what is shown is mended, until something else is shown.
  public void offer(String name, Runnable action) {
    way.setText(name);
    way.setOnAction(event -> action.run());
    way.setVisible(true);
  }

  /// What happened is told without its subject, which stands in a line of its own here.
  private static String sentence(String what) {
    if (what.isEmpty()) {
      return what;
    }
    int first = what.codePointAt(0);
    String begun = Character.toString(Character.toUpperCase(first)) + what.substring(Character.charCount(first));
    return Character.isLetterOrDigit(what.codePointBefore(what.length())) ? begun + "." : begun;
  }

  private void showDetails(boolean shown) {
    details.setVisible(shown);
    more.setText(texts.get(shown ? "details.hide" : "details"));
  }
}
