package app.lineup.gui.run.view;

import app.lineup.gui.run.model.ChartsViewModel;
import app.lineup.gui.run.model.Samples;
import app.lineup.gui.run.model.Scale;
import app.lineup.gui.run.model.Span;
import app.lineup.gui.run.model.Switch;
import app.lineup.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// What each stage was at work with, and when: a row a stage in the colour that it has in every chart, a bar a
/// strategy; each second strategy is paler, and a mark with the reason stands at each switch. Not thread-safe; used by
/// the window's thread.
final class StrategyChart {

  private static final double LABELS_WIDTH = 78;
  private static final double LEAST_WIDTH = 2;
  private static final double MARK_WIDTH = 5;

  private final ChartsViewModel charts;
  private final List<Bar> bars = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private int barsDrawn;
  private int marksDrawn;

  private StrategyChart(ChartsViewModel charts) {
    this.charts = charts;
  }

  static ChartCard of(ChartsViewModel charts, Texts texts) {
    var chart = new StrategyChart(charts);
    var plot = new Plot(LABELS_WIDTH);
    plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    plot.painter(chart::paint);
    var card = new ChartCard(texts.get("chart.strategies"), List.of(), plot, texts.get("promise.strategies"));
    Redraw.on(charts, card, plot);
    return card;
  }

  private void paint(Plot plot, double width, double height) {
    Samples samples = charts.samples();
    Scale across = Scale.ofSeconds(samples.seconds());
    List<String> stages = charts.stages();
    plot.rows(across, seconds -> charts.time(seconds, across), stages);
    double each = height / stages.size();
    int shown = 0;
    for (int stage = 0; stage < stages.size(); stage++) {
      boolean other = false;
      List<Span> spans = samples.spans(stage);
      for (int i = 0; i < spans.size(); i++) {
        Span span = spans.get(i);
        if (shown == bars.size()) {
          bars.add(new Bar());
        }
        Bar bar = bars.get(shown++);
        double begun = begun(stage, span);
        double ended = i + 1 < spans.size() ? begun(stage, spans.get(i + 1)) : span.to();
        double from = width * across.share(begun);
        double wide = Math.max(LEAST_WIDTH, width * across.share(ended - begun));
        bar.show(span.strategy(), stage, other, charts.hint(stage, span));
        bar.resizeRelocate(from, stage * each, wide, Math.max(1, each - 1));
        other = !other;
      }
    }
    int marked = marks(across, width, each);
    List<Node> nodes = plot.nodes();
    if (shown != barsDrawn || marked != marksDrawn) {
      barsDrawn = shown;
      marksDrawn = marked;
      nodes.clear();
      nodes.addAll(bars.subList(0, shown));
      nodes.addAll(marks.subList(0, marked));
    }
    plot.setAccessibleText(charts.strategiesInWords());
  }

  /// When a span began: at its switch, where a mark stands; samples only know between which two of them that was.
  private double begun(int stage, Span span) {
    return charts.switches().stream()
        .filter(one -> one.stage() == stage && one.now().equals(span.strategy()))
        .filter(one -> one.seconds() >= span.from() && one.seconds() <= span.to())
        .mapToDouble(Switch::seconds).findFirst().orElse(span.from());
  }

  private int marks(Scale across, double width, double each) {
    int marked = 0;
    for (Switch one : charts.switches()) {
      if (marked == marks.size()) {
        marks.add(new Mark());
      }
      Mark mark = marks.get(marked++);
      mark.show(charts.hint(one));
      double middle = Math.min(width, width * across.share(one.seconds()));
      mark.resizeRelocate(middle - MARK_WIDTH / 2, one.stage() * each, MARK_WIDTH, Math.max(1, each - 1));
    }
    return marked;
  }

  /// One switch.
  private static final class Mark extends Region {

    private final Tooltip hint = new Tooltip();

    Mark() {
      getStyleClass().add("switch-mark");
      setManaged(false);
      hint.setShowDelay(Duration.millis(100));
      Tooltip.install(this, hint);
    }

    void show(String why) {
      hint.setText(why);
      setAccessibleText(why);
    }
  }

  /// One time with one strategy.
  private static final class Bar extends Label {

    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    private final Tooltip hint = new Tooltip();
    private int stage = -1;

    Bar() {
      getStyleClass().add("bar");
      setManaged(false);
      setTextOverrun(OverrunStyle.ELLIPSIS);
      setTooltip(hint);
    }

    void show(String strategy, int of, boolean other, String about) {
      setText(strategy);
      hint.setText(about);
      pseudoClassStateChanged(OTHER, other);
      if (of != stage) {
        getStyleClass().remove("series-" + stage);
        getStyleClass().add("series-" + of);
        stage = of;
      }
    }
  }
}
