package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.List;

/// What a stage does to one chunk, without regard to the chunks around it. Not thread-safe; used by one thread at a
/// time.
///
/// @param <I> the items it takes
/// @param <O> the items it gives; it may give fewer, more or none
@FunctionalInterface
public interface ChunkFunction<I, O> {

  List<O> apply(List<I> chunk) throws PipelineException;
}
