package app.lineup.provider.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/// Connections over http in the clear that wait for the next request to the same server. Thread-safe; no lock is held while
/// anything is waited for.
final class PlainConnections implements AutoCloseable {

  /// More than are used at once, few enough for any machine.
  private static final int MOST_IDLE = 64;

  /// Many servers hang up after five seconds; what is asked then would be asked twice.
  private static final Duration MOST_WAIT = Duration.ofSeconds(4);

  private final FetchLimits limits;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

  private record Idle(String server, PlainConnection connection, Deadline until) {}

  PlainConnections(FetchLimits limits) {
    this.limits = limits;
  }

  /// A connection that was used before, the one that waited least; empty where none is left.
  Optional<PlainConnection> kept(String host, int port) throws IOException {
    Deque<Idle> late = new ArrayDeque<>();
    Optional<PlainConnection> found = Optional.empty();
    synchronized (this) {
      String server = host + ":" + port;
      while (!idle.isEmpty() && idle.getLast().until().isPast()) {
        late.add(idle.removeLast());
      }
      for (Iterator<Idle> all = idle.iterator(); found.isEmpty() && all.hasNext();) {
        Idle one = all.next();
        if (one.server().equals(server)) {
          all.remove();
          found = Optional.of(one.connection());
        }
      }
    }
    for (Idle one : late) {
      one.connection().close();
    }
    return found;
  }

  /// A new connection.
  PlainConnection open(String host, int port, Deadline deadline) throws IOException {
    return PlainConnection.open(host, port, limits, deadline);
  }

  /// Takes back a connection whose answer was read to its end.
  void giveBack(String host, int port, PlainConnection connection) throws IOException {
    PlainConnection over = null;
    synchronized (this) {
      if (closed) {
        over = connection;
      } else {
        idle.addFirst(new Idle(host + ":" + port, connection, Deadline.in(MOST_WAIT)));
        if (idle.size() > MOST_IDLE) {
          over = idle.removeLast().connection();
        }
      }
    }
    if (over != null) {
      over.close();
    }
  }

  /// Closes those that wait.
  void dropIdle() {
    Deque<Idle> all;
    synchronized (this) {
      all = new ArrayDeque<>(idle);
      idle.clear();
    }
    for (Idle one : all) {
      try {
        one.connection().close();
      } catch (IOException e) {
        System.getLogger(PlainConnections.class.getName()).log(System.Logger.Level.DEBUG, "a connection broke at its end", e);
      }
    }
  }

  /// Closes those that wait, and from then on what is given back.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    dropIdle();
  }
}
