package app.lineup.m3u.scan;

import app.lineup.engine.flow.Bridges;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.StageMeter;
import app.lineup.model.channel.BlockPool;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// The blocks of several lists, one list after the other, each with its end. A list is opened when its first block is
/// pulled and closed before the next one is. Not thread-safe; used by the run's thread.
public final class ListParts implements PipelineIterator<ListPart> {

  private final PipelineIterator<M3uList> lists;
  private final StageMeter meter;
  private final ScanFilter wanted;
  private final Optional<Bridges> bridges;
  private final Ended ended;
  private final BlockPool pool;
  private final IntSupplier blockBytes;
  private final List<ListRun> begun = new ArrayList<>();
  private @Nullable ListRun run;
  private @Nullable PipelineIterator<Block> blocks;

  /// Told when all entries of a list were found.
  @FunctionalInterface
  public interface Ended {
    /// All entries of `list` were found.
    ///
    /// @param entries how many there were
    /// @throws PipelineException if that is no end to go on from
    void ended(M3uList list, long entries) throws PipelineException;
  }

  /// @param lists   closed with this
  /// @param meter   counts the bytes that are read
  /// @param wanted  which entries are found; only a reading of all makes a report
  /// @param bridges where a list that is slow to unpack or may stall is read on a thread of its own
  /// @param ended   hears of each list's end
  /// @param pool    where blocks come from
  /// @param blockBytes how much of a list is read at a time, asked anew for each block
  public ListParts(
      PipelineIterator<M3uList> lists, StageMeter meter, ScanFilter wanted, Optional<Bridges> bridges, Ended ended,
      BlockPool pool,
      IntSupplier blockBytes) {
    this.blockBytes = blockBytes;
    this.lists = lists;
    this.meter = meter;
    this.wanted = wanted;
    this.bridges = bridges;
    this.ended = ended;
    this.pool = pool;
  }

  @Override
  public IteratorResult<ListPart> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    ListRun of = run;
    PipelineIterator<Block> open = blocks;
    if (of == null || open == null) {
      if (!(lists.nextChunk(1) instanceof IteratorResult.Items<M3uList>(List<M3uList> one))) {
        return new IteratorResult.Finished<>();
      }
      M3uList list = one.getFirst();
      of = new ListRun(list, wanted, ended);
      open = list.blocks(meter, pool, bridges, blockBytes);
      run = of;
      begun.add(of);
      blocks = open;
    }
    if (open.nextChunk(1) instanceof IteratorResult.Items<Block>(List<Block> block)) {
      return new IteratorResult.Items<>(List.of(new ListPart(of, block.getFirst())));
    }
    closeList();
    return new IteratorResult.Items<>(List.of(ListPart.end(of)));
  }

  private void closeList() {
    PipelineIterator<Block> open = blocks;
    run = null;
    blocks = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    try {
      closeList();
    } finally {
      begun.forEach(ListRun::stop);
      begun.clear();
      lists.close();
    }
  }
}
