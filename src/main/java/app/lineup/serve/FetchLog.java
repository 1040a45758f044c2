package app.lineup.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last requests. Thread-safe; its lock is held for a moment and never while somebody is told.
final class FetchLog {

  /// Some days of a household, and less memory than one request in flight needs for a thousand of them.
  static final int MOST = 1000;

  private final Deque<Fetch> last = new ArrayDeque<>();
  private final FetchObserver observer;

  FetchLog(FetchObserver observer) {
    this.observer = observer;
  }

  void add(Fetch fetch) {
    synchronized (last) {
      if (last.size() == MOST) {
        last.removeFirst();
      }
      last.addLast(fetch);
    }
    observer.fetched(fetch);
  }

  /// From the oldest to the newest.
  List<Fetch> all() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }
}
