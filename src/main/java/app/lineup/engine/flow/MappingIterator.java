package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Applies a function to each item as it passes.
final class MappingIterator<T, R> implements PipelineIterator<R> {

  private final PipelineIterator<T> upstream;
  private final Function<? super T, ? extends R> function;

  MappingIterator(PipelineIterator<T> upstream, Function<? super T, ? extends R> function) {
    this.upstream = upstream;
    this.function = function;
  }

  @Override
  public IteratorResult<R> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (upstream.nextChunk(maxItems) instanceof IteratorResult.Items<T>(List<T> items)) {
      List<R> mapped = new ArrayList<>(items.size());
      for (T item : items) {
        mapped.add(function.apply(item));
      }
      return new IteratorResult.Items<>(mapped);
    }
    return new IteratorResult.Finished<>();
  }

  @Override
  public void close() {
    upstream.close();
  }
}
