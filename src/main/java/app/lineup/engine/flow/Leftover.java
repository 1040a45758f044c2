package app.lineup.engine.flow;

import java.util.List;

/// What is left of a chunk that was larger than what was asked for.
public final class Leftover<T> {

  private List<T> items = List.of();
  private int next;

  public boolean isEmpty() {
    return next == items.size();
  }

  public void set(List<T> chunk) {
    items = chunk;
    next = 0;
  }

  public List<T> take(int maxItems) {
    int from = next;
    next = Math.min(items.size(), from + maxItems);
    return from == 0 && next == items.size() ? items : items.subList(from, next);
  }
}
