package app.lineup.engine.flow;

import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Carries chunks from one thread to another: what is above runs on a thread of the bridge's own, ahead of who pulls
/// here by no more than the room it is given (backpressure by items and weight). A stage that gives nothing for too
/// long is named, and the run ends.
///
/// Not thread-safe; used by the thread that pulls, except for what is above, which the bridge's thread uses. Closing
/// stops that thread, waits for it, and then closes the upstream.
///
/// @param <T> the kind of item
final class StageBridge<T> implements PipelineIterator<T> {

  /// How long closing waits for what is above to notice; then its inputs are closed under it.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PipelineIterator<T> upstream;
  private final String subject;
  private final ExecutorService threads;
  private final ToLongFunction<? super T> weigh;
  private final Duration chunkTimeout;
  private final LongSupplier alive;
  private final BridgeQueue<T> queue;
  private final Leftover<T> leftover = new Leftover<>();
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Future<?> producer;

  /// @param upstream     what to pull from, on another thread; closed with this
  /// @param subject      what is above, for the message that it is stuck
  /// @param threads      where that thread comes from; one that is free for the whole run, never a pool that the stages
  ///     above compute on
  /// @param room         how much may wait, asked anew for each chunk
  /// @param weigh        about how many bytes an item takes
  /// @param chunkTimeout how long to wait for a chunk while `alive` stays the same
  /// @param alive        grows while something comes in above
  StageBridge(
      PipelineIterator<T> upstream,
      String subject,
      ExecutorService threads,
      Supplier<BridgeLimits> room,
      ToLongFunction<? super T> weigh,
      Duration chunkTimeout,
      LongSupplier alive) {
    this.alive = alive;
    this.upstream = upstream;
    this.subject = subject;
    this.threads = threads;
    this.weigh = weigh;
    this.chunkTimeout = chunkTimeout;
    this.queue = new BridgeQueue<>(room);
  }

  @Override
  public IteratorResult<T> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (producer == null) {
      producer = threads.submit(this::produce);
    }
    if (leftover.isEmpty()) {
      leftover.set(queue.take(subject, chunkTimeout, alive));
    }
    return leftover.isEmpty() ? new IteratorResult.Finished<>() : new IteratorResult.Items<>(leftover.take(maxItems));
  }

  /// How many chunks wait.
  int depth() {
    return queue.depth();
  }

  private void produce() {
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    Throwable failure = null;
    try {
      pullAll();
    } catch (PipelineException | InterruptedException | RuntimeException | Error e) {
      failure = e;
    } finally {
      queue.end(failure);
      ended.countDown();
    }
  }

  private void pullAll() throws PipelineException, InterruptedException {
    for (int size = queue.awaitRoom(); size > 0; size = queue.awaitRoom()) {
      if (!(upstream.nextChunk(size) instanceof IteratorResult.Items<T>(List<T> items))) {
        return;
      }
      queue.put(items, items.stream().mapToLong(weigh).sum());
    }
  }

  @Override
  public void close() {
    queue.close();
    leftover.set(List.of());
    Future<?> running = producer;
    // Whoever claims first: a producer that has not begun never will.
    if (running != null && !claimed.compareAndSet(false, true)) {
      running.cancel(true);
      awaitProducer();
    }
    upstream.close();
  }

  private void awaitProducer() {
    boolean interrupted = Thread.interrupted();
    try {
      boolean _ = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
