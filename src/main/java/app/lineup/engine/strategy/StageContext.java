package app.lineup.engine.strategy;

import app.lineup.engine.flow.BridgeLimits;
import app.lineup.engine.flow.Bridges;
import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.rest.Spill;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// What a strategy is given to work with.
///
/// @param meter      the stage's counters
/// @param workers    threads for computing, as many as `threads`
/// @param threads    how many cores the run may use
/// @param memory     says how much pressure there is
/// @param spill      where items rest that have no room in memory
/// @param leases     where it is declared what is held in memory
/// @param chunkItems how many items a pull may take just now
/// @param blocks     how many times larger than usual the blocks are that a stage further on asks for; 1 or more
/// @param observer   told the stage's facts
/// @param readers    threads on which is read what may keep its reader waiting; none where that is not done
public record StageContext(
    StageMeter meter,
    ExecutorService workers,
    int threads,
    MemoryMonitor memory,
    SpillSpace spill,
    LeaseBook leases,
    IntSupplier chunkItems,
    IntSupplier blocks,
    RunObserver observer,
    Optional<Readers> readers) {

  /// So that waiting chunks are no matter in any budget.
  private static final long MOST_BYTES_ON_A_BRIDGE = 4_000_000;

  /// One that has no bridges.
  public StageContext(
      StageMeter meter, ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill, LeaseBook leases,
      IntSupplier chunkItems, RunObserver observer) {
    this(meter, workers, threads, memory, spill, leases, chunkItems, () -> 1, observer, Optional.empty());
  }

  /// Builds bridges between what makes the stage wait and its work. How many chunks wait is a matter of the pressure.
  public Optional<Bridges> bridges() {
    return readers.map(known -> new Bridges(known,
        () -> new BridgeLimits(1, memory.level().chunksBuffered(), MOST_BYTES_ON_A_BRIDGE), meter::chunksAhead,
        meter::bytes, threads > 1));
  }

  /// How many times larger than usual the blocks are that a stage further on asks for.
  public int blockFactor() {
    return blocks.getAsInt();
  }

  /// How many chunks a parallel strategy keeps under way: one on each core, and one that waits for the first to be
  /// free.
  public int chunksAhead() {
    return threads + 1;
  }

  /// How items of the stage come to rest.
  ///
  /// @param told hears what happens to them there, on the thread that adds them
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
