package app.lineup.app.lineup;

import app.lineup.app.BlockNumbers;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.RecordFile;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.problem.PipelineException;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.RuleFailedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// Looks through a lineup. Thread-safe; a search is done by the thread that calls it, which is interrupted to end it.
public final class LineupSearch {

  /// Some milliseconds of work: the first result is there at once, and an end is noticed.
  private static final int BLOCKS_AT_A_TIME = 16;

  private final Lineup lineup;
  private final Optional<ExecutorService> workers;
  private final int threads;

  /// A search on the thread that calls it.
  public LineupSearch(Lineup lineup) {
    this.lineup = lineup;
    this.workers = Optional.empty();
    this.threads = 1;
  }

  /// A search over several parts of the lineup at once.
  ///
  /// @param workers threads for computing; belong to the caller
  /// @param threads how many of them a search may keep busy
  public LineupSearch(Lineup lineup, ExecutorService workers, int threads) {
    this.lineup = lineup;
    this.workers = threads > 1 ? Optional.of(workers) : Optional.empty();
    this.threads = threads;
  }

  /// Hears what a search finds, on the thread that called it.
  @FunctionalInterface
  public interface Found {
    /// Is told of some more channels.
    ///
    /// @param indexes  channels that were found, in their order, behind those that were told before; may be empty
    /// @param lookedAt how many channels were looked at so far
    void found(int[] indexes, long lookedAt);
  }

  /// Looks at every channel. The lineup may be closed meanwhile.
  ///
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if the query's condition is none
  /// @throws PipelineException    if the lineup cannot be read, or a pattern had to be stopped
  /// @throws InterruptedException if the thread was interrupted
  public void run(LineupQuery query, Found found) throws PipelineException, InterruptedException {
    RecordFile<?> file = lineup.file();
    List<CompiledFilters> filters = query.filters();
    try (var _ = file.hold(); PipelineIterator<SearchedBlock> blocks = over(new BlockNumbers(file.blocks()), filters)) {
      while (blocks.nextChunk(BLOCKS_AT_A_TIME) instanceof IteratorResult.Items<SearchedBlock>(
          List<SearchedBlock> chunk)) {
        found.found(SearchedBlock.indexes(chunk), chunk.getLast().to());
      }
    } catch (RuleFailedException e) {
      throw PlaylistPipeline.failed(e);
    }
  }

  private PipelineIterator<SearchedBlock> over(PipelineIterator<Integer> numbers, List<CompiledFilters> filters) {
    return workers.isPresent()
        ? new ParallelIterator<>(numbers, () -> step(filters), workers.get(), threads + 1)
        : new ChunkIterator<>(numbers, step(filters));
  }

  private ChunkFunction<Integer, SearchedBlock> step(List<CompiledFilters> filters) {
    return new SearchStep(lineup.file(), filters);
  }
}
