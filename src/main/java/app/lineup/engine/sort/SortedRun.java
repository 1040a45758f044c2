package app.lineup.engine.sort;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the runs that are merged, and the item it is at. Not thread-safe; used by the thread that pulls.
final class SortedRun<T> implements AutoCloseable {

  private final PipelineIterator<Keyed<T>> items;
  private List<Keyed<T>> chunk = List.of();
  private int at;

  SortedRun(PipelineIterator<Keyed<T>> items) {
    this.items = items;
  }

  /// The item it is at; null after the last, and before the first [#advance].
  @Nullable Keyed<T> head() {
    return at < chunk.size() ? chunk.get(at) : null;
  }

  /// Goes on to the next item.
  void advance() throws PipelineException, InterruptedException {
    at++;
    if (at >= chunk.size()) {
      at = 0;
      chunk = items.nextChunk(Integer.MAX_VALUE) instanceof IteratorResult.Items<Keyed<T>>(List<Keyed<T>> next)
          ? next : List.of();
    }
  }

  @Override
  public void close() {
    chunk = List.of();
    items.close();
  }
}
