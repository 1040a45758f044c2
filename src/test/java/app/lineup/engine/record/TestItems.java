package app.lineup.engine.record;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.rest.GatheringIterator;
import app.lineup.engine.rest.IteratorAccumulator;
import app.lineup.engine.strategy.StageContext;

/// Iterators over numbers that tests of other rooms need.
public final class TestItems {

  private TestItems() {}

  /// Everything of `upstream`, resting in files of a few items before the first one comes.
  public static PipelineIterator<Integer> gathered(PipelineIterator<Integer> upstream, StageContext context) {
    return new GatheringIterator<>(
        upstream, new IteratorAccumulator<>(
            context.accumulation(new IntCodec(), new AccumulationStrategy.FileSpilled(8), context::tell)),
            context.chunkItems(), "all");
  }
}
