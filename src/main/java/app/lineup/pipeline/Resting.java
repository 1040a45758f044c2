package app.lineup.pipeline;

import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.rest.Spill;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.input.RestedInput;

/// How a list rests that comes through a pipe and is read twice: in memory up to the usual limit, but in a small budget
/// no more of it than leaves the others their room; beyond that in files. Nobody knows beforehand how large it is.
/// Immutable.
///
/// @param means    where it rests
/// @param meter    the counters of the stage that reads it
/// @param observer told of each file; may be called by the thread that reads the pipe
record Resting(RunResources means, StageMeter meter, RunObserver observer) implements RestedInput.Places {

  /// A quarter: with half of 96 MB the heap grows to all it may have, and the process past 160 MiB.
  private static final int SHARE_OF_MEMORY = 4;

  private static final long USUAL_BYTES = 50_000_000;

  @Override
  public <T> Accumulation<T> of(ItemCodec<T> codec) {
    MemoryMonitor memory = means.memory();
    return new Accumulation<>(codec, within(memory.limitBytes()), means.spill(), memory, memory.leases(), meter,
        this::tell);
  }

  /// How much of a list may be in memory under this limit.
  ///
  /// @param limitBytes how much may be held in all
  static AccumulationStrategy within(long limitBytes) {
    return new AccumulationStrategy.Hybrid(Math.min(USUAL_BYTES, limitBytes / SHARE_OF_MEMORY));
  }

  private void tell(Spill fact) {
    observer.onEvent(switch (fact) {
      case Spill.Written(long items, long bytes) -> new RunEvent.Spilled(meter.stage(), items, bytes);
      case Spill.Switched(String before, String now, String reason) ->
          new RunEvent.StrategySwitched(meter.stage(), before, now, reason);
    });
  }
}
