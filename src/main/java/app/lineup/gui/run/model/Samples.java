package app.lineup.gui.run.model;

import java.util.ArrayList;
import java.util.List;

/// The samples of one run. However long it lasts, at most [#MOST] are kept: when they are full, each two become one,
/// and from then on one stands for twice as many. Counters are kept and not rates, so that thinning makes no rate
/// wrong. Not thread-safe; used by one thread.
public final class Samples {

  /// More points than a chart has pixels, two and a half minutes at full resolution.
  static final int MOST = 600;

  /// Samples closer than this, in seconds, would make a rate of chance.
  private static final double LEAST_APART = 0.1;

  private final List<Sample> kept = new ArrayList<>();
  private int each = 1;
  private int inLast;

  void clear() {
    kept.clear();
    each = 1;
    inLast = 0;
  }

  void add(Sample sample) {
    if (kept.size() == MOST && inLast >= each) {
      thin();
    }
    boolean tooClose = !kept.isEmpty() && sample.seconds() - kept.getLast().seconds() < LEAST_APART;
    if (kept.size() > 1 && (inLast < each || tooClose)) {
      kept.set(kept.size() - 1, kept.getLast().with(sample));
      inLast++;
    } else {
      kept.add(sample);
      inLast = 1;
    }
  }

  /// The first one stays alone: it is where the charts begin.
  private void thin() {
    List<Sample> half = new ArrayList<>();
    half.add(kept.getFirst());
    for (int i = 1; i < kept.size(); i += 2) {
      half.add(i + 1 < kept.size() ? kept.get(i).with(kept.get(i + 1)) : kept.get(i));
    }
    kept.clear();
    kept.addAll(half);
    each *= 2;
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  public int size() {
    return kept.size();
  }

  public Sample get(int index) {
    return kept.get(index);
  }

  /// When the last one was taken, in seconds since the run began; 0 where there is none.
  public double seconds() {
    return kept.isEmpty() ? 0 : kept.getLast().seconds();
  }

  /// Items a second that a stage gave on before this sample and after the one before it.
  public double rate(int index, int stage) {
    if (index == 0) {
      return 0;
    }
    Sample before = kept.get(index - 1);
    Sample now = kept.get(index);
    double seconds = now.seconds() - before.seconds();
    return seconds <= 0 ? 0 : Math.max(0, now.items().get(stage) - before.items().get(stage)) / seconds;
  }

  /// What a stage was at work with, and when.
  public List<Span> spans(int stage) {
    List<Span> spans = new ArrayList<>();
    for (int i = 1; i < kept.size(); i++) {
      String strategy = kept.get(i).strategies().get(stage);
      double from = kept.get(i - 1).seconds();
      double to = kept.get(i).seconds();
      Span last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && last.strategy().equals(strategy) && last.to() == from) {
        spans.set(spans.size() - 1, new Span(strategy, last.from(), to));
      } else if (!strategy.isEmpty()) {
        spans.add(new Span(strategy, from, to));
      }
    }
    return spans;
  }
}
