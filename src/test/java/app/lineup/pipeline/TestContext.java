package app.lineup.pipeline;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

/// What a strategy is given where it is tried alone.
public final class TestContext {

  private TestContext() {}

  /// Without pressure, and with nobody to watch.
  public static StageContext of(ExecutorService workers, int threads) {
    var memory = new MemoryMonitor(new FakeGauge(), MemoryMonitor.DEFAULT_BUDGET_BYTES, InstantSource.system());
    return new StageContext(
        StageMeter.unwatched(), workers, threads, memory, SpillSpace.ofSystem(),
        new LeaseBook(() -> Long.MAX_VALUE), () -> memory.level().chunkItems(), RunObserver.none());
  }
}
