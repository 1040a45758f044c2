package app.lineup.laws;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// An upstream that keeps count, and fails where it is told to. It is the law itself for whoever pulls: not after the
/// end of a failure, not after close, never for less than one item.
public final class Probe implements PipelineIterator<Integer> {

  private static final int NEVER = -1;

  private final int items;
  private final int failingPull;
  private final boolean interrupted;
  private int given;
  private final AtomicInteger pulls = new AtomicInteger();
  private final AtomicInteger closes = new AtomicInteger();
  private volatile boolean failed;
  private volatile boolean abused;

  private Probe(int items, int failingPull, boolean interrupted) {
    this.items = items;
    this.failingPull = failingPull;
    this.interrupted = interrupted;
  }

  /// Gives the numbers from 0 on.
  public static Probe of(int items) {
    return new Probe(items, NEVER, false);
  }

  /// Fails at one of its pulls.
  public static Probe failing(int items, int pull) {
    return new Probe(items, pull, false);
  }

  /// Is cancelled at one of its pulls.
  public static Probe interrupted(int items, int pull) {
    return new Probe(items, pull, true);
  }

  public int closes() {
    return closes.get();
  }

  public int pulls() {
    return pulls.get();
  }

  /// Whether somebody broke the law, on a thread whose failures nobody may see.
  public boolean isAbused() {
    return abused;
  }

  @Override
  public IteratorResult<Integer> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    if (maxItems < 1 || closes.get() > 0 || failed) {
      abused = true;
      throw new AssertionError("pulled for " + maxItems + " items"
          + (closes.get() > 0 ? " after close" : failed ? " after a failure" : ""));
    }
    if (pulls.getAndIncrement() == failingPull) {
      failed = true;
      if (interrupted) {
        throw new InterruptedException("pull " + failingPull);
      }
      throw new PipelineException(PipelineException.Kind.EXTERNAL, "probe", "failed at pull " + failingPull, "");
    }
    if (given == items) {
      return new IteratorResult.Finished<>();
    }
    // Chunks of all sizes up to what was asked for.
    int count = Math.min(items - given, 1 + (pulls.get() * 7) % maxItems);
    List<Integer> chunk = IntStream.range(given, given + count).boxed().toList();
    given += count;
    return new IteratorResult.Items<>(chunk);
  }

  @Override
  public void close() {
    closes.incrementAndGet();
  }
}
