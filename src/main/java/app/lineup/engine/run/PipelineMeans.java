package app.lineup.engine.run;

import app.lineup.engine.accumulate.SpillSpace;
import app.lineup.engine.memory.MemoryMonitor;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/// What a pipeline works with; it belongs to the caller.
///
/// @param readers    threads that may wait, for reading ahead; they come and go
/// @param workers    threads for computing
/// @param threads    how many of them the run may keep busy
/// @param memory     says how much a pull may take
/// @param spill      where items rest that have no room in memory
/// @param chunkItems the most items that a pull takes while there is no pressure, where somebody said
public record PipelineMeans(
    Executor readers, ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill,
    OptionalInt chunkItems) {

  /// With nobody to read ahead but who pulls.
  public PipelineMeans(
      ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill, OptionalInt chunkItems) {
    this(Runnable::run, workers, threads, memory, spill, chunkItems);
  }
}
