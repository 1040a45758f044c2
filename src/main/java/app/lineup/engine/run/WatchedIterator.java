package app.lineup.engine.run;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.BusyTime;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.problem.PipelineException;
import java.util.List;

/// Counts what a stage gives on and tells when it starts and ends. At each chunk it checks for cancelling, and pulls no
/// more than memory allows.
final class WatchedIterator<T> implements PipelineIterator<T>, RunningStage {

  private final PipelineIterator<T> stage;
  private final String id;
  private final StageMeter meter;
  private final RunObserver observer;
  private final PullSizer pace;
  private long items;
  private boolean started;
  private boolean ended;

  WatchedIterator(PipelineIterator<T> stage, String id, StageMeter meter, RunObserver observer, PullSizer pace) {
    this.stage = stage;
    this.id = id;
    this.meter = meter;
    this.observer = observer;
    this.pace = pace;
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled in " + id);
    }
    if (!started) {
      started = true;
      meter.state(StageMeter.State.RUNNING);
      pace.begin(this);
      observer.onEvent(new RunEvent.StageStarted(id));
    }
    int wanted = pace.items(maxItems);
    meter.chunkItems(wanted);
    IteratorResult<T> result = next(wanted);
    if (result instanceof IteratorResult.Items<T>(List<T> chunk)) {
      items += chunk.size();
      meter.addItems(chunk.size());
    } else {
      end();
    }
    return result;
  }

  private IteratorResult<T> next(int wanted) throws PipelineException, InterruptedException {
    try (var _ = BusyTime.of(meter)) {
      return stage.nextChunk(wanted);
    }
  }

  @Override
  public StageMeter meter() {
    return meter;
  }

  @Override
  public void end() {
    if (!ended) {
      ended = true;
      meter.chunkItems(0);
      meter.state(StageMeter.State.ENDED);
      observer.onEvent(new RunEvent.StageEnded(id, items));
    }
  }

  @Override
  public void close() {
    meter.chunkItems(0);
    stage.close();
  }
}
