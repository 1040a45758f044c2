package app.lineup.app.refresh;

import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.input.Freshness;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.RereadableInput;
import app.lineup.io.input.Snapshots;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Looks through sources by way of their snapshots. Thread-safe; an interrupt cancels.
public final class SourceRefresh {

  private final Function<Freshness, InputOpener> inputs;
  private final Snapshots snapshots;
  private final InstantSource clock;
  /// How many times each address is being refreshed now. Guarded by itself.
  private final Map<URI, Integer> underWay = new HashMap<>();

  /// @param inputs    makes an opener that keeps what it fetches in `snapshots`; it is closed here
  /// @param snapshots of the lists that were fetched
  public SourceRefresh(Function<Freshness, InputOpener> inputs, Snapshots snapshots, InstantSource clock) {
    this.inputs = inputs;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /// Asks the server, or reads the file as it is now.
  ///
  /// @param before    what was found last time: where the list is still the same, it is not read again
  /// @param telemetry counts under [StageType#SOURCE_LOADING]: bytes while the list is fetched, then channels
  /// @throws PipelineException if there is no list, or one without channels where there is one that has some: what is
  ///                           kept stays as it is
  public SourceInspection fetch(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    begin(source);
    try {
      return fetched(source, before, telemetry);
    } finally {
      end(source);
    }
  }

  private SourceInspection fetched(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    SourceInspection found = look(Freshness.FETCH, source, before, telemetry);
    if (found.summary().report().entries() == 0 && address(source).flatMap(snapshots::at).isPresent()) {
      throw new PipelineException(Kind.EXTERNAL, source.location().toString(),
          "the server gave a list without channels",
          "Refresh again later; if it stays, ask the provider whether the account has expired.");
    }
    return found;
  }

  /// How a run is to read its addresses. Those that are being refreshed are read as the refresh leaves them, or as they
  /// were before it, as `choice` says; all others are asked for, and so is one of which nothing is kept.
  ///
  /// @param observer told of each source that is waited for
  /// @throws InterruptedException if the run was cancelled while it waited
  public Function<URI, Freshness> forRun(List<Source> sources, WhileRefreshed choice, RunObserver observer)
      throws InterruptedException {
    Set<URI> kept = new HashSet<>();
    for (Source source : sources) {
      Optional<URI> address = address(source).filter(this::isUnderWay);
      if (address.isEmpty()) {
        continue;
      }
      if (isWaitedFor(address.get(), choice)) {
        observer.onEvent(new RunEvent.SourceAwaited(source.name()));
        await(address.get());
      }
      address.filter(uri -> snapshots.at(uri).isPresent()).ifPresent(kept::add);
    }
    return address -> kept.contains(address) ? Freshness.KEPT : Freshness.FETCH;
  }

  private boolean isWaitedFor(URI address, WhileRefreshed choice) {
    return switch (choice) {
      case WAIT -> true;
      case LAST_LIST -> snapshots.at(address).isEmpty();
    };
  }

  private boolean isUnderWay(URI address) {
    synchronized (underWay) {
      return underWay.containsKey(address);
    }
  }

  private void await(URI address) throws InterruptedException {
    synchronized (underWay) {
      while (underWay.containsKey(address)) {
        underWay.wait();
      }
    }
  }

  private void begin(Source source) {
    synchronized (underWay) {
      address(source).ifPresent(address -> underWay.merge(address, 1, Integer::sum));
    }
  }

  private void end(Source source) {
    synchronized (underWay) {
      address(source)
          .ifPresent(address -> underWay.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null));
      underWay.notifyAll();
    }
  }

  /// Looks at what is kept, without asking a server.
  ///
  /// @return empty where nothing is kept of this address
  public Optional<SourceInspection> kept(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    Optional<URI> address = address(source);
    if (address.isPresent() && address.flatMap(snapshots::at).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(look(Freshness.KEPT, source, before, telemetry));
  }

  private SourceInspection look(
      Freshness freshness, Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
      throws PipelineException, InterruptedException {
    SourceInspection found;
    try (InputOpener opener = inputs.apply(freshness)) {
      StageMeter meter = telemetry.stage(StageType.SOURCE_LOADING.id());
      RereadableInput input = opener.prepare(source, new Progress(meter)::told);
      Optional<SourceInspection> same = before.filter(last -> last.stamp().isSameAs(input.stamp()));
      SourceSummary summary = same.isPresent() ? same.get().summary() : SourceCheck.count(source, input, meter);
      found = new SourceInspection(summary, input.stamp(), clock.instant());
    }
    // Known only now: what was fetched is kept when its reader is closed.
    Instant at = address(source).flatMap(snapshots::at).orElse(found.at());
    return new SourceInspection(found.summary(), found.stamp(), at);
  }

  private static Optional<URI> address(Source source) {
    return source.location() instanceof Location.OfUrl(URI uri) ? Optional.of(uri) : Optional.empty();
  }

  /// Bytes so far, as a meter counts them.
  private static final class Progress {

    private final StageMeter meter;
    private long told;

    Progress(StageMeter meter) {
      this.meter = meter;
    }

    void told(long bytes) {
      meter.addBytes(bytes - told);
      told = bytes;
    }
  }
}
