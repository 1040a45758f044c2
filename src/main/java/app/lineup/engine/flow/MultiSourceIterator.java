package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items of several sources, one source after the other in the order of their priority: an item that a source
/// before has brought is held back where the [Admission] says so. A source is opened when its first item is pulled and
/// closed before the next one is.
///
/// @param <S> the kind of source
/// @param <T> the kind of item
public final class MultiSourceIterator<S, T> implements PipelineIterator<T> {

  private final PipelineIterator<S> sources;
  private final Opener<S, T> opener;
  private final Admission<T> admission;
  private @Nullable S source;
  private @Nullable PipelineIterator<T> current;
  private int index = -1;
  private long items;

  /// @param sources   the sources, the one with the highest priority first; closed with this
  /// @param opener    how one is opened, and what its end means
  /// @param admission which of its items come through
  public MultiSourceIterator(PipelineIterator<S> sources, Opener<S, T> opener, Admission<T> admission) {
    this.sources = sources;
    this.opener = opener;
    this.admission = admission;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    while (true) {
      PipelineIterator<T> open = current;
      if (open == null) {
        if (!(sources.nextChunk(1) instanceof IteratorResult.Items<S>(List<S> one))) {
          return new IteratorResult.Finished<>();
        }
        start(one.getFirst());
      } else if (open.nextChunk(maxItems) instanceof IteratorResult.Items<T>(List<T> chunk)) {
        items += chunk.size();
        List<T> admitted = admission.admit(index, chunk);
        if (!admitted.isEmpty()) {
          return new IteratorResult.Items<>(admitted);
        }
      } else {
        finish();
      }
    }
  }

  private void start(S next) throws PipelineException, InterruptedException {
    source = next;
    current = opener.open(next);
    index++;
    items = 0;
  }

  private void finish() throws PipelineException {
    S ended = source;
    closeCurrent();
    if (ended != null) {
      opener.ended(ended, items);
    }
  }

  private void closeCurrent() {
    PipelineIterator<T> open = current;
    current = null;
    source = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    closeCurrent();
    sources.close();
  }

  /// How a source is opened, and what its end means.
  @FunctionalInterface
  public interface Opener<S, T> {

    PipelineIterator<T> open(S source) throws PipelineException, InterruptedException;

    /// Told when a source has given its last item.
    ///
    /// @param items how many it gave, those that were held back among them
    /// @throws PipelineException if that is no end to go on from
    default void ended(S source, long items) throws PipelineException {}
  }

  /// Which items come through.
  @FunctionalInterface
  public interface Admission<T> {

    /// Those of `chunk` that do, in their order; none is possible.
    ///
    /// @param source the index of the source they come from, from 0
    List<T> admit(int source, List<T> chunk);
  }
}
