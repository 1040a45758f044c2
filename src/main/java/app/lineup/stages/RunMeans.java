package app.lineup.stages;

import app.lineup.engine.accumulate.SpillSpace;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.run.PipelineMeans;
import app.lineup.provider.input.InputOpener;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/// What a run works with. All of it belongs to the caller and outlives the run.
///
/// @param inputs  opens sources
/// @param readers threads that may wait, for reading ahead; they come and go
/// @param workers threads for computing
/// @param threads how many of the workers a run may keep busy
/// @param memory  says how much of the run may be in memory at once
/// @param spill   where items rest that have no room in memory
public record RunMeans(
    InputOpener inputs, Executor readers, ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill) {

  /// With nobody to read ahead but who pulls.
  public RunMeans(InputOpener inputs, ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill) {
    this(inputs, Runnable::run, workers, threads, memory, spill);
  }

  /// What the engine needs of it.
  PipelineMeans engine(Tuning tuning) {
    return new PipelineMeans(readers, workers, threads, memory, spill, tuning.chunkItems());
  }
}
