package app.lineup.engine.sort;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.record.SealVersions;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.rest.Gatherer;
import app.lineup.engine.rest.Spill;
import app.lineup.engine.rest.SpillFiles;
import app.lineup.engine.rest.SpillRequests;
import app.lineup.problem.PipelineException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// Gathers items and gives them in the order of their keys; items with the same key stay as they came. Not thread-safe;
/// used by one thread at a time.
///
/// What fits into memory is a run: sorted, and written to a file when it is full. Reading merges all runs, so that a
/// run of the program needs the memory of one of them and a block of each file, however many items there are.
///
/// @param <T> the kind of item
public final class SortedRuns<T> implements Gatherer<T> {

  /// The share of the limit that is its to hold.
  /// A run of items is an eighth of the limit: below four fifths of this, at which the holder is warned.
  private static final double ALLOWANCE = 0.16;

  /// How many files are read at a time; with more, neighbours are merged first.
  static final int MOST_FILES = 128;
  private static final int MERGED_ITEMS = 256;
  private static final long SMALLEST_RUN_BYTES = 1_000_000;
  private static final long LARGEST_RUN_BYTES = 64_000_000;

  private final Accumulation<T> how;
  private final KeyedCodec<T> codec;
  private final Function<? super T, byte[]> key;
  private final int mostFiles;
  private final SpillRequests requests = new SpillRequests();
  private final MemoryLease lease;
  private List<Keyed<T>> inMemory = new ArrayList<>();
  private long bytesInMemory;
  private SpillFiles<Keyed<T>> files;
  private List<Long> runs = new ArrayList<>();
  private boolean ended;

  /// @param how where items rest; of its strategy only the weight counts up to which a run grows
  /// @param key the bytes by which an item is ordered, compared as unsigned numbers
  public SortedRuns(Accumulation<T> how, Function<? super T, byte[]> key) {
    this(how, key, MOST_FILES);
  }

  SortedRuns(Accumulation<T> how, Function<? super T, byte[]> key, int mostFiles) {
    this.how = how;
    this.codec = new KeyedCodec<>(how.codec());
    this.key = key;
    this.mostFiles = mostFiles;
    this.files = files();
    this.lease = how.leases().open("items to be sorted", ALLOWANCE, requests);
  }

  private SpillFiles<Keyed<T>> files() {
    return new SpillFiles<>(codec, how.space(), this::written);
  }

  /// How large a run of items may grow that are sorted under this limit: an eighth of it, so that the program has the
  /// rest.
  ///
  /// @param limitBytes how much may be held in all
  public static AccumulationStrategy within(long limitBytes) {
    return new AccumulationStrategy.Hybrid(Math.clamp(limitBytes / 8, SMALLEST_RUN_BYTES, LARGEST_RUN_BYTES));
  }

  @Override
  public void add(List<T> chunk) throws PipelineException, InterruptedException {
    if (ended) {
      throw new IllegalStateException("an item came after the end");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while items were sorted");
    }
    for (T item : chunk) {
      var keyed = new Keyed<>(key.apply(item), how.codec().owned(item));
      inMemory.add(keyed);
      bytesInMemory += codec.weigh(keyed);
    }
    boolean granted = lease.trySetBytes(bytesInMemory);
    if (!granted || requests.isReleaseAsked() || bytesInMemory > mostBytes()) {
      spill();
    }
  }

  /// Under pressure runs get smaller, but not so small that there are a file for each chunk.
  private long mostBytes() {
    long most = switch (how.strategy()) {
      case AccumulationStrategy.InMemory() -> Long.MAX_VALUE;
      case AccumulationStrategy.FileSpilled _ -> SMALLEST_RUN_BYTES;
      case AccumulationStrategy.Hybrid(long thresholdBytes) -> thresholdBytes;
    };
    boolean early = requests.isSpillAsked();
    return switch (how.memory().level()) {
      case OPTIMAL, MODERATE -> early ? most / 4 : most;
      case HIGH -> Math.min(most, LARGEST_RUN_BYTES) / 2;
      case CRITICAL, EMERGENCY -> Math.min(most, LARGEST_RUN_BYTES) / 4;
    };
  }

  private void spill() throws PipelineException {
    requests.clear();
    if (inMemory.isEmpty()) {
      return;
    }
    inMemory.sort(Keyed::compare);
    runs.add((long) inMemory.size());
    files.add(inMemory, inMemory.size());
    inMemory = new ArrayList<>();
    bytesInMemory = 0;
    lease.trySetBytes(0);
  }

  private void written(Spill.Written file) {
    how.meter().addSpilled(file.bytes());
    how.told().accept(file);
  }

  @Override
  public VersionedSource<T> seal(String description) throws PipelineException, InterruptedException {
    if (ended) {
      throw new IllegalStateException("sealed after the end");
    }
    inMemory.sort(Keyed::compare);
    while (runs.size() > mostFiles) {
      mergeNeighbours(description);
    }
    ended = true;
    long items = runs.stream().mapToLong(Long::longValue).sum() + inMemory.size();
    var info = new SourceInfo(SealVersions.next(), Instant.now(), OptionalLong.of(items), description);
    List<Keyed<T>> rest = inMemory;
    inMemory = List.of();
    return new SortedItems<>(info, files, rest, lease);
  }

  /// Fewer and longer runs, in the same order.
  private void mergeNeighbours(String description) throws PipelineException, InterruptedException {
    SpillFiles<Keyed<T>> merged = files();
    List<Long> lengths = new ArrayList<>();
    try {
      for (int from = 0; from < runs.size(); from += mostFiles) {
        int to = Math.min(runs.size(), from + mostFiles);
        long length = runs.subList(from, to).stream().mapToLong(Long::longValue).sum();
        merge(files.files().subList(from, to), merged, Math.toIntExact(length), description);
        lengths.add(length);
      }
    } catch (PipelineException | InterruptedException | RuntimeException e) {
      merged.delete();
      throw e;
    }
    files.delete();
    files = merged;
    runs = lengths;
  }

  private void merge(List<Path> some, SpillFiles<Keyed<T>> into, int items, String description)
      throws PipelineException, InterruptedException {
    try (var all = Merge.of(some, files.form(), List.of(), description)) {
      PipelineIterator<Keyed<T>> merged = all;
      while (merged.nextChunk(MERGED_ITEMS) instanceof IteratorResult.Items<Keyed<T>>(List<Keyed<T>> chunk)) {
        into.add(chunk, items);
      }
    }
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
