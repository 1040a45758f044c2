package app.lineup.engine.flow;

import app.lineup.engine.watch.BusyTime;
import app.lineup.engine.watch.StageMeter;
import app.lineup.problem.PipelineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Applies a [ChunkFunction] to several chunks at once and gives the results on in their order. It pulls on the thread
/// that calls it and works on `workers`; at most `ahead` chunks are under way, so that a slow reader holds it back.
///
/// @param <I> the items it pulls
/// @param <O> the items it gives on
public final class ParallelIterator<I, O> implements PipelineIterator<O> {

  private final PipelineIterator<I> upstream;
  private final FunctionPool<I, O> functions;
  private final ExecutorService workers;
  private final IntSupplier ahead;
  private final StageMeter meter;
  private final boolean whole;
  private final Deque<Future<List<O>>> underWay = new ArrayDeque<>();
  private final Leftover<O> leftover = new Leftover<>();
  private boolean exhausted;

  /// @param upstream  what to pull from; closed with this
  /// @param functions makes a function for each thread that needs one
  /// @param workers   where the functions run
  /// @param ahead     how many chunks may be under way, at least 1
  public ParallelIterator(
      PipelineIterator<I> upstream, Supplier<ChunkFunction<I, O>> functions, ExecutorService workers, int ahead) {
    this(upstream, functions, workers, () -> ahead, StageMeter.unwatched(), false);
  }

  /// One whose functions change what they are given: of chunks that are cut out of one larger thing, two must never be
  /// worked on at a time, so each is taken as it comes, however few are asked for.
  ///
  /// @param ahead how many chunks may be under way, at least 1; asked anew for each
  /// @param meter of the stage whose work this is: counts the workers' time, and how many chunks are under way
  public static <I, O> ParallelIterator<I, O> ofWholeChunks(
      PipelineIterator<I> upstream, Supplier<ChunkFunction<I, O>> functions, ExecutorService workers, IntSupplier ahead,
      StageMeter meter) {
    return new ParallelIterator<>(upstream, functions, workers, ahead, meter, true);
  }

  /// @param ahead how many chunks may be under way, at least 1; asked anew for each
  /// @param meter of the stage whose work this is: counts the workers' time, and how many chunks are under way
  public ParallelIterator(
      PipelineIterator<I> upstream, Supplier<ChunkFunction<I, O>> functions, ExecutorService workers, IntSupplier ahead,
      StageMeter meter) {
    this(upstream, functions, workers, ahead, meter, false);
  }

  private ParallelIterator(
      PipelineIterator<I> upstream, Supplier<ChunkFunction<I, O>> functions, ExecutorService workers, IntSupplier ahead,
      StageMeter meter, boolean whole) {
    this.upstream = upstream;
    this.functions = new FunctionPool<>(functions);
    this.workers = workers;
    this.ahead = ahead;
    this.meter = meter;
    this.whole = whole;
  }

  @Override
  public IteratorResult<O> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    while (leftover.isEmpty()) {
      fill(maxItems);
      meter.chunksAhead(underWay.size());
      // It stays among those that a close cancels as long as it is waited for.
      Future<List<O>> first = underWay.peek();
      if (first == null) {
        return new IteratorResult.Finished<>();
      }
      leftover.set(ThreadFailures.resultOf(first));
      underWay.remove();
    }
    return new IteratorResult.Items<>(leftover.take(maxItems));
  }

  private void fill(int maxItems) throws PipelineException, InterruptedException {
    while (!exhausted && underWay.size() < ahead.getAsInt()) {
      if (upstream.nextChunk(whole ? Integer.MAX_VALUE : maxItems) instanceof IteratorResult.Items<I>(List<I> items)) {
        underWay.add(workers.submit(() -> apply(items)));
      } else {
        exhausted = true;
      }
    }
  }

  private List<O> apply(List<I> items) throws PipelineException {
    try (var _ = BusyTime.of(meter)) {
      return functions.apply(items);
    }
  }

  @Override
  public void close() {
    underWay.forEach(future -> future.cancel(true));
    underWay.clear();
    meter.chunksAhead(0);
    leftover.set(List.of());
    exhausted = true;
    upstream.close();
  }
}
