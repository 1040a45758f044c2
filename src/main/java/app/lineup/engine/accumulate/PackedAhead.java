package app.lineup.engine.accumulate;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Reads ahead of whoever pulls, on another thread, and keeps what it read packed until its turn comes. Only one block at a
/// time is unpacked.
///
/// A thread is taken when less than half the room is filled, and given back when it is full: nobody waits on one for the
/// reader. What is above is pulled by one thread at a time. Not thread-safe; used by the thread that pulls, except for
/// what is above.
///
/// @param <T> the kind of item
public final class PackedAhead<T> implements PipelineIterator<T> {

  private final PipelineIterator<T> upstream;
  private final RecordForm<T> form;
  private final BlockEncoder<T> encoder;
  private final Executor threads;
  private final IntSupplier chunkItems;
  private final PackedQueue queue;
  private List<T> block = List.of();
  private int next;
  private boolean closed;

  /// @param upstream   what to pull from; closed with this
  /// @param form       how items are written and packed; the length of a block is that of a chunk
  /// @param threads    where reading ahead is done; on one that runs what it is given at once, as much is read at a pull as
  ///     there is room for
  /// @param chunkItems how many items a pull may take just now
  /// @param roomBytes  how much may be kept just now, packed; one block is kept whatever it takes, so that nothing stands still
  /// @param leases     where it is declared what is kept
  public PackedAhead(
      PipelineIterator<T> upstream,
      RecordForm<T> form,
      Executor threads,
      IntSupplier chunkItems,
      LongSupplier roomBytes,
      LeaseBook leases) {
    this.upstream = upstream;
    this.form = form;
    this.encoder = new BlockEncoder<>(form);
    this.threads = threads;
    this.chunkItems = chunkItems;
    this.queue = new PackedQueue(roomBytes, leases);
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (closed) {
      return new IteratorResult.Finished<>();
    }
    if (next == block.size()) {
      // Let go before the next one is unpacked.
      block = List.of();
      next = 0;
      Optional<RecordBlock> packed = take();
      if (packed.isEmpty()) {
        return new IteratorResult.Finished<>();
      }
      block = unpacked(packed.get());
    }
    int from = next;
    next = Math.min(block.size(), from + maxItems);
    return new IteratorResult.Items<>(block.subList(from, next));
  }

  private Optional<RecordBlock> take() throws PipelineException, InterruptedException {
    if (queue.claim()) {
      threads.execute(this::fill);
    }
    return queue.take();
  }

  private List<T> unpacked(RecordBlock packed) {
    try {
      return form.read(packed.bytes(), packed.items());
    } catch (DamagedRecordsException e) {
      throw new IllegalStateException("what was packed in memory cannot be unpacked", e);
    }
  }

  private void fill() {
    try {
      boolean more = queue.begin();
      while (more) {
        if (!(upstream.nextChunk(chunkItems.getAsInt()) instanceof IteratorResult.Items<T>(List<T> items))) {
          queue.end(null);
          return;
        }
        more = queue.put(encoder.apply(items).getFirst());
      }
    } catch (PipelineException | InterruptedException | RuntimeException | Error e) {
      queue.end(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    block = List.of();
    next = 0;
    queue.close();
    upstream.close();
  }
}
