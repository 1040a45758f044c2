package app.lineup.stages.load;

import app.lineup.engine.accumulate.AccumulationStrategy;
import app.lineup.engine.accumulate.IteratorAccumulator;
import app.lineup.engine.accumulate.Spill;
import app.lineup.engine.accumulate.VersionedSource;
import app.lineup.engine.flow.CrossedFailure;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.watch.BusyTime;
import app.lineup.entry.Wanted;
import app.lineup.model.Channel;
import app.lineup.problem.PipelineException;
import app.lineup.provider.m3u.M3uList;
import app.lineup.store.ChannelCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;

/// Lists on their way through, each read by a worker some time before its turn. Not thread-safe; used by the thread
/// that pulls, but for the reading itself. What happened to items at rest is told by that thread, too.
final class Readings implements PipelineIterator<M3uList> {

  private record Reading(M3uList list, Future<VersionedSource<Channel>> channels) {}

  private final PipelineIterator<M3uList> lists;
  private final StageContext context;
  private final Wanted wanted;
  private final int atOnce;
  private final Deque<Reading> underWay = new ArrayDeque<>();
  private final Queue<Spill> heard = new ConcurrentLinkedQueue<>();
  private final List<VersionedSource<Channel>> read = new ArrayList<>();
  private boolean exhausted;
  private boolean closed;

  Readings(PipelineIterator<M3uList> lists, StageContext context, Wanted wanted, int atOnce) {
    this.lists = lists;
    this.context = context;
    this.wanted = wanted;
    this.atOnce = atOnce;
  }

  /// The next list; those behind it are begun.
  @Override
  public IteratorResult<M3uList> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    while (!exhausted && underWay.size() < atOnce) {
      if (lists.nextChunk(1) instanceof IteratorResult.Items<M3uList>(List<M3uList> one)) {
        M3uList list = one.getFirst();
        underWay.add(new Reading(list, context.workers().submit(() -> read(list))));
      } else {
        exhausted = true;
      }
    }
    Reading first = underWay.peek();
    return first == null ? new IteratorResult.Finished<>() : new IteratorResult.Items<>(List.of(first.list()));
  }

  /// The channels of the list that was given last, when all of them were read.
  PipelineIterator<Channel> take() throws PipelineException, InterruptedException {
    // What was read goes with its only reader.
    try (VersionedSource<Channel> channels = CrossedFailure.resultOf(underWay.remove().channels())) {
      return channels.open();
    } finally {
      for (Spill fact = heard.poll(); fact != null; fact = heard.poll()) {
        context.tell(fact);
      }
    }
  }

  private VersionedSource<Channel> read(M3uList list) throws PipelineException, InterruptedException {
    var how = context.accumulation(new ChannelCodec(), new AccumulationStrategy.InMemory(), heard::add);
    try (var _ = BusyTime.of(context.meter()); var accumulator = new IteratorAccumulator<>(how);
        PipelineIterator<Channel> channels = list.open(context.meter(), wanted, context.bridges())) {
      accumulator.addAll(channels, context.chunkItems());
      return kept(accumulator.seal(list.label()));
    }
  }

  /// Whoever was cancelled while it ended would give its channels to nobody.
  private synchronized VersionedSource<Channel> kept(VersionedSource<Channel> channels) {
    if (closed) {
      channels.close();
    } else {
      read.add(channels);
    }
    return channels;
  }

  @Override
  public void close() {
    underWay.forEach(reading -> reading.channels().cancel(true));
    underWay.clear();
    exhausted = true;
    synchronized (this) {
      closed = true;
      read.forEach(VersionedSource::close);
      read.clear();
    }
    lists.close();
  }
}
