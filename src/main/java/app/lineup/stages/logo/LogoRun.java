package app.lineup.stages.logo;

import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.LogoPlan;
import app.lineup.model.LogoState;
import app.lineup.model.LogoStatistics;
import app.lineup.model.NumberedChannel;
import app.lineup.problem.PipelineException;
import app.lineup.provider.http.SmallFetcher;
import app.lineup.store.logo.LogoCache;
import app.lineup.store.logo.LogoNote;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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
  private final PictureServers servers;
  private final FetchPlaces places;
  private final MemoryLease index;

  LogoRun(LogoPlan.On plan, PictureServers servers, MemoryMonitor memory, InstantSource clock) throws IOException {
    this.asksServers = plan.asksServers();
    this.clock = clock;
    this.servers = servers;
    this.cache = LogoCache.open(plan.cache(), plan.maxBytes(), clock);
    this.places = new FetchPlaces(memory, servers::letGo);
    this.fetch = new LogoFetch(cache, servers, counters, places, clock);
    this.index = memory.leases().open("what is known of logos", ALLOWANCE, LeaseAlarms.NONE);
    boolean _ = index.trySetBytes(cache.memoryBytes());
  }

  /// Opens what the run needs. No server is asked yet.
  ///
  /// @param pictures asks servers; closed with what this returns
  /// @param memory   says how much may be on its way at once
  /// @throws PipelineException if the cache's folder cannot be used
  public static LogoRun open(LogoPlan.On plan, SmallFetcher pictures, MemoryMonitor memory) throws PipelineException {
    try {
      return new LogoRun(plan, new WebPictures(pictures), memory, InstantSource.system());
    } catch (IOException e) {
      pictures.close();
      throw new PipelineException(PipelineException.Kind.RESOURCES, plan.cache().toString(),
          "logos cannot be kept there", "Name a folder that can be written, or do without logos.", e);
    }
  }

  /// What is said of the ways of doing the stage, best first, whether a run has pictures or not.
  public static List<StrategyProfile> profiles() {
    return List.of(
        ConcurrentPrefetch.PROFILE, SequentialPrefetch.PROFILE, CachedOnly.PROFILE, SkipPrefetch.PROFILE);
  }

  /// The ways of doing the stage with this, best first.
  public List<StageStrategy<NumberedChannel, LogoEnrichedChannel>> strategies() {
    return asksServers
        ? List.of(new ConcurrentPrefetch(this), new SequentialPrefetch(this), new CachedOnly(this), new SkipPrefetch())
        : List.of(new CachedOnly(this), new SkipPrefetch());
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
    return fresh || failed || !asksServers ? Optional.of(LogoState.CACHED) : Optional.empty();
  }

  /// Asks the server of `address`, when it is its turn, and counts the channel it is asked for.
  LogoState fetch(LogoAddress address) throws InterruptedException {
    return fetch.fetch(address);
  }

  /// Ends what is still fetched and puts the cache in order.
  @Override
  public void close() {
    try (cache; index; places; servers) {
      // Servers first; all are closed, whichever fails.
    } catch (Exception e) {
      System.getLogger(LogoRun.class.getName()).log(System.Logger.Level.DEBUG, "the cache of logos was not put in order", e);
    }
  }
}
