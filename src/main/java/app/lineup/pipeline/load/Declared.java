package app.lineup.pipeline.load;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.model.channel.BlockPool;
import app.lineup.problem.PipelineException;

/// What is pulled through it is declared on a lease, which ends with it. Not thread-safe; used by the run's thread.
///
/// @param upstream closed with this
/// @param pool     whose blocks are declared; closed with this
/// @param lease    closed with this
record Declared<T>(PipelineIterator<T> upstream, BlockPool pool, BlocksLease lease) implements PipelineIterator<T> {

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    return upstream.nextChunk(maxItems);
  }

  @Override
  public void close() {
    try (lease; pool) {
      upstream.close();
    }
  }
}
