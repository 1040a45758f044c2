package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// Functions that are each used by one thread at a time and by another later, so that what one has learned (matchers,
/// remembered verdicts) is kept. Thread-safe.
public final class FunctionPool<I, O> implements ChunkFunction<I, O> {

  private final Supplier<ChunkFunction<I, O>> maker;
  private final Queue<ChunkFunction<I, O>> idle = new ConcurrentLinkedQueue<>();

  public FunctionPool(Supplier<ChunkFunction<I, O>> maker) {
    this.maker = maker;
  }

  @Override
  public List<O> apply(List<I> chunk) throws PipelineException {
    ChunkFunction<I, O> known = idle.poll();
    ChunkFunction<I, O> function = known == null ? maker.get() : known;
    List<O> result = function.apply(chunk);
    idle.add(function);
    return result;
  }
}
