package app.lineup.pipeline.number;

import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.model.ChannelNumber;
import app.lineup.model.KeptNumbers;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelKey;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The numbers that channels were published with in earlier runs, by their keys, and those of the run under way, which
/// are kept for the next by [#keep] (decision 32). Not thread-safe; used by the run's thread.
public final class StickyNumbers implements AutoCloseable {

  /// So many numbers wait for their channels in any case, which takes 16 MB; beyond that no more than were published.
  private static final long MOST_WAITING = 1_000_000;

  private final NumbersFile file;
  private final NumberSources sources;
  private final NumberTable table;
  private final Map<String, Integer> scopes = new HashMap<>();
  /// How often a key was seen again.
  private final NumberTable again;
  private final String aside;
  private long kept;
  private long published;
  private boolean changed;

  private StickyNumbers(NumbersFile file, NumberSources sources, NumberTable table, NumberTable again, String aside,
      boolean changed) {
    this.file = file;
    this.sources = sources;
    this.table = table;
    this.again = again;
    this.aside = aside;
    this.changed = changed;
  }

  /// Reads what is remembered.
  ///
  /// @param sources the names of the run's sources, in their order
  /// @param forRun  whether the run publishes, so that a file which is damaged is set aside; who only looks leaves it
  /// @param likely  how many channels the run has, 0 where nobody knows
  public static StickyNumbers open(
      NumbersFile file, List<String> sources, boolean forRun, long likely, LeaseBook leases, SpillSpace spill)
      throws PipelineException {
    var reading = new Reading(likely, leases, spill);
    String aside = "";
    try {
      if (file.exists()) {
        file.read(reading);
      }
    } catch (DamagedNumbersException e) {
      reading.forget();
      aside = forRun ? setAside(file, e) : "";
    } catch (LimitException e) {
      throw e.failure;
    } catch (IOException e) {
      reading.forget();
      throw unreadable(file, e);
    }
    NumberSources known = reading.sources.with(sources);
    NumberTable table = reading.table == null ? new NumberTable(likely, leases, spill) : reading.table;
    return new StickyNumbers(file, known, table, new NumberTable(0, leases, spill), aside,
        !known.equals(reading.sources));
  }

  private static String setAside(NumbersFile file, IOException damage) throws PipelineException {
    try {
      return file.setAside("damaged").toString();
    } catch (IOException e) {
      e.addSuppressed(damage);
      throw unreadable(file, e);
    }
  }

  private static PipelineException unreadable(NumbersFile file, IOException e) {
    return new PipelineException(PipelineException.Kind.RESOURCES, file.path().toString(),
        "the numbers that channels keep cannot be read: " + Reason.of(e),
        "Check that this file may be read; without it channels are numbered anew.", e);
  }

  private static final class LimitException extends IOException {

    private static final long serialVersionUID = 1;
    private final transient PipelineException failure;

    LimitException(PipelineException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  /// Fills a table.
  private static final class Reading implements NumbersFile.Numbers {

    private final long likely;
    private final LeaseBook leases;
    private final SpillSpace spill;
    private NumberSources sources = NumberSources.NONE;
    private @Nullable NumberTable table;

    Reading(long likely, LeaseBook leases, SpillSpace spill) {
      this.likely = likely;
      this.leases = leases;
      this.spill = spill;
    }

    @Override
    public void begin(NumbersFile.Head head) throws IOException {
      sources = head.sources();
      try {
        table = new NumberTable(Math.max(likely, head.count()), leases, spill);
      } catch (PipelineException e) {
        throw new LimitException(e);
      }
    }

    @Override
    public void add(long key, long remembered) throws IOException {
      try {
        if (table != null) {
          table.put(key, remembered);
        }
      } catch (PipelineException e) {
        forget();
        throw new LimitException(e);
      }
    }

    void forget() {
      if (table != null) {
        table.close();
        table = null;
      }
      sources = NumberSources.NONE;
    }
  }

  /// Gives every number that is remembered, be its channel in the run or not.
  void eachNumber(Consumer<ChannelNumber> look) {
    table.each((key, remembered) -> look.accept(RememberedNumber.number(remembered)));
  }

  /// The hash under which a channel of the run is known. Asked once for each channel, in the order of publishing: of
  /// those of a source that have the same key each is another.
  long hash(Channel channel) throws PipelineException {
    int scope = scopes.computeIfAbsent(channel.origin().sourceName(), sources::scope);
    ChannelKey key = ChannelKey.of(channel);
    long first = key.hash(scope, 0);
    if (!RememberedNumber.isSeen(table.get(first))) {
      return first;
    }
    long ordinal = again.get(first) + 1;
    again.put(first, ordinal);
    return key.hash(scope, (int) ordinal);
  }

  /// The number that the channel was published with, where it was.
  Optional<ChannelNumber> of(long hash) {
    long remembered = table.get(hash);
    return remembered == 0 ? Optional.empty() : Optional.of(RememberedNumber.number(remembered));
  }

  /// Notes the number that the channel has in this run.
  void given(long hash, ChannelNumber number) throws PipelineException {
    long before = table.get(hash);
    boolean same = before != 0 && RememberedNumber.is(before, number);
    kept += same ? 1 : 0;
    changed |= !same || RememberedNumber.missed(before) > 0;
    published++;
    table.put(hash, RememberedNumber.seen(number));
  }

  /// Keeps the numbers for the next run, once the playlist is in place. Where nothing has changed nothing is written.
  public KeptNumbers keep() {
    var waiting = Waiting.of(table, Math.max(MOST_WAITING, published));
    String failure = "";
    if (changed || waiting.all() > 0) {
      try {
        file.replace(new NumbersFile.Head(published, waiting.kept(), sources), sink -> table.each((key, remembered) -> {
          if (RememberedNumber.isSeen(remembered) || waiting.keeps(remembered)) {
            sink.add(key, remembered);
          }
        }));
      } catch (IOException e) {
        failure = Reason.of(e);
      }
    }
    return new KeptNumbers(kept, waiting.kept(), aside, failure);
  }

  @Override
  public void close() {
    table.close();
    again.close();
  }
}
