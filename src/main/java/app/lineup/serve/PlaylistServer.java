package app.lineup.serve;

import app.lineup.problem.PipelineException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Serves the published playlist until it is closed. Thread-safe.
public final class PlaylistServer implements AutoCloseable {

  /// As many clients as may come in the same moment, all the players of a provider's customers at the full hour.
  private static final int BACKLOG = 1024;
  private static final long PATIENCE_MILLIS = 500;
  /// So often in the time in which a client has to move on.
  private static final int LOOKS = 10;

  private final HttpServer server;
  private final ExecutorService requests;
  private final Publication publication;
  private final FetchLog log;
  private final List<URI> addresses;

  private PlaylistServer(
      HttpServer server, ExecutorService requests, Publication publication, FetchLog log, List<URI> addresses) {
    this.server = server;
    this.requests = requests;
    this.publication = publication;
    this.log = log;
    this.addresses = addresses;
  }

  /// Starts serving.
  ///
  /// @param requests runs each request on a thread of its own, as slow clients keep theirs; shut down with the server
  /// @param clock    tells when requests come
  /// @param observer hears of each
  /// @throws PipelineException if it cannot listen there
  public static PlaylistServer start(
      ServePlan plan, ExecutorService requests, InstantSource clock, FetchObserver observer) throws PipelineException {
    return start(plan, requests, clock, observer, Senders.Limits.USUAL);
  }

  static PlaylistServer start(ServePlan plan, ExecutorService requests, InstantSource clock, FetchObserver observer,
      Senders.Limits limits) throws PipelineException {
    ServerLimits.apply();
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(plan.bind(), plan.port()), BACKLOG);
    } catch (IOException e) {
      requests.shutdown();
      throw BindFailure.of(plan, e);
    }
    var publication = new Publication(plan.file());
    var log = new FetchLog(observer);
    var senders = new Senders(limits, System::nanoTime);
    server.createContext("/", new PlaylistHandler(publication, plan.token(), log, clock, senders, Thread::sleep));
    server.setExecutor(requests);
    server.start();
    requests.execute(() -> watch(senders, limits.window()));
    return new PlaylistServer(server, requests, publication, log, Addresses.of(server.getAddress(), plan.token()));
  }

  /// Ends what does not move on, until the server is closed.
  private static void watch(Senders senders, Duration window) {
    try {
      while (true) {
        Thread.sleep(window.dividedBy(LOOKS));
        senders.endSlow();
      }
    } catch (InterruptedException e) {
      // The server was closed.
      Thread.currentThread().interrupt();
    }
  }

  /// Where the playlist is; the first one is the shortest to type.
  public List<URI> addresses() {
    return addresses;
  }

  /// The last requests, from the oldest to the newest.
  public List<Fetch> fetches() {
    return log.all();
  }

  /// Ends the server at once, with all that is under way. May be called twice.
  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
    try {
      if (!requests.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        // Nothing of the playlist is lost: the threads are daemons and hold files that are only read.
        assert requests.isShutdown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    publication.close();
  }
}
