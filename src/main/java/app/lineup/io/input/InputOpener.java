package app.lineup.io.input;

import app.lineup.engine.flow.Readers;
import app.lineup.io.http.HttpFetcher;
import app.lineup.model.Location;
import app.lineup.model.Secrets;
import app.lineup.model.Source;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Makes any source one that can be read: a file is checked, an address is downloaded, what comes through a pipe passes
/// once or is copied for whoever reads it again. Thread-safe.
///
/// It owns the fetcher and the spool it was given, and closes both.
public final class InputOpener implements AutoCloseable {

  private static final String STANDARD_INPUT = new Location.StandardInput().toString();

  private final HttpFetcher fetcher;
  private final SpoolSpace spool;
  private final InputStream standardInput;
  private final InputLimits limits;
  private final @Nullable Downloads downloads;
  private final AtomicBoolean standardInputTaken = new AtomicBoolean();
  private final Waiting waiting;
  private final Queue<PassingInput> passing = new ConcurrentLinkedQueue<>();

  /// @param fetcher       for addresses
  /// @param spool         where downloads and copies lie until [#close]
  /// @param standardInput read to its end at most once, never closed
  /// @param limits        for packed lists
  /// @param readers       read what comes through pipes; without them nothing keeps a run from waiting for ever
  public InputOpener(
      HttpFetcher fetcher, SpoolSpace spool, InputStream standardInput, InputLimits limits, Optional<Readers> readers) {
    this.waiting = new Waiting(readers);
    this.fetcher = fetcher;
    this.spool = spool;
    this.standardInput = standardInput;
    this.limits = limits;
    this.downloads = null;
  }

  /// Keeps what it fetches. There is no standard input.
  ///
  /// @param fetcher   for addresses
  /// @param snapshots of the lists that were fetched
  /// @param freshness whether the servers are asked
  /// @param limits    for packed lists
  /// @param readers   read what comes through pipes; without them nothing keeps a run from waiting for ever
  public InputOpener(
      HttpFetcher fetcher, Snapshots snapshots, Freshness freshness, InputLimits limits, Optional<Readers> readers) {
    this(fetcher, snapshots, address -> freshness, limits, readers);
  }

  /// The same, but it depends on the address whether its server is asked.
  public InputOpener(
      HttpFetcher fetcher, Snapshots snapshots, Function<URI, Freshness> freshness, InputLimits limits,
      Optional<Readers> readers) {
    this.waiting = new Waiting(readers);
    this.fetcher = fetcher;
    this.spool = snapshots.newSpool();
    this.standardInput = InputStream.nullInputStream();
    this.limits = limits;
    this.downloads = new Downloads(fetcher, spool, snapshots, freshness, limits);
  }

  /// `source`, ready to be read any number of times.
  ///
  /// @param bytesSoFar is told how many bytes were fetched or copied, now and then; never for a file
  /// @throws PipelineException    if there is nothing to read
  /// @throws InterruptedException if the thread was interrupted while it waited for a server
  public RereadableInput prepare(Source source, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    if (source.location() instanceof Location.OfFile(Path path)) {
      return file(path, bytesSoFar);
    }
    if (source.location() instanceof Location.OfUrl(URI uri)) {
      return "file".equalsIgnoreCase(uri.getScheme())
          ? file(path(uri), bytesSoFar) : download(source, uri, bytesSoFar);
    }
    return standardInput(bytesSoFar);
  }

  /// `source`, ready to be read once; a file or an address also more often. What comes through a pipe is not kept,
  /// unless it is a zip archive: that is read from its end, and is copied for it.
  ///
  /// @throws PipelineException    if there is nothing to read
  /// @throws InterruptedException if the thread was interrupted while it waited
  public ListInput prepareOnce(Source source, LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    if (source.location() instanceof Location.StandardInput) {
      return passing(takeStandardInput(), STANDARD_INPUT, bytesSoFar, false);
    }
    return source.location() instanceof Location.OfFile(Path path) && !new FileLookup(path).isReadTwice()
        ? passing(path, bytesSoFar) : prepare(source, bytesSoFar);
  }

  private ListInput passing(Path path, LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    return passing(openPipe(path), path.toString(), bytesSoFar, true);
  }

  /// Opening a pipe by its name waits until somebody writes into it.
  private InputStream openPipe(Path path) throws PipelineException, InterruptedException {
    String label = path.toString();
    return waiting.await(label, () -> 0, () -> {
      try {
        return Files.newInputStream(path);
      } catch (IOException e) {
        throw new Damage(label, Kind.USER).explain(e);
      }
    });
  }

  private ListInput passing(InputStream from, String label, LongConsumer bytesSoFar, boolean closes)
      throws PipelineException, InterruptedException {
    var counted = new CountedStream(from, limits, bytesSoFar, closes);
    Begun begun = waiting.await(label, counted::bytes, () -> begin(counted, label));
    if (begun.input().isPresent()) {
      passing.add(begun.input().get());
      return begun.input().get();
    }
    try (counted) {
      return copied(new SequenceInputStream(new ByteArrayInputStream(begun.head()), from), label, bytesSoFar);
    } catch (IOException e) {
      throw new Damage(label, Kind.USER).explain(e);
    }
  }

  /// What was read to see what it is, and the list, where it is one that can be read as it comes.
  private record Begun(byte[] head, Optional<PassingInput> input) {}

  private Begun begin(CountedStream counted, String label) throws PipelineException, InterruptedException {
    try {
      byte[] head = counted.readNBytes(Packing.HEAD_BYTES);
      Packing packing = Packing.of(head);
      if (packing == Packing.ZIP) {
        return new Begun(head, Optional.empty());
      }
      var whole = new SequenceInputStream(new ByteArrayInputStream(head), counted);
      return new Begun(head, Optional.of(new PassingInput(label, packing, whole, counted, limits, waiting)));
    } catch (ClosedByInterruptException e) {
      throw Interrupts.cancelled(e);
    } catch (CountedStream.TooMuchException e) {
      throw CountedStream.tooMuch(label, limits);
    } catch (IOException e) {
      throw new Damage(label, Kind.USER).explain(e);
    }
  }

  private RereadableInput file(Path path, LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    var lookup = new FileLookup(path);
    if (lookup.isReadTwice()) {
      return remember(path, path.toString(), Kind.USER);
    }
    // A pipe has a name, too (`<(command)` of a shell), but gives its bytes only once.
    try (InputStream pipe = openPipe(path)) {
      return copied(pipe, path.toString(), bytesSoFar);
    } catch (IOException e) {
      throw new Damage(path.toString(), Kind.USER).explain(e);
    }
  }

  private static Path path(URI uri) throws PipelineException {
    try {
      return Path.of(uri);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new PipelineException(Kind.USER, Secrets.mask(uri.toString()),
          "this file: address is no path of a file here",
          "Write it as file:///folder/list.m3u, or give the path itself.");
    }
  }

  private RereadableInput download(Source source, URI uri, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    if (downloads != null) {
      return downloads.prepare(source, uri, bytesSoFar);
    }
    Path into = spool.newFile("download");
    fetcher.fetch(uri, source.fetching(), into, bytesSoFar);
    return remember(into, Secrets.mask(uri.toString()), Kind.EXTERNAL);
  }

  private RereadableInput standardInput(LongConsumer bytesSoFar) throws PipelineException, InterruptedException {
    return copied(takeStandardInput(), STANDARD_INPUT, bytesSoFar);
  }

  private InputStream takeStandardInput() throws PipelineException {
    if (standardInputTaken.getAndSet(true)) {
      throw new PipelineException(Kind.USER, STANDARD_INPUT,
          "it was given as a source twice, but can be read only once",
          "Name it once, or save what comes from it in a file first.");
    }
    return standardInput;
  }

  private RereadableInput copied(InputStream from, String label, LongConsumer bytesSoFar)
      throws PipelineException, InterruptedException {
    Path into = spool.newFile("copy");
    new SpoolCopy(label, limits, bytesSoFar, waiting).copy(from, into);
    return remember(into, label, Kind.USER);
  }

  private RereadableInput remember(Path path, String label, Kind blame) throws PipelineException {
    try {
      return new RereadableInput(path, label, blame, limits);
    } catch (IOException e) {
      throw new Damage(label, blame).explain(e);
    }
  }

  /// Ends what is being fetched, keeps what was approved, and deletes all else that was fetched or copied. May be
  /// called twice.
  @Override
  public void close() {
    fetcher.close();
    passing.forEach(PassingInput::close);
    if (downloads != null) {
      downloads.close();
    }
    spool.close();
  }
}
