package app.lineup.gui.run.view;

import app.lineup.gui.run.model.ChartsViewModel;
import app.lineup.gui.run.model.Samples;
import app.lineup.gui.run.model.Scale;
import app.lineup.gui.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/// Memory over time, with the levels of pressure behind it. Not thread-safe; used by the window's thread.
final class MemoryChart {

  private static final double LABELS_WIDTH = 62;

  private final ChartsViewModel charts;
  private final List<ChartsViewModel.Band> bands;
  private final List<Region> areas;
  private final Curve rss = new Curve("rss");
  private final Curve used = new Curve("used");

  private MemoryChart(ChartsViewModel charts) {
    this.charts = charts;
    bands = charts.bands();
    areas = bands.stream().map(MemoryChart::area).toList();
  }

  static ChartCard of(ChartsViewModel charts, Texts texts) {
    var chart = new MemoryChart(charts);
    var plot = new Plot(LABELS_WIDTH);
    plot.behind().addAll(chart.areas);
    plot.nodes().addAll(List.of(chart.used, chart.rss));
    plot.painter(chart::paint);
    List<ChartCard.Entry> legend = Stream.of("rss", "used")
        .map(one -> new ChartCard.Entry(texts.get("chart.memory." + one), one)).toList();
    var card = new ChartCard(texts.get("chart.memory"), legend, plot, texts.get("promise.memory"));
    Redraw.on(charts, card, plot);
    return card;
  }

  private static Region area(ChartsViewModel.Band band) {
    var area = new Region();
    area.getStyleClass().addAll("band", band.word());
    area.setManaged(false);
    return area;
  }

  private void paint(Plot plot, double width, double height) {
    Samples samples = charts.samples();
    long most = charts.limitBytes();
    for (int i = 0; i < samples.size(); i++) {
      most = Math.max(most, Math.max(samples.get(i).rssBytes(), samples.get(i).usedBytes()));
    }
    Scale up = Scale.of((double) most);
    Scale across = Scale.ofSeconds(samples.seconds());
    plot.axes(across, seconds -> charts.time(seconds, across), up, ChartsViewModel::bytes);
    for (int i = 0; i < areas.size(); i++) {
      double from = up.share(bands.get(i).from() * charts.limitBytes());
      double to = i + 1 < bands.size() ? up.share(bands.get(i + 1).from() * charts.limitBytes()) : 1;
      areas.get(i).resizeRelocate(0, height * (1 - to), width, height * (to - from));
    }
    rss.setVisible(samples.size() > 0 && samples.get(0).rssBytes() > 0);
    rss.draw(samples, i -> (double) samples.get(i).rssBytes(), across, up, width, height);
    used.draw(samples, i -> (double) samples.get(i).usedBytes(), across, up, width, height);
  }
}
