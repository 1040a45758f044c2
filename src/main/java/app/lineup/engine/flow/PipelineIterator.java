package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.function.Function;

/// Items that are pulled in chunks. Not thread-safe; used by one thread at a time. What it pulls from climbs with each
/// pull.
///
/// @param <T> the kind of item
public interface PipelineIterator<T> extends AutoCloseable {

  /// At least one and at most `maxItems` items, or `Finished` from then on. Never an empty chunk.
  ///
  /// @param maxItems how many at most, at least 1
  /// @throws PipelineException    if the items cannot be had; the iterator can then only be closed
  /// @throws InterruptedException if the run was cancelled
  IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException;

  /// Ends early: releases what it holds, then closes its upstream. May be called twice.
  @Override
  void close();

  /// The same items, each turned into another.
  default <R> PipelineIterator<R> map(Function<? super T, ? extends R> function) {
    return new MappingIterator<>(this, function);
  }

  /// Items out of a list.
  static <T> PipelineIterator<T> of(List<T> items) {
    return new ListIterator<>(items);
  }
}
