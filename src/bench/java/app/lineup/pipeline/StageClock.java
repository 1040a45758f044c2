package app.lineup.pipeline;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.problem.PipelineException;
import java.util.List;

/// The time of one stage: what passes between a pull of it and its answer, without what its own pulls took. It is what
/// the run would be shorter by if the stage took none. Not thread-safe; used by the run's thread.
final class StageClock {

  private final MemoryMonitor memory;
  private final boolean countsWhatComesOut;
  private long nanos;
  private long items;

  /// @param countsWhatComesOut whether items are counted behind the stage, and not before it
  StageClock(MemoryMonitor memory, boolean countsWhatComesOut) {
    this.memory = memory;
    this.countsWhatComesOut = countsWhatComesOut;
  }

  /// Puts a stage on something.
  @FunctionalInterface
  interface Attaching<I, O> {
    PipelineIterator<O> over(PipelineIterator<I> upstream) throws PipelineException, InterruptedException;
  }

  /// The stage on `upstream`, timed.
  <I, O> PipelineIterator<O> around(PipelineIterator<I> upstream, Attaching<I, O> stage)
      throws PipelineException, InterruptedException {
    var before = new Timed<>(upstream, -1, !countsWhatComesOut);
    long begun = System.nanoTime();
    PipelineIterator<O> attached = stage.over(before);
    nanos += System.nanoTime() - begun;
    return new Timed<>(attached, 1, countsWhatComesOut);
  }

  double itemsPerSecond() {
    return items / (nanos / 1e9);
  }

  /// Adds the time of each pull, or takes it away.
  private final class Timed<T> implements PipelineIterator<T> {

    private final PipelineIterator<T> upstream;
    private final int sign;
    private final boolean counts;

    Timed(PipelineIterator<T> upstream, int sign, boolean counts) {
      this.upstream = upstream;
      this.sign = sign;
      this.counts = counts;
    }

    @Override
    public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      long begun = System.nanoTime();
      var result = upstream.nextChunk(Math.min(maxItems, memory.level().chunkItems()));
      nanos += sign * (System.nanoTime() - begun);
      if (counts && result instanceof IteratorResult.Items<T>(List<T> chunk)) {
        items += chunk.size();
      }
      return result;
    }

    @Override
    public void close() {
      upstream.close();
    }
  }
}
