package app.lineup.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/// Re-chunks on the thread that pulls: it asks its upstream for as many items as suit the stage below, and gathers small
/// chunks (what a filter left, a page of a database) into whole ones.
///
/// @param <T> the kind of item
public final class BufferedIterator<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private final IntSupplier chunkItems;
  private final Leftover<T> leftover = new Leftover<>();
  private boolean finished;

  /// @param upstream   what to pull from; closed with this
  /// @param chunkItems how many items to gather at least before any are given on, asked anew for each chunk; what a
  ///     pull asks for counts where it is more
  public BufferedIterator(PipelineIterator<T> upstream, IntSupplier chunkItems) {
    this.upstream = upstream;
    this.chunkItems = chunkItems;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (leftover.isEmpty()) {
      leftover.set(gather(Math.max(maxItems, chunkItems.getAsInt())));
    }
    return leftover.isEmpty() ? new IteratorResult.Finished<>() : new IteratorResult.Items<>(leftover.take(maxItems));
  }

  private List<T> gather(int wanted) throws PipelineException, InterruptedException {
    List<T> gathered = List.of();
    while (!finished && gathered.size() < wanted) {
      if (upstream.nextChunk(wanted - gathered.size()) instanceof IteratorResult.Items<T>(List<T> items)) {
        gathered = joined(gathered, items, wanted);
      } else {
        finished = true;
      }
    }
    return gathered;
  }

  /// A whole chunk is handed on as it is; only small ones are copied.
  private static <T> List<T> joined(List<T> before, List<T> items, int wanted) {
    if (before.isEmpty()) {
      return items;
    }
    List<T> all = before instanceof ArrayList<T> own ? own : new ArrayList<>(wanted);
    if (all != before) {
      all.addAll(before);
    }
    all.addAll(items);
    return all;
  }

  @Override
  public void close() {
    leftover.set(List.of());
    finished = true;
    upstream.close();
  }
}
