package app.lineup.pipeline.load;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.flow.ThreadFailures;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.rest.IteratorAccumulator;
import app.lineup.engine.rest.Spill;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.watch.BusyTime;
import app.lineup.io.input.BytePiece;
import app.lineup.io.input.PieceStream;
import app.lineup.m3u.scan.M3uList;
import app.lineup.problem.PipelineException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;

/// Lists on their way through; those that are slow to unpack are unpacked by workers some time before their turn, and
/// their bytes rest until then. Not thread-safe; used by the run's thread, but for the unpacking itself. What happened
/// to bytes at rest is told by that thread, too.
final class UnpackedAhead implements PipelineIterator<M3uList> {

  /// The share of the limit that may be in memory, where not all of it may; the rest goes to the disk.
  private static final int SHARE_OF_MEMORY = 8;

  private final PipelineIterator<M3uList> lists;
  private final StageContext context;
  private final int atOnce;
  private final Deque<M3uList> waiting = new ArrayDeque<>();
  private final List<Future<VersionedSource<BytePiece>>> begun = new ArrayList<>();
  private final Queue<Spill> heard = new ConcurrentLinkedQueue<>();
  private final List<VersionedSource<BytePiece>> unpacked = new ArrayList<>();
  private boolean closed;
  private int underWay;
  private boolean exhausted;

  /// @param lists  closed with this
  /// @param atOnce how many may be unpacked before their turn, 1 or more
  UnpackedAhead(PipelineIterator<M3uList> lists, StageContext context, int atOnce) {
    this.lists = lists;
    this.context = context;
    this.atOnce = atOnce;
  }

  /// The next list; those behind it are begun.
  @Override
  public IteratorResult<M3uList> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    while (!exhausted && (waiting.isEmpty() || underWay < most())) {
      if (lists.nextChunk(1) instanceof IteratorResult.Items<M3uList>(List<M3uList> one)) {
        waiting.add(one.getFirst());
        if (one.getFirst().isSlow() && !one.getFirst().mayStall() && underWay < most()) {
          begin(one.getFirst());
        }
      } else {
        exhausted = true;
      }
    }
    M3uList next = waiting.poll();
    return next == null ? new IteratorResult.Finished<>() : new IteratorResult.Items<>(List.of(next));
  }

  /// Under pressure nobody is ahead; what is under way already comes to its end.
  private int most() {
    return switch (context.memory().level()) {
      case OPTIMAL, MODERATE -> atOnce;
      case HIGH, CRITICAL, EMERGENCY -> 0;
    };
  }

  private void begin(M3uList list) {
    Future<VersionedSource<BytePiece>> unpacking = context.workers().submit(() -> unpack(list));
    begun.add(unpacking);
    underWay++;
    list.nextFrom(() -> stream(unpacking));
  }

  private VersionedSource<BytePiece> unpack(M3uList list) throws PipelineException, InterruptedException {
    AccumulationStrategy strategy = atOnce == Integer.MAX_VALUE
        ? new AccumulationStrategy.InMemory()
        : new AccumulationStrategy.Hybrid(context.memory().limitBytes() / SHARE_OF_MEMORY);
    try (var _ = BusyTime.of(context.meter());
        var place = new IteratorAccumulator<>(context.accumulation(new BytePiece.Codec(), strategy, heard::add))) {
      return kept(list.unpack(place));
    }
  }

  /// Whoever was cancelled while it ended would give its bytes to nobody.
  private synchronized VersionedSource<BytePiece> kept(VersionedSource<BytePiece> source) {
    if (closed) {
      source.close();
    } else {
      unpacked.add(source);
    }
    return source;
  }

  /// Waits for a list's bytes when it is its turn.
  private InputStream stream(Future<VersionedSource<BytePiece>> unpacking)
      throws PipelineException, InterruptedException {
    VersionedSource<BytePiece> source = ThreadFailures.resultOf(unpacking);
    underWay--;
    for (Spill fact = heard.poll(); fact != null; fact = heard.poll()) {
      context.tell(fact);
    }
    return new PieceStream(source, source::close);
  }

  @Override
  public void close() {
    exhausted = true;
    waiting.forEach(M3uList::forgetNext);
    waiting.clear();
    begun.forEach(unpacking -> unpacking.cancel(true));
    begun.clear();
    synchronized (this) {
      closed = true;
      unpacked.forEach(VersionedSource::close);
      unpacked.clear();
    }
    lists.close();
  }
}
