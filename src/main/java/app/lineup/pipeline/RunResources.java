package app.lineup.pipeline;

import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.run.PipelineMeans;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.InputOpener;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/// What a run works with. All of it belongs to the caller and outlives the run.
///
/// @param inputs  opens sources
/// @param workers threads for computing
/// @param threads how many of the workers a run may keep busy
/// @param memory  says how much of the run may be in memory at once
/// @param spill   where items rest that have no room in memory
/// @param readers threads on which is read what may keep its reader waiting; none where that is not done
/// @param pictures asks servers for pictures; made for a run that does, which closes it
public record RunResources(
    InputOpener inputs, ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill,
    Optional<Readers> readers, Supplier<HttpFetcher> pictures) {

  /// One for runs that look for no pictures.
  public RunResources(
      InputOpener inputs, ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill,
      Optional<Readers> readers) {
    this(inputs, workers, threads, memory, spill, readers, () -> {
      throw new IllegalStateException("this run has no means to fetch pictures");
    });
  }

  /// One for those, which reads every source on the thread that asks for it.
  public RunResources(
      InputOpener inputs, ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill) {
    this(inputs, workers, threads, memory, spill, Optional.empty());
  }

  /// What the engine needs of it.
  public PipelineMeans engine(Tuning tuning) {
    return new PipelineMeans(workers, threads, memory, spill, tuning.chunkItems(), readers);
  }
}
