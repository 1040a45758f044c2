package app.lineup.boot;

import app.lineup.problem.PipelineException;
import app.lineup.serve.FetchObserver;
import app.lineup.serve.PlaylistServer;
import app.lineup.serve.ServePlan;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// The servers that the window started; they end with it at the latest. Thread-safe.
final class Servers implements AutoCloseable {

  private final InstantSource clock;
  private final List<PlaylistServer> started = new ArrayList<>();
  private boolean closed;

  Servers(InstantSource clock) {
    this.clock = clock;
  }

  /// Starts a server.
  ///
  /// @throws PipelineException if it cannot listen there
  PlaylistServer start(ServePlan plan, FetchObserver observer) throws PipelineException {
    PlaylistServer server =
        PlaylistServer.start(plan, Executors.newVirtualThreadPerTaskExecutor(), clock, observer);
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
