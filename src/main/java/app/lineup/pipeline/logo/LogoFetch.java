package app.lineup.pipeline.logo;

import app.lineup.io.http.PrivateHosts;
import app.lineup.io.http.Reply;
import app.lineup.io.http.Validators;
import app.lineup.model.Address;
import app.lineup.model.LogoState;
import app.lineup.pipeline.logo.cache.LogoCache;
import app.lineup.pipeline.logo.cache.LogoNote;
import app.lineup.pipeline.logo.cache.PictureType;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Fetches pictures into the cache: a bounded number at once, and of each server fewer. Safe for many threads.
///
/// Whatever comes instead of a picture is remembered for a while and costs its channel nothing but the picture
/// (`HTTP-64`).
final class LogoFetch {

  /// An address that gave no picture gives none tomorrow either.
  static final Duration GONE = Duration.ofDays(1);

  /// A server that is in trouble may be out of it soon.
  static final Duration IN_TROUBLE = Duration.ofMinutes(10);

  /// Servers beyond that share one gate, so that a list of invented names does not fill the memory.
  private static final int MOST_HOSTS = 10_000;

  private final LogoCache cache;
  private final PictureServers servers;
  private final LogoCounters counters;
  private final InstantSource clock;
  private final FetchPlaces places;
  private final PrivateHosts hosts = new PrivateHosts();
  private final Map<String, HostGate> gates = new ConcurrentHashMap<>();

  LogoFetch(LogoCache cache, PictureServers servers, LogoCounters counters, FetchPlaces places, InstantSource clock) {
    this.places = places;
    this.cache = cache;
    this.servers = servers;
    this.counters = counters;
    this.clock = clock;
  }

  /// Asks for the picture of `address` when it is its turn, unless memory has become too short for that by then.
  ///
  /// @param atOnce  how many servers may be asked at once; more than 0
  /// @param threads of which one waits for the answer
  Future<LogoState> submit(LogoAddress address, int atOnce, Executor threads) {
    HostGate gate = gates.computeIfAbsent(gates.size() < MOST_HOSTS ? address.host() : "", host -> new HostGate());
    var fetch = new FutureTask<LogoState>(() -> fetch(address, gate, atOnce));
    gate.submit(fetch, threads);
    return fetch;
  }

  private LogoState fetch(LogoAddress address, HostGate gate, int atOnce) throws InterruptedException {
    if (!places.enter(atOnce)) {
      return notAsked(address);
    }
    try {
      return gate.isGivenUp()
          ? counters.count(stateWithout(cache.note(address.hash()), LogoState.FAILED))
          : ask(address, gate);
    } finally {
      places.leave();
    }
  }

  /// Counts a channel whose server is not asked, though it would be time to.
  LogoState notAsked(LogoAddress address) {
    return counters.count(stateWithout(cache.note(address.hash()), LogoState.NOT_FETCHED));
  }

  private LogoState ask(LogoAddress address, HostGate gate) throws InterruptedException {
    Optional<LogoNote> before = cache.note(address.hash());
    Validators known = before.filter(note -> note.picture().isPresent())
        .map(note -> new Validators(note.etag(), note.lastModified())).orElse(Validators.NONE);
    long begun = System.nanoTime();
    Reply reply;
    try {
      reply = servers.ask(address.uri(), known, uri -> !hosts.isPrivate(uri) || isFromThere(address));
    } catch (PipelineException | RuntimeException e) {
      // The client throws what it likes at an address that it cannot stand.
      gate.silent();
      return failed(address, before, IN_TROUBLE);
    } finally {
      counters.asked(System.nanoTime() - begun);
    }
    gate.answered();
    return switch (reply) {
      case Reply.Whole(byte[] bytes, Validators validators) -> taken(address, before, bytes, validators);
      case Reply.Unchanged() -> confirmed(before);
      case Reply.Refused(int status) -> failed(address, before, isTrouble(status) ? IN_TROUBLE : GONE);
      case Reply.TooLarge() -> failed(address, before, GONE);
    };
  }

  /// Whether the list itself came from a private network.
  private boolean isFromThere(LogoAddress address) {
    return Address.parse(address.list()).filter(hosts::isPrivate).isPresent();
  }

  private static boolean isTrouble(int status) {
    return status >= 500 || status == 408 || status == 425 || status == 429;
  }

  private LogoState taken(LogoAddress address, Optional<LogoNote> before, byte[] bytes, Validators validators)
      throws InterruptedException {
    Optional<PictureType> type = PictureType.of(bytes);
    if (type.filter(known -> !known.isTooLarge(bytes)).isEmpty()) {
      return failed(address, before, GONE);
    }
    try {
      return cache.keep(address.hash(), bytes, type.get(), validators.etag(), validators.lastModified())
          ? counters.fetched(bytes.length)
          : failed(address, before, GONE);
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      var cancelled = new InterruptedException("the run was cancelled");
      cancelled.initCause(e);
      throw cancelled;
    } catch (IOException e) {
      log(e);
      return failed(address, before, IN_TROUBLE);
    }
  }

  private LogoState confirmed(Optional<LogoNote> before) {
    before.ifPresent(note -> {
      try {
        cache.confirm(note);
      } catch (IOException e) {
        log(e);
      }
    });
    return counters.count(stateWithout(before, LogoState.FAILED));
  }

  private LogoState failed(LogoAddress address, Optional<LogoNote> before, Duration pause) {
    try {
      cache.fail(address.hash(), clock.instant().plus(pause));
    } catch (IOException e) {
      log(e);
    }
    return counters.count(stateWithout(before, LogoState.FAILED));
  }

  /// What is left where nothing new came: the picture from before, or `none`.
  private static LogoState stateWithout(Optional<LogoNote> before, LogoState none) {
    return before.flatMap(LogoNote::picture).isPresent() ? LogoState.CACHED : none;
  }

  /// A full disk is no matter of the channel's: it is noted where the curious look.
  private static void log(IOException e) {
    System.getLogger(LogoFetch.class.getName()).log(System.Logger.Level.DEBUG, "not noted in the cache of logos", e);
  }
}
