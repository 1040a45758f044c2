package app.lineup.engine.strategy;

import app.lineup.engine.flow.ChunkFunction;
import java.util.function.Supplier;

/// A strategy that is nothing but a function of a chunk, with what is said of it and who does it. Immutable.
///
/// @param profile   what is said of it before it runs
/// @param maker     makes the function for one thread
/// @param <I>       what the stage takes
/// @param <O>       what the stage gives
public record ChunkStrategy<I, O>(StrategyProfile profile, Supplier<ChunkFunction<I, O>> maker)
    implements PerChunk<I, O> {

  @Override
  public ChunkFunction<I, O> function() {
    return maker.get();
  }
}
