package app.lineup.engine.flow;

import java.util.List;

/// Hands out parts of a list.
final class ListIterator<T> implements PipelineIterator<T> {

  private final List<T> items;
  private int next;

  ListIterator(List<T> items) {
    this.items = List.copyOf(items);
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) {
    if (next == items.size()) {
      return new IteratorResult.Finished<>();
    }
    int from = next;
    next = Math.min(items.size(), from + maxItems);
    return new IteratorResult.Items<>(items.subList(from, next));
  }

  @Override
  public void close() {
    next = items.size();
  }
}
