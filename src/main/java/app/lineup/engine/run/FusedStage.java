package app.lineup.engine.run;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.FunctionPool;
import app.lineup.engine.watch.BusyTime;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One stage of a [FusedIterator]: what it does to a chunk now, and what is counted and told of it. Used by the run's
/// thread, but for the steps that it gives, which any thread may do.
final class FusedStage implements RunningStage {

  private final String id;
  private final StageMeter meter;
  private final RunObserver observer;
  private final Choice choice;
  private @Nullable Step step;
  private final LongAdder items = new LongAdder();
  private boolean ended;

  /// What the stage does just now; whoever is asked tells of a change.
  interface Choice {
    Way now() throws PipelineException;
  }

  /// @param name      the strategy
  /// @param onWorkers whether workers do it
  /// @param function  makes what is done to a chunk, for one thread
  record Way(String name, boolean onWorkers, Supplier<ChunkFunction<Object, Object>> function) {}

  FusedStage(String id, StageMeter meter, RunObserver observer, Choice choice) {
    this.id = id;
    this.meter = meter;
    this.observer = observer;
    this.choice = choice;
  }

  /// What is to be done to the next chunk.
  Step now() throws PipelineException {
    Way way = choice.now();
    Step known = step;
    if (known == null || !known.way.name().equals(way.name())) {
      // What another way has learned goes with the last chunk that it works on.
      known = new Step(way);
      step = known;
    }
    return known;
  }

  void begin(PullSizer pace) {
    meter.state(StageMeter.State.RUNNING);
    pace.begin(this);
    observer.onEvent(new RunEvent.StageStarted(id));
  }

  /// @param wanted how many items the pull at hand asks for
  /// @param ahead  how many chunks are under way
  void note(int wanted, int ahead) {
    meter.chunkItems(wanted);
    meter.chunksAhead(ahead);
  }

  @Override
  public StageMeter meter() {
    return meter;
  }

  @Override
  public void end() {
    if (!ended) {
      ended = true;
      note(0, 0);
      meter.state(StageMeter.State.ENDED);
      observer.onEvent(new RunEvent.StageEnded(id, items.sum()));
    }
  }

  /// One way of doing the stage. Thread-safe.
  final class Step {

    private final Way way;
    private final FunctionPool<Object, Object> functions;

    private Step(Way way) {
      this.way = way;
      this.functions = new FunctionPool<>(way.function());
    }

    boolean onWorkers() {
      return way.onWorkers();
    }

    List<Object> apply(List<Object> chunk) throws PipelineException {
      try (var _ = BusyTime.of(meter)) {
        List<Object> made = functions.apply(chunk);
        items.add(made.size());
        meter.addItems(made.size());
        return made;
      }
    }
  }
}
