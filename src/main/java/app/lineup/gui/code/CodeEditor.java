package app.lineup.gui.code;

import java.util.Collection;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/// A field in which a text of the rule language is written. Not thread-safe; used by the window's thread.
public final class CodeEditor extends StackPane {

  private static final double LEAST_HEIGHT = 58;
  private static final double MOST_HEIGHT = 124;
  private static final double FRAME = 14;

  private final CodeArea area = new CodeArea();
  private final Label hint = new Label();
  private @Nullable OffersPane offered;
  private boolean replacing;

  public CodeEditor() {
    getStyleClass().addAll("code-editor", "code");
    hint.getStyleClass().add("hint");
    hint.setMouseTransparent(true);
    area.setWrapText(true);
    area.setPlaceholder(hint, Pos.TOP_LEFT);
    setMinHeight(LEAST_HEIGHT);
    setMaxHeight(MOST_HEIGHT);
    setPrefHeight(LEAST_HEIGHT);
    area.totalHeightEstimateProperty().addListener((property, before, now) ->
        setPrefHeight(now == null ? LEAST_HEIGHT : Math.clamp(now + FRAME, LEAST_HEIGHT, MOST_HEIGHT)));
    getChildren().add(new VirtualizedScrollPane<>(area));
  }

  /// Shows and changes what `code` says.
  ///
  /// @param over  what the pop-up may cover
  /// @param name  what is written here, for those who do not see it
  public void show(CodeViewModel code, Pane over, String name) {
    area.setAccessibleText(name);
    var pane = new OffersPane(code.offers(), over, () -> take(code));
    offered = pane;
    var keys = new CodeKeys(code, () -> take(code), this::pass);
    area.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    area.plainTextChanges().subscribe(
        change -> code.edited(change.getPosition(), change.getInserted(), area.getText()));
    area.caretPositionProperty().addListener((property, before, now) -> {
      // On its way to the end of what is written it passes other places.
      if (!replacing) {
        code.moved(now);
      }
    });
    area.focusedProperty().subscribe(focused -> {
      // A window that is only out of sight for a while keeps what it shows.
      Node owner = getScene() == null ? null : getScene().getFocusOwner();
      if (focused || (owner != null && !owner.equals(area))) {
        code.writing(focused);
      }
    });
    code.text().subscribe(this::put);
    code.document().subscribe(number -> begin());
    code.look().subscribe(this::dress);
    code.offers().open().subscribe(open -> place());
    code.offers().chosen().subscribe(index -> tell(code.offers()));
    localToSceneTransformProperty().subscribe(transform -> place());
    over.layoutBoundsProperty().subscribe(bounds -> place());
    over.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
      if (code.offers().open().get() && !pane.covers(event.getSceneX(), event.getSceneY())) {
        code.close();
      }
    });
  }

  /// What stands in the field while nothing is written in it.
  public void hint(String text) {
    hint.setText(text);
  }

  /// Puts the caret behind the last character.
  public void end() {
    area.moveTo(area.getLength());
  }

  public String getText() {
    return area.getText();
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  private void pass(boolean back) {
    area.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
  }

  private void take(CodeViewModel code) {
    code.take().ifPresent(change -> {
      write(change.from(), change.to(), change.insert());
      area.moveTo(change.caret());
    });
  }

  /// One step for undo, whatever was typed before and after.
  private void write(int from, int to, String insert) {
    area.getUndoManager().preventMerge();
    replacing = true;
    area.replaceText(from, to, insert);
    replacing = false;
    area.getUndoManager().preventMerge();
    area.requestFollowCaret();
  }

  /// Only what differs is replaced: the caret stays near, and undo takes just that back.
  private void put(String now) {
    String before = area.getText();
    if (now.equals(before)) {
      return;
    }
    int least = Math.min(before.length(), now.length());
    int head = 0;
    while (head < least && before.charAt(head) == now.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head && before.charAt(before.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
      tail++;
    }
    write(head, before.length() - tail, now.substring(head, now.length() - tail));
  }

  private void begin() {
    area.getUndoManager().forgetHistory();
    end();
  }

  private void dress(List<Stretch> look) {
    int length = look.stream().mapToInt(Stretch::length).sum();
    if (length > 0 && length == area.getLength()) {
      var spans = new StyleSpansBuilder<Collection<String>>();
      look.forEach(stretch -> spans.add(stretch.styles(), stretch.length()));
      area.setStyleSpans(0, spans.create());
    }
  }

  private void place() {
    Node caret = area.lookup(".caret");
    if (offered != null && offered.isVisible() && caret != null) {
      offered.placeAt(caret);
    }
  }

  private void tell(OffersViewModel offers) {
    int chosen = offers.chosen().get();
    area.setAccessibleHelp(chosen < 0 ? null : offers.offers().get(chosen).insert() + ": " + offers.offers().get(chosen)
        .says());
  }
}
