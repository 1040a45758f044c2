package app.lineup.engine.memory;

import java.util.Locale;

/// How much of its memory a run uses, in five steps, with what each allows. This is the only table of its kind.
public enum MemoryPressureLevel {
  /// Below 50 % of the limit.
  OPTIMAL(0, 2000, 5),
  /// 50 to 70 %.
  MODERATE(0.50, 1000, 3),
  /// 70 to 85 %.
  HIGH(0.70, 250, 2),
  /// 85 to 95 %.
  CRITICAL(0.85, 100, 1),
  /// Above 95 %.
  EMERGENCY(0.95, 20, 1);

  /// A level is left only this far below its mark, so that it does not flutter.
  static final double SLACK = 0.05;

  private final double from;
  private final int chunkItems;
  private final int chunksBuffered;

  MemoryPressureLevel(double from, int chunkItems, int chunksBuffered) {
    this.from = from;
    this.chunkItems = chunkItems;
    this.chunksBuffered = chunksBuffered;
  }

  /// The level of a share of the limit, this being the level before: it rises at the marks, and falls only where the
  /// share is [#SLACK] below them.
  MemoryPressureLevel next(double share) {
    MemoryPressureLevel level = OPTIMAL;
    for (MemoryPressureLevel one : values()) {
      double mark = one.from - (one.compareTo(this) <= 0 ? SLACK : 0);
      level = share >= mark ? one : level;
    }
    return level;
  }

  /// The name that events, texts and styles use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The share of the limit from which on it is this level, 0 to 1.
  public double from() {
    return from;
  }

  /// A share in the middle of it: clear of the marks, so that it is found whatever the level before was.
  double middle() {
    double to = this == EMERGENCY ? 1 : values()[ordinal() + 1].from - SLACK;
    return (from + to) / 2;
  }

  /// How many items one pull asks for at this level.
  public int chunkItems() {
    return chunkItems;
  }

  /// How many chunks may wait between two stages at this level.
  public int chunksBuffered() {
    return chunksBuffered;
  }
}
