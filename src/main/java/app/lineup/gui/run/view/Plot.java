package app.lineup.gui.run.view;

import app.lineup.gui.run.model.Scale;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// Axes with few labels, and what is drawn between them. Drawn anew only when it is told to or has another size.
/// Colours come from style classes alone. Not thread-safe; used by the window's thread.
final class Plot extends Region {

  private static final double LABEL_HEIGHT = 16;
  private static final double GAP = 6;
  private static final double LEAST_WIDTH = 180;
  private static final double LEAST_HEIGHT = 96;

  /// More than an axis has marks, or a chart has rows.
  private static final int MOST_MARKS = 8;

  private final double leftWidth;
  // Made once: what is made while a frame is laid out has no style in it yet.
  private final List<Line> grid = Stream.generate(Plot::gridLine).limit(MOST_MARKS).toList();
  private final List<Label> left = Stream.generate(Plot::label).limit(MOST_MARKS).toList();
  private final List<Label> below = Stream.generate(Plot::label).limit(MOST_MARKS).toList();
  private final Pane behind = new Pane();
  private final Pane drawn = new Pane();
  private Painter painter = (plot, width, height) -> {};

  /// Draws with a plot's means into an area of this size.
  @FunctionalInterface
  interface Painter {
    void paint(Plot plot, double width, double height);
  }

  /// @param leftWidth the room for the labels at the left
  Plot(double leftWidth) {
    this.leftWidth = leftWidth;
    getStyleClass().add("plot");
    behind.setManaged(false);
    drawn.setManaged(false);
    setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    setPrefSize(LEAST_WIDTH, LEAST_HEIGHT);
    getChildren().add(behind);
    getChildren().addAll(grid);
    getChildren().add(drawn);
    getChildren().addAll(left);
    getChildren().addAll(below);
  }

  /// Says how it is drawn.
  void painter(Painter how) {
    painter = how;
  }

  /// What is drawn behind the lines of the axes.
  List<Node> behind() {
    return behind.getChildren();
  }

  /// What is drawn, in its order; positions are from the top left of the area.
  List<Node> nodes() {
    return drawn.getChildren();
  }

  @Override
  protected void layoutChildren() {
    behind.resizeRelocate(leftWidth, GAP, width(), height());
    drawn.resizeRelocate(leftWidth, GAP, width(), height());
    painter.paint(this, width(), height());
  }

  /// Draws the lines and labels of both axes.
  void axes(Scale across, DoubleFunction<String> acrossName, Scale up, DoubleFunction<String> upName) {
    for (int i = 0; i < MOST_MARKS; i++) {
      boolean shown = i <= up.steps();
      left.get(i).setVisible(shown);
      grid.get(i).setVisible(shown);
      if (shown) {
        double y = height() * (1 - up.share(i * up.step()));
        grid.get(i).setEndX(width());
        grid.get(i).relocate(leftWidth, GAP + y);
        name(left.get(i), upName.apply(i * up.step()), GAP + y);
      }
    }
    below(across, acrossName);
  }

  /// Draws the labels of an axis of time, and names at the left, each in the middle of its row.
  void rows(Scale across, DoubleFunction<String> acrossName, List<String> rows) {
    double each = height() / rows.size();
    for (int i = 0; i < MOST_MARKS; i++) {
      grid.get(i).setVisible(false);
      left.get(i).setVisible(i < rows.size());
      if (i < rows.size()) {
        name(left.get(i), rows.get(i), GAP + (i + 0.5) * each);
      }
    }
    below(across, acrossName);
  }

  private void name(Label label, String text, double middle) {
    label.setText(text);
    label.resizeRelocate(0, middle - LABEL_HEIGHT / 2, leftWidth - GAP, LABEL_HEIGHT);
  }

  /// The first and the last label stay within the area, the others are in the middle below their mark.
  private void below(Scale across, DoubleFunction<String> name) {
    double room = width() / across.steps();
    for (int i = 0; i < MOST_MARKS; i++) {
      Label label = below.get(i);
      label.setVisible(i <= across.steps());
      label.setText(name.apply(i * across.step()));
      label.setAlignment(i == 0 ? Pos.CENTER_LEFT : i == across.steps() ? Pos.CENTER_RIGHT : Pos.CENTER);
      double from = leftWidth + i * room - (i == 0 ? 0 : i == across.steps() ? room : room / 2);
      label.resizeRelocate(from, getHeight() - LABEL_HEIGHT, room, LABEL_HEIGHT);
    }
  }

  private double width() {
    return Math.max(1, getWidth() - leftWidth);
  }

  private double height() {
    return Math.max(1, getHeight() - LABEL_HEIGHT - 2 * GAP);
  }

  private static Label label() {
    var label = new Label();
    label.getStyleClass().add("plot-label");
    label.setAlignment(Pos.CENTER_RIGHT);
    label.setManaged(false);
    label.setMouseTransparent(true);
    return label;
  }

  private static Line gridLine() {
    var line = new Line();
    line.getStyleClass().add("plot-grid");
    line.setManaged(false);
    return line;
  }
}
