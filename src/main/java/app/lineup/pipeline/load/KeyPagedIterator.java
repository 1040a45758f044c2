package app.lineup.pipeline.load;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import java.util.List;

/// Reads a table page by page, each page from the key on at which the one before ended: the hundredth page costs what
/// the first one does. Not thread-safe; used by the thread that pulls.
///
/// @param <T> what rows hold
final class KeyPagedIterator<T> implements PipelineIterator<T> {

  /// One page.
  ///
  /// @param items   what its rows hold, in their order; none at the end of the table
  /// @param lastKey the key of its last row
  record Page<T>(List<T> items, long lastKey) {}

  /// Gives a page.
  @FunctionalInterface
  interface Pages<T> {
    /// The rows with a higher key than `after`, the lowest first: enough of them for `most` items.
    Page<T> after(long after, int most) throws PipelineException, InterruptedException;
  }

  private final Pages<T> pages;
  private List<T> page = List.of();
  private int next;
  private long lastKey;
  private boolean ended;

  KeyPagedIterator(Pages<T> pages) {
    this.pages = pages;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (next == page.size() && !ended) {
      Page<T> following = pages.after(lastKey, maxItems);
      page = following.items();
      lastKey = following.lastKey();
      next = 0;
      ended = page.isEmpty();
    }
    if (ended) {
      return new IteratorResult.Finished<>();
    }
    int from = next;
    next = Math.min(page.size(), from + maxItems);
    return new IteratorResult.Items<>(page.subList(from, next));
  }

  @Override
  public void close() {
    page = List.of();
    next = 0;
    ended = true;
  }
}
