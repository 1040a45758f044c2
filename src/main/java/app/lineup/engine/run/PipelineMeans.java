package app.lineup.engine.run;

import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.rest.SpillSpace;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;

/// What a pipeline works with; it belongs to the caller.
///
/// @param workers    threads for computing
/// @param threads    how many of them the run may keep busy
/// @param memory     says how much a pull may take
/// @param spill      where items rest that have no room in memory
/// @param chunkItems the most items that a pull takes while there is no pressure, where somebody said
/// @param readers    threads on which is read what may keep its reader waiting; none where that is not done
public record PipelineMeans(
    ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill, OptionalInt chunkItems,
    Optional<Readers> readers) {

  /// One that has none of these.
  public PipelineMeans(
      ExecutorService workers, int threads, MemoryMonitor memory, SpillSpace spill, OptionalInt chunkItems) {
    this(workers, threads, memory, spill, chunkItems, Optional.empty());
  }
}
