package app.lineup.gui.rules.view;

import app.lineup.gui.rules.model.Hint;
import app.lineup.gui.rules.model.RuleMark;
import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.text.Texts;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Says what may be wrong with a rule that can be understood, and mends it when asked. Takes no room where nothing
/// seems wrong. Not thread-safe; used by the window's thread.
public final class HintPane extends VBox {

  private final Texts texts = Texts.of("rules");
  private final Label useless = new Label();
  private final Label what = new Label();
  private final Hyperlink asContains = new Hyperlink(texts.get("hint.contains"));
  private final Hyperlink asPattern = new Hyperlink(texts.get("hint.escape"));
  private final FlowPane offers = new FlowPane(asContains, asPattern);
  private @Nullable RuleViewModel row;
  private Subscription showing = Subscription.EMPTY;

  public HintPane() {
    getStyleClass().add("hints");
    setMinHeight(USE_PREF_SIZE);
    useless.setId("useless");
    what.setId("hint");
    asContains.setId("hintContains");
    asPattern.setId("hintEscape");
    offers.getStyleClass().add("offers-line");
    for (Label label : new Label[] {useless, what}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.managedProperty().bind(label.visibleProperty());
    }
    offers.managedProperty().bind(offers.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(useless, what, offers);
    setVisible(false);
  }

  /// Shows what is said of `now` from here on.
  ///
  /// @param mended is called when its text was mended
  void show(@Nullable RuleViewModel now, Runnable mended) {
    showing.unsubscribe();
    showing = Subscription.EMPTY;
    row = now;
    setVisible(false);
    if (now != null) {
      asContains.setOnAction(event -> mend(now, false, mended));
      asPattern.setOnAction(event -> mend(now, true, mended));
      showing = Subscription.combine(
          now.hint().subscribe(hint -> show()), now.mark().subscribe(mark -> show()),
          now.mistake().subscribe(mistake -> show()));
    }
  }

  private static void mend(RuleViewModel row, boolean asPattern, Runnable mended) {
    row.takeHint(asPattern);
    mended.run();
  }

  private void show() {
    Hint hint = row == null || row.mistake().get() != null ? null : row.hint().get();
    RuleMark mark = row == null ? null : row.mark().get();
    String why = mark != null && mark.notice() == RuleMark.Notice.USELESS ? mark.tells() : "";
    useless.setText(why);
    useless.setVisible(!why.isEmpty());
    what.setText(hint == null ? "" : hint.what());
    what.setVisible(hint != null);
    offers.setVisible(hint != null);
    setVisible(hint != null || !why.isEmpty());
  }
}
