package app.lineup.engine.strategy;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;

/// A strategy with a half that goes in order, on the run's thread, and a half that makes items of each part by itself,
/// which the conductor fuses with the stages behind it: reading a list in blocks, and scanning a block. Immutable.
///
/// @param <I> what the stage takes
/// @param <P> a part, made in order
/// @param <O> what the stage gives
public interface InParts<I, P, O> extends StageStrategy<I, O> {

  /// The parts. Used by the run's thread.
  ///
  /// @param upstream closed with the result
  PipelineIterator<P> parts(PipelineIterator<I> upstream, StageContext context)
      throws PipelineException, InterruptedException;

  /// Makes what turns parts into items. One is made for each thread that needs one, and used again for part after part.
  ChunkFunction<P, O> function();

  /// Whether parts are worked on side by side by the run's workers, and not by the thread that pulls.
  default boolean onWorkers() {
    return profile().onWorkers();
  }

  /// Told of the parts in their order once items were made of them, however few, on the run's thread.
  ///
  /// @throws PipelineException if what was found ends the run
  void done(P part) throws PipelineException;
}
