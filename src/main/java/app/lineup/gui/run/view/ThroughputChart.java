package app.lineup.gui.run.view;

import app.lineup.gui.run.model.ChartsViewModel;
import app.lineup.gui.run.model.Samples;
import app.lineup.gui.run.model.Scale;
import app.lineup.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// How many channels each stage gives on in a second. Stages that keep pace lie on each other: the earlier the wider,
/// so that each is seen. Not thread-safe; used by the window's thread.
final class ThroughputChart {

  private static final double LABELS_WIDTH = 76;
  private static final double THINNEST = 1.5;
  private static final double WIDER_BY = 0.8;

  private ThroughputChart() {}

  static ChartCard of(ChartsViewModel charts, Texts texts) {
    List<String> stages = charts.throughputs();
    List<ChartCard.Entry> legend = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      String colour = "series-" + i;
      legend.add(new ChartCard.Entry(stages.get(i), colour));
      var curve = new Curve(colour);
      curve.setStrokeWidth(THINNEST + WIDER_BY * (stages.size() - 1 - i));
      curves.add(curve);
    }
    var plot = new Plot(LABELS_WIDTH);
    plot.nodes().addAll(curves);
    plot.painter((area, width, height) -> {
      Samples samples = charts.samples();
      double most = 0;
      for (int i = 1; i < samples.size(); i++) {
        for (int stage = 0; stage < curves.size(); stage++) {
          most = Math.max(most, samples.rate(i, stage));
        }
      }
      Scale up = Scale.of(most);
      Scale across = Scale.ofSeconds(samples.seconds());
      area.axes(across, seconds -> charts.time(seconds, across), up, charts::rate);
      for (int stage = 0; stage < curves.size(); stage++) {
        int of = stage;
        // Before the first sample's end nothing is known: the first rate holds from the beginning.
        curves.get(stage).draw(
            samples, i -> samples.rate(i == 0 && samples.size() > 1 ? 1 : i, of), across, up, width, height);
      }
    });
    var card = new ChartCard(texts.get("chart.throughput"), legend, plot, texts.get("promise.throughput"));
    Redraw.on(charts, card, plot);
    return card;
  }
}
