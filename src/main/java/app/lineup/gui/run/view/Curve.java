package app.lineup.gui.run.view;

import app.lineup.gui.run.model.Samples;
import app.lineup.gui.run.model.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javafx.scene.shape.Polyline;

/// A line through the samples of a run. Not thread-safe; used by the window's thread.
final class Curve extends Polyline {

  /// @param style the style class of its colour
  Curve(String style) {
    getStyleClass().addAll("curve", style);
    setManaged(false);
    setMouseTransparent(true);
  }

  /// Draws straight from sample to sample.
  ///
  /// @param values what is drawn, by the sample's index
  void draw(Samples samples, IntToDoubleFunction values, Scale across, Scale up, double width, double height) {
    List<Double> points = new ArrayList<>(2 * samples.size());
    for (int i = 0; i < samples.size(); i++) {
      points.add(width * across.share(samples.get(i).seconds()));
      points.add(height * (1 - up.share(values.applyAsDouble(i))));
    }
    getPoints().setAll(points);
  }

  /// Draws in steps: a value holds from the sample before until its own.
  void steps(Samples samples, IntToDoubleFunction shares, Scale across, double width, double height) {
    List<Double> points = new ArrayList<>(4 * samples.size());
    double before = 0;
    for (int i = 0; i < samples.size(); i++) {
      double y = height * (1 - shares.applyAsDouble(i));
      points.add(width * across.share(before));
      points.add(y);
      before = samples.get(i).seconds();
      points.add(width * across.share(before));
      points.add(y);
    }
    getPoints().setAll(points);
  }
}
