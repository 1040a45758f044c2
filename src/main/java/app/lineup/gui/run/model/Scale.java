package app.lineup.gui.run.model;

/// An axis from 0 to `top` with a mark at each `step`, few enough to be read. Immutable.
public record Scale(double top, double step) {

  private static final int MOST_STEPS = 4;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  /// Seconds that people count in, up to a day.
  private static final double[] TIMES = {
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600
  };

  /// An axis of amounts.
  public static Scale of(double most) {
    double wanted = Math.max(most, 1) / MOST_STEPS;
    double unit = Math.pow(10, Math.floor(Math.log10(wanted)));
    double step = ROUND[ROUND.length - 1] * unit;
    for (int i = ROUND.length - 1; i >= 0; i--) {
      step = ROUND[i] * unit >= wanted ? ROUND[i] * unit : step;
    }
    return upTo(most, step);
  }

  /// An axis of seconds.
  public static Scale ofSeconds(double most) {
    double step = TIMES[TIMES.length - 1];
    for (int i = TIMES.length - 1; i >= 0; i--) {
      step = TIMES[i] * MOST_STEPS >= most ? TIMES[i] : step;
    }
    return upTo(most, step);
  }

  private static Scale upTo(double most, double step) {
    return new Scale(Math.max(1, Math.ceil(most / step)) * step, step);
  }

  /// How many steps there are.
  public int steps() {
    return (int) Math.round(top / step);
  }

  /// Where a value is, from 0 to 1.
  public double share(double value) {
    return value / top;
  }
}
