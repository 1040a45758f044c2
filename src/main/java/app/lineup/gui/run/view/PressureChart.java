package app.lineup.gui.run.view;

import app.lineup.gui.run.model.ChartsViewModel;
import app.lineup.gui.run.model.Samples;
import app.lineup.gui.run.model.Scale;
import app.lineup.gui.text.Texts;
import java.util.List;
import javafx.scene.layout.Region;

/// The level of pressure over time, in steps. Not thread-safe; used by the window's thread.
final class PressureChart {

  private static final double LABELS_WIDTH = 78;

  private PressureChart() {}

  static ChartCard of(ChartsViewModel charts, Texts texts) {
    List<ChartsViewModel.Band> bands = charts.bands();
    List<String> names = bands.reversed().stream().map(ChartsViewModel.Band::name).toList();
    List<Region> rows = bands.stream().map(PressureChart::row).toList();
    var curve = new Curve("level");
    var plot = new Plot(LABELS_WIDTH);
    plot.behind().addAll(rows);
    plot.nodes().add(curve);
    plot.painter((area, width, height) -> {
      Samples samples = charts.samples();
      Scale across = Scale.ofSeconds(samples.seconds());
      area.rows(across, seconds -> charts.time(seconds, across), names);
      double each = height / rows.size();
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).resizeRelocate(0, height - (i + 1) * each, width, each - 1);
      }
      curve.steps(samples, i -> (samples.get(i).level() + 0.5) / rows.size(), across, width, height);
    });
    var card = new ChartCard(texts.get("chart.pressure"), List.of(), plot, texts.get("promise.pressure"));
    Redraw.on(charts, card, plot);
    return card;
  }

  private static Region row(ChartsViewModel.Band band) {
    var row = new Region();
    row.getStyleClass().addAll("band", band.word());
    row.setManaged(false);
    return row;
  }
}
