package app.lineup.io.input;

import app.lineup.io.http.Fetched;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.http.Validators;
import app.lineup.model.Secrets;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Makes addresses readable by way of the snapshots. Thread-safe.
///
/// What was fetched and approved by its reader takes the place of the snapshot at [#close], when nobody reads it any
/// more: some systems do not move a file that is open.
final class Downloads implements AutoCloseable {

  private final HttpFetcher fetcher;
  private final SpoolSpace spool;
  private final Snapshots snapshots;
  private final Function<URI, Freshness> freshness;
  private final InputLimits limits;
  private final Set<Approved> approved = ConcurrentHashMap.newKeySet();

  private record Approved(URI address, Path file, Instant at, Fetched fetched) {}

  /// @param fetcher belongs to the caller, as does `spool`
  /// @param spool   of [Snapshots#newSpool]
  Downloads(HttpFetcher fetcher, SpoolSpace spool, Snapshots snapshots, Function<URI, Freshness> freshness,
      InputLimits limits) {
    this.fetcher = fetcher;
    this.spool = spool;
    this.snapshots = snapshots;
    this.freshness = freshness;
    this.limits = limits;
  }

  RereadableInput prepare(Source source, URI address, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    Path lent = spool.newFile("snapshot");
    Optional<SnapshotNote> kept = snapshots.lend(address, lent);
    return switch (freshness.apply(address)) {
      case KEPT -> {
        if (kept.isEmpty()) {
          throw new PipelineException(Kind.USER, Secrets.mask(address.toString()),
              "no list of it that has channels was fetched yet",
              "Refresh it in Sources; the channels come as soon as it is there.");
        }
        yield input(address, lent, () -> {});
      }
      case FETCH -> fetched(source, address, lent, kept, bytesSoFar);
    };
  }

  private RereadableInput fetched(
      Source source, URI address, Path lent, Optional<SnapshotNote> kept, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    Path into = spool.newFile("download");
    var known = kept.map(SnapshotNote::validators).orElse(Validators.NONE);
    Optional<Fetched> fetched = fetcher.fetchNewer(address, source.fetching(), known, into, bytesSoFar);
    if (fetched.isEmpty()) {
      kept.ifPresent(note -> snapshots.confirm(address, note));
      return input(address, lent, () -> {});
    }
    var candidate = new Approved(address, into, snapshots.now(), fetched.get());
    return input(address, into, () -> approved.add(candidate));
  }

  private RereadableInput input(URI address, Path file, Runnable whenApproved) throws PipelineException {
    String label = Secrets.mask(address.toString());
    try {
      return new RereadableInput(file, label, Kind.EXTERNAL, limits, whenApproved);
    } catch (IOException e) {
      throw new Damage(label, Kind.EXTERNAL).explain(e);
    }
  }

  /// Keeps what was approved. May be called twice.
  @Override
  public void close() {
    approved.removeIf(next -> {
      snapshots.keep(next.address(), next.file(), next.at(), next.fetched().validators());
      return true;
    });
  }
}
