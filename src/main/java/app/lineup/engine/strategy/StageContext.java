package app.lineup.engine.strategy;

import app.lineup.engine.accumulate.Accumulation;
import app.lineup.engine.accumulate.AccumulationStrategy;
import app.lineup.engine.accumulate.ItemCodec;
import app.lineup.engine.accumulate.Spill;
import app.lineup.engine.accumulate.SpillSpace;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// What a strategy is given to work with.
///
/// @param meter      the stage's counters
/// @param readers    threads that may wait, for reading ahead; they come and go
/// @param workers    threads for computing, as many as `threads`
/// @param threads    how many cores the run may use
/// @param memory     says how much pressure there is
/// @param spill      where items rest that have no room in memory
/// @param leases     where it is declared what is held in memory
/// @param chunkItems how many items a pull may take just now
/// @param observer   told the stage's facts
public record StageContext(
    StageMeter meter,
    Executor readers,
    ExecutorService workers,
    int threads,
    MemoryMonitor memory,
    SpillSpace spill,
    LeaseBook leases,
    IntSupplier chunkItems,
    RunObserver observer) {

  /// With nobody to read ahead but who pulls.
  public StageContext(
      StageMeter meter,
      ExecutorService workers,
      int threads,
      MemoryMonitor memory,
      SpillSpace spill,
      LeaseBook leases,
      IntSupplier chunkItems,
      RunObserver observer) {
    this(meter, Runnable::run, workers, threads, memory, spill, leases, chunkItems, observer);
  }

  /// How many chunks a parallel strategy keeps under way: one on each core, and one that waits for the first to be free.
  public int chunksAhead() {
    return threads + 1;
  }

  /// How items of the stage come to rest; what happens to them there is told to the observer by the thread that adds them.
  public <T> Accumulation<T> accumulation(ItemCodec<T> codec, AccumulationStrategy strategy) {
    return accumulation(codec, strategy, this::tell);
  }

  /// The same with another listener.
  public <T> Accumulation<T> accumulation(ItemCodec<T> codec, AccumulationStrategy strategy, Consumer<Spill> told) {
    return new Accumulation<>(codec, strategy, spill, memory, leases, meter, told);
  }

  /// Tells the run's observer what happened to items at rest.
  public void tell(Spill fact) {
    observer.onEvent(switch (fact) {
      case Spill.Written(long items, long bytes) -> new RunEvent.Spilled(meter.stage(), items, bytes);
      case Spill.Switched(String before, String now, String reason) ->
          new RunEvent.StrategySwitched(meter.stage(), before, now, reason);
    });
  }
}
