package app.lineup.engine.run;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.Leftover;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.flow.ThreadFailures;
import app.lineup.engine.watch.BusyTime;
import app.lineup.problem.PipelineException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Neighbouring stages that work on each chunk by itself, as one: a chunk is handed to a worker once, goes there
/// through all of them that ask for workers, and comes back once. What it gives is in the order of what it takes. Which
/// strategy does a stage is asked for each chunk, so that another may go on between two.
///
/// Not thread-safe; used by the run's thread.
///
/// @param <P> what it takes
/// @param <O> what the last stage gives
final class FusedIterator<P, O> implements PipelineIterator<O> {

  private final PipelineIterator<P> source;
  private final Done<P> done;
  private final ExecutorService workers;
  private final IntSupplier ahead;
  private final PullSizer pace;
  private final List<FusedStage> stages = new ArrayList<>();
  private final Deque<Task> underWay = new ArrayDeque<>();
  private final Leftover<O> leftover = new Leftover<>();
  private boolean begun;
  private boolean exhausted;

  /// Told of the parts of each chunk in order, once items were made of them.
  interface Done<P> {
    void done(List<P> parts) throws PipelineException;
  }

  /// @param source  what to pull from; closed with this
  /// @param done    hears of what was pulled, in order, once the first stages have made of it what they make
  /// @param workers where chunks are worked on
  /// @param ahead   how many chunks may be under way, asked anew for each; at least 1
  /// @param pace    how much each pull takes
  FusedIterator(PipelineIterator<P> source, Done<P> done, ExecutorService workers, IntSupplier ahead, PullSizer pace) {
    this.source = source;
    this.done = done;
    this.workers = workers;
    this.ahead = ahead;
    this.pace = pace;
  }

  /// One more stage at the end, before anything was pulled.
  ///
  /// @param <R> what it gives
  <R> FusedIterator<P, R> then(FusedStage stage) {
    if (begun) {
      throw new IllegalStateException("stages are fused before the first pull");
    }
    stages.add(stage);
    // The caller has just said what the last stage gives, which is all that the type stands for.
    @SuppressWarnings("unchecked")
    var longer = (FusedIterator<P, R>) this;
    return longer;
  }

  @Override
  public IteratorResult<O> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    try (var _ = BusyTime.ofNobody()) {
      return next(maxItems);
    }
  }

  private IteratorResult<O> next(int maxItems) throws PipelineException, InterruptedException {
    if (!begun) {
      begun = true;
      stages.reversed().forEach(stage -> stage.begin(pace));
    }
    int wanted = wanted(maxItems);
    while (leftover.isEmpty()) {
      fill(wanted);
      // It stays among those that a close cancels as long as it is waited for.
      Task first = underWay.peek();
      if (first == null) {
        stages.forEach(FusedStage::end);
        return new IteratorResult.Finished<>();
      }
      leftover.set(first.result());
      underWay.remove();
      if (leftover.isEmpty()) {
        // Very many chunks may leave nothing: what is asked for is no more what it was.
        wanted = wanted(maxItems);
      }
    }
    return new IteratorResult.Items<>(leftover.take(wanted));
  }

  /// How many items are asked for just now; a cancelled run ends here.
  private int wanted(int maxItems) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the run was cancelled");
    }
    return pace.items(maxItems);
  }

  private void fill(int wanted) throws PipelineException, InterruptedException {
    int most = ahead.getAsInt();
    while (!exhausted && underWay.size() < most) {
      if (source.nextChunk(wanted) instanceof IteratorResult.Items<P>(List<P> parts)) {
        underWay.add(begin(parts));
      } else {
        exhausted = true;
      }
    }
    for (FusedStage stage : stages) {
      stage.note(wanted, underWay.size());
    }
  }

  private Task begin(List<P> parts) throws PipelineException {
    List<FusedStage.Step> steps = new ArrayList<>(stages.size());
    for (FusedStage stage : stages) {
      steps.add(stage.now());
    }
    int from = 0;
    while (from < steps.size() && !steps.get(from).onWorkers()) {
      from++;
    }
    int to = steps.size();
    while (to > from && !steps.get(to - 1).onWorkers()) {
      to--;
    }
    var task = new Task(parts, steps, to);
    task.apply(0, from);
    if (from < to) {
      int first = from;
      int last = to;
      task.under(workers.submit(() -> task.apply(first, last)));
    }
    return task;
  }

  @Override
  public void close() {
    underWay.forEach(Task::cancel);
    underWay.clear();
    leftover.set(List.of());
    exhausted = true;
    for (FusedStage stage : stages) {
      stage.note(0, 0);
    }
    source.close();
  }

  /// One chunk on its way through the stages. Handed from thread to thread.
  private final class Task {

    private final List<P> parts;
    private final List<FusedStage.Step> steps;
    private final int afterWorkers;
    private List<Object> chunk;
    private @Nullable Future<?> work;

    @SuppressWarnings("unchecked") // A list of anything can be read as one of objects.
    Task(List<P> parts, List<FusedStage.Step> steps, int afterWorkers) {
      this.parts = parts;
      this.steps = steps;
      this.afterWorkers = afterWorkers;
      this.chunk = (List<Object>) parts;
    }

    void under(Future<?> future) {
      work = future;
    }

    @Nullable Void apply(int from, int to) throws PipelineException {
      for (int i = from; i < to && !chunk.isEmpty(); i++) {
        chunk = steps.get(i).apply(chunk);
      }
      return null;
    }

    /// What the last stage made of the chunk.
    @SuppressWarnings("unchecked") // It is the last stage's, whose type this iterator has.
    List<O> result() throws PipelineException, InterruptedException {
      Future<?> future = work;
      if (future != null) {
        Object _ = ThreadFailures.resultOf(future);
      }
      done.done(parts);
      if (future != null) {
        apply(afterWorkers, steps.size());
      }
      return (List<O>) chunk;
    }

    void cancel() {
      if (work != null) {
        work.cancel(true);
      }
    }
  }
}
