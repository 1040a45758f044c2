package app.lineup.pipeline.logo;

import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.io.http.HttpFetcher;
import app.lineup.model.LogoPlan;
import app.lineup.model.LogoState;
import app.lineup.model.LogoStatistics;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.logo.cache.LogoCache;
import app.lineup.pipeline.logo.cache.LogoNote;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one run has to do with pictures: the cache, the servers, and what is counted. Safe for many threads.
public final class LogoRun implements AutoCloseable {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.05;

  /// A logo seldom changes; for so long its server is not asked whether it did.
  static final Duration FRESH = Duration.ofDays(7);

  private final boolean asksServers;
  private final LogoCache cache;
  private final LogoCounters counters = new LogoCounters();
  private final LogoFetch fetch;
  private final InstantSource clock;
  private final FetchPlaces places;
  private final MemoryLease index;

  LogoRun(LogoPlan.On plan, PictureServers servers, MemoryMonitor memory, InstantSource clock) throws IOException {
    this.asksServers = plan.asksServers();
    this.clock = clock;
    this.cache = LogoCache.open(plan.cache(), plan.maxBytes(), clock);
    this.places = new FetchPlaces(memory);
    this.fetch = new LogoFetch(cache, servers, counters, places, clock);
    this.index = memory.leases().open("what is known of logos", ALLOWANCE, LeaseAlarms.NONE);
    boolean _ = index.trySetBytes(cache.memoryBytes());
  }

  /// Opens what the run needs. No server is asked yet.
  ///
  /// @param pictures asks servers; the caller closes it after what this returns
  /// @param memory   says how much may be on its way at once
  /// @throws PipelineException if the cache's folder cannot be used
  public static LogoRun open(LogoPlan.On plan, HttpFetcher pictures, MemoryMonitor memory) throws PipelineException {
    try {
      return new LogoRun(plan, pictures::ask, memory, InstantSource.system());
    } catch (IOException e) {
      throw new PipelineException(PipelineException.Kind.RESOURCES, plan.cache().toString(),
          "logos cannot be kept there", "Name a folder that can be written, or do without logos.", e);
    }
  }

  /// What is said of the ways of doing the stage, best first, whether a run has pictures or not.
  public static List<StrategyProfile> profiles() {
    return Stream.concat(Stream.of(PrefetchRow.values()).map(PrefetchRow::profile), Stream.of(SkipPrefetch.PROFILE))
        .toList();
  }

  /// The ways of doing the stage with this, best first.
  public List<StageStrategy<NumberedChannel, LogoEnrichedChannel>> strategies() {
    List<StageStrategy<NumberedChannel, LogoEnrichedChannel>> strategies = new ArrayList<>();
    for (PrefetchRow row : PrefetchRow.values()) {
      if (asksServers || row.atOnce() == 0) {
        strategies.add(new LogoPrefetch(row, this));
      }
    }
    strategies.add(new SkipPrefetch());
    return strategies;
  }

  /// What was counted so far.
  public LogoStatistics statistics() {
    return counters.statistics();
  }

  LogoCounters counters() {
    return counters;
  }

  /// What can be said of `address` without asking anybody; empty where its server is to be asked.
  Optional<LogoState> known(LogoAddress address) {
    Optional<LogoNote> note = cache.note(address.hash());
    if (note.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    LogoNote known = note.get();
    boolean failed = known.hasFailed(now);
    if (known.picture().isEmpty()) {
      return failed ? Optional.of(LogoState.FAILED) : Optional.empty();
    }
    boolean fresh = now.isBefore(known.askedAt().plus(FRESH));
    return fresh || failed ? Optional.of(LogoState.CACHED) : Optional.empty();
  }

  /// Asks servers.
  LogoFetch fetches() {
    return fetch;
  }

  /// Puts the cache in order.
  @Override
  public void close() {
    try (cache; index; places) {
      // All are closed, whichever fails.
    } catch (IOException e) {
      System.getLogger(LogoRun.class.getName())
          .log(System.Logger.Level.DEBUG, "the cache of logos was not put in order", e);
    }
  }
}
