package app.lineup.pipeline;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.problem.PipelineException;

/// The most that a run held: what is declared on leases, and where that is asked for what is left of the heap after a
/// collection, less what was there before the run. Not thread-safe; used by the run's thread.
final class HeapWeight {

  private static final int CHUNKS_BETWEEN = 16;

  private final MemoryMonitor memory;
  private final boolean weighs;
  private final long before;
  private long heldBytes;
  private long liveBytes;

  HeapWeight(MemoryMonitor memory, boolean weighs) {
    this.memory = memory;
    this.weighs = weighs;
    this.before = weighs ? liveNow() : 0;
  }

  long heldBytes() {
    return heldBytes;
  }

  long liveBytes() {
    return liveBytes;
  }

  /// Looks at what is held as chunks pass.
  <T> PipelineIterator<T> over(PipelineIterator<T> upstream) {
    return new Weighed<>(upstream);
  }

  private static long liveNow() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private final class Weighed<T> implements PipelineIterator<T> {

    private final PipelineIterator<T> upstream;
    private int chunks;

    Weighed(PipelineIterator<T> upstream) {
      this.upstream = upstream;
    }

    @Override
    public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      var result = upstream.nextChunk(Math.min(maxItems, memory.level().chunkItems()));
      heldBytes = Math.max(heldBytes, memory.leases().bytes());
      if (weighs && chunks++ % CHUNKS_BETWEEN == 0) {
        liveBytes = Math.max(liveBytes, liveNow() - before);
      }
      return result;
    }

    @Override
    public void close() {
      upstream.close();
    }
  }
}
