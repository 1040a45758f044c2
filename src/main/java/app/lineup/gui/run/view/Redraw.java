package app.lineup.gui.run.view;

import app.lineup.gui.run.model.ChartsViewModel;

/// Keeps a chart up to date. Not thread-safe; used by the window's thread.
final class Redraw {

  private Redraw() {}

  /// Draws `plot` anew when there is something else to show; that happens once a frame at most, and not while it is in
  /// no window.
  static void on(ChartsViewModel charts, ChartCard card, Plot plot) {
    charts.changes().subscribe(() -> {
      card.filled(!charts.samples().isEmpty());
      plot.requestLayout();
    });
    card.filled(!charts.samples().isEmpty());
  }
}
