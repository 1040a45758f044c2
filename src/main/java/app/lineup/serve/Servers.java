package app.lineup.serve;

import app.lineup.problem.PipelineException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/// The servers that the window started; they end with it at the latest. Thread-safe.
public final class Servers implements AutoCloseable {

  private final InstantSource clock;
  private final Supplier<ExecutorService> threads;
  private final List<PlaylistServer> started = new ArrayList<>();
  private boolean closed;

  /// @param threads a fresh executor for each server, which closes it
  public Servers(InstantSource clock, Supplier<ExecutorService> threads) {
    this.clock = clock;
    this.threads = threads;
  }

  /// Starts a server.
  ///
  /// @throws PipelineException if it cannot listen there
  public PlaylistServer start(ServePlan plan, FetchObserver observer) throws PipelineException {
    PlaylistServer server = PlaylistServer.start(plan, threads.get(), clock, observer);
    if (!isKept(server)) {
      // The window was closed meanwhile.
      server.close();
    }
    return server;
  }

  private synchronized boolean isKept(PlaylistServer server) {
    return !closed && started.add(server);
  }

  private synchronized List<PlaylistServer> all() {
    closed = true;
    return List.copyOf(started);
  }

  @Override
  public void close() {
    all().forEach(PlaylistServer::close);
  }
}
