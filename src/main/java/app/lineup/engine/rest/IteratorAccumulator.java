package app.lineup.engine.rest;

import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealVersions;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.AccumulationStrategy.FileSpilled;
import app.lineup.engine.rest.AccumulationStrategy.Hybrid;
import app.lineup.engine.rest.AccumulationStrategy.InMemory;
import app.lineup.problem.PipelineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Gathers items that come once, so that they can be read any number of times: in memory or in files, as the strategy
/// and the memory pressure at each [#add] will have it. Not thread-safe; used by one thread at a time.
///
/// Items come out in the order in which they went in: those in files first, and then those in memory, which go behind
/// the others when they spill. After [#seal] all that was gathered belongs to the source; an accumulator that is closed
/// without leaves nothing.
///
/// @param <T> the kind of item
public final class IteratorAccumulator<T> implements Gatherer<T> {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.25;

  private final Accumulation<T> how;
  private final SpillFiles<T> files;
  private final SpillRequests requests = new SpillRequests();
  private final MemoryLease lease;
  private List<T> inMemory = new ArrayList<>();
  private long bytesInMemory;
  private AccumulationStrategy own;
  private AccumulationStrategy told;
  private boolean ended;

  public IteratorAccumulator(Accumulation<T> how) {
    this.how = how;
    this.files = new SpillFiles<>(how.codec(), how.space(), this::written);
    this.own = how.strategy();
    this.told = own;
    this.lease = new MeteredLease(how.leases().open("items at rest", ALLOWANCE, requests), how.meter());
  }

  @Override
  public void add(List<T> chunk) throws PipelineException, InterruptedException {
    if (ended) {
      throw new IllegalStateException("an item came after the end");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while items were kept");
    }
    MemoryPressureLevel level = how.memory().level();
    AccumulationStrategy now = own.under(level);
    tell(now, "memory pressure is " + level.word());
    switch (now) {
      case FileSpilled(int itemsPerFile) -> {
        spill(itemsPerFile);
        files.add(chunk, itemsPerFile);
      }
      case Hybrid(long thresholdBytes) -> {
        hold(chunk);
        if (bytesInMemory > thresholdBytes || requests.isSpillAsked()) {
          own = new FileSpilled(AccumulationStrategy.ITEMS_A_FILE);
          tell(own, "there are more than fit into memory");
          spill(AccumulationStrategy.ITEMS_A_FILE);
        }
      }
      case InMemory() -> {
        hold(chunk);
        if (requests.isReleaseAsked()) {
          own = new FileSpilled(AccumulationStrategy.ITEMS_A_FILE);
          tell(own, "there are more than fit into memory");
          spill(AccumulationStrategy.ITEMS_A_FILE);
        }
      }
    }
  }

  private void tell(AccumulationStrategy now, String reason) {
    if (!now.equals(told)) {
      how.told().accept(new Spill.Switched(told.word(), now.word(), reason));
      told = now;
    }
  }

  private void written(Spill.Written file) {
    how.meter().addSpilled(file.bytes());
    how.told().accept(file);
  }

  private void hold(List<T> chunk) {
    for (T item : chunk) {
      T owned = how.codec().owned(item);
      inMemory.add(owned);
      bytesInMemory += how.codec().weigh(owned);
    }
    if (!lease.trySetBytes(bytesInMemory)) {
      requests.onRelease();
    }
  }

  /// All that is in memory goes behind what is in files.
  private void spill(int itemsPerFile) throws PipelineException {
    requests.clear();
    if (!inMemory.isEmpty()) {
      files.add(inMemory, itemsPerFile);
      inMemory = new ArrayList<>();
      bytesInMemory = 0;
      lease.trySetBytes(0);
    }
  }

  /// The version is higher than that of any that was sealed before.
  @Override
  public VersionedSource<T> seal(String description) throws PipelineException {
    if (ended) {
      throw new IllegalStateException("sealed after the end");
    }
    files.finish();
    ended = true;
    var info = new SourceInfo(SealVersions.next(), Instant.now(),
        OptionalLong.of(files.items() + inMemory.size()), description);
    List<T> rest = List.copyOf(inMemory);
    inMemory = List.of();
    if (rest.isEmpty()) {
      // Its allowance is for others.
      lease.close();
    }
    return new SealedItems<>(info, files, rest, lease);
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      inMemory = List.of();
      files.delete();
      lease.close();
    }
  }
}
