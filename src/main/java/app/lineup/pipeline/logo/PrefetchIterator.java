package app.lineup.pipeline.logo;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.files.Digest;
import app.lineup.model.LogoState;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.NumberedSlice;
import app.lineup.problem.PipelineException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lets the logos of a window of channels be fetched on virtual threads, which wait for their turn at [LogoFetch], and
/// gives the channels on in their order. The window is a chunk at most, and [#AHEAD] channels for each server that may
/// be asked at once. Not thread-safe; used by one thread. All that it started has ended when [#close] returns.
final class PrefetchIterator implements PipelineIterator<LogoEnrichedChannel> {

  /// Enough to keep the others busy while the first of them is waited for.
  private static final int AHEAD = 8;

  private final PipelineIterator<NumberedChannel> upstream;
  private final LogoRun logos;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Waiting> window = new ArrayDeque<>();
  private final Map<Digest, Future<LogoState>> underWay = new HashMap<>();
  private final int atOnce;
  private boolean exhausted;

  /// A channel whose logo is known or on its way.
  private sealed interface Waiting {
    NumberedChannel channel();

    record Known(NumberedChannel channel, LogoState state) implements Waiting {}

    /// The channel for which a logo is fetched.
    record First(NumberedChannel channel, Digest address, Future<LogoState> fetch) implements Waiting {}

    /// Another one with the same logo.
    record Further(NumberedChannel channel, Future<LogoState> fetch) implements Waiting {}
  }

  /// @param atOnce how many servers are asked at once at most; where it is 0, only the cache is looked into
  PrefetchIterator(PipelineIterator<NumberedChannel> upstream, LogoRun logos, int atOnce) {
    this.upstream = upstream;
    this.logos = logos;
    this.atOnce = atOnce;
  }

  @Override
  public IteratorResult<LogoEnrichedChannel> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    while (!exhausted && window.size() <= AHEAD * atOnce) {
      pull(maxItems);
    }
    List<LogoEnrichedChannel> chunk = new ArrayList<>(Math.min(maxItems, window.size()));
    while (chunk.size() < maxItems && !window.isEmpty() && (chunk.isEmpty() || isDone(window.element()))) {
      Waiting first = window.remove();
      chunk.add(new LogoEnrichedChannel(first.channel(), state(first)));
    }
    return chunk.isEmpty() ? new IteratorResult.Finished<>() : new IteratorResult.Items<>(chunk);
  }

  private void pull(int maxItems) throws PipelineException, InterruptedException {
    if (upstream.nextChunk(maxItems) instanceof IteratorResult.Items<NumberedChannel>(List<NumberedChannel> chunk)) {
      for (NumberedChannel numbered : NumberedSlice.takenOut(chunk)) {
        window.add(waiting(numbered));
      }
    } else {
      exhausted = true;
    }
  }

  private Waiting waiting(NumberedChannel numbered) {
    Optional<LogoAddress> named = LogoAddress.of(numbered);
    if (named.isEmpty()) {
      return new Waiting.Known(numbered, LogoState.NO_ADDRESS);
    }
    LogoAddress address = named.get();
    Future<LogoState> before = underWay.get(address.hash());
    if (before != null) {
      return new Waiting.Further(numbered, before);
    }
    Optional<LogoState> known = logos.known(address);
    if (known.isPresent()) {
      return new Waiting.Known(numbered, logos.counters().count(known.get()));
    }
    if (atOnce == 0) {
      return new Waiting.Known(numbered, logos.fetches().notAsked(address));
    }
    Future<LogoState> fetch = logos.fetches().submit(address, atOnce, threads);
    underWay.put(address.hash(), fetch);
    return new Waiting.First(numbered, address.hash(), fetch);
  }

  private static boolean isDone(Waiting waiting) {
    return switch (waiting) {
      case Waiting.Known _ -> true;
      case Waiting.First first -> first.fetch().isDone();
      case Waiting.Further further -> further.fetch().isDone();
    };
  }

  private LogoState state(Waiting waiting) throws InterruptedException {
    return switch (waiting) {
      case Waiting.Known known -> known.state();
      case Waiting.First first -> {
        LogoState state = await(first.fetch());
        // From here on the cache knows.
        underWay.remove(first.address());
        yield state;
      }
      case Waiting.Further further -> logos.counters().count(await(further.fetch()));
    };
  }

  private static LogoState await(Future<LogoState> fetch) throws InterruptedException {
    try {
      return fetch.get();
    } catch (CancellationException e) {
      throw new InterruptedException("the run was cancelled");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedException _ -> throw new InterruptedException("the run was cancelled");
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    exhausted = true;
    window.clear();
    // Those that wait for their turn too.
    underWay.values().forEach(fetch -> fetch.cancel(true));
    underWay.clear();
    threads.shutdownNow();
    threads.close();
    upstream.close();
  }
}
