package app.lineup.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The answers that are on their way, and which of them are ended so that nobody is locked out: one that hardly moves
/// on, and the slowest where there are too many, of one client or in all. Thread-safe; its lock is held for a moment.
///
/// Whoever is ended is interrupted, which closes its connection.
final class Senders {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Limits limits;
  private final LongSupplier nanos;
  private final List<Sender> all = new ArrayList<>();

  /// How many there may be, and how slow.
  ///
  /// @param most       at once; the server takes some more connections, so that there is a place for who comes next
  /// @param mostOfOne  of one client; a household or a proxy in front is one, too
  /// @param leastBytes that have to go out in each `window`
  record Limits(int most, int mostOfOne, long leastBytes, Duration window) {

    /// A mobile phone at the edge of its net gets more than half a kilobyte in a second.
    static final Limits USUAL = new Limits(1000, 250, 16 * 1024, Duration.ofSeconds(30));
  }

  /// @param nanos the time that passes
  Senders(Limits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  /// Notes that this thread answers `client` from now on.
  synchronized Sender begin(String client) {
    if (all.stream().filter(sender -> sender.client.equals(client)).count() >= limits.mostOfOne()) {
      slowestOf(client).ifPresent(this::end);
    } else if (all.size() >= limits.most()) {
      slowestOf(mostPresent()).ifPresent(this::end);
    }
    var sender = new Sender(client, Thread.currentThread(), nanos.getAsLong());
    all.add(sender);
    return sender;
  }

  private String mostPresent() {
    Map<String, Integer> counts = new HashMap<>();
    all.forEach(sender -> counts.merge(sender.client, 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
  }

  private Optional<Sender> slowestOf(String client) {
    long now = nanos.getAsLong();
    return all.stream().filter(sender -> sender.client.equals(client))
        .min(Comparator.comparingDouble(sender -> sender.rate(now)));
  }

  /// Ends those that have hardly moved on since they were looked at last, a `window` ago.
  synchronized void endSlow() {
    long now = nanos.getAsLong();
    for (Sender sender : List.copyOf(all)) {
      if (now - sender.seenAt >= limits.window().toNanos()) {
        if (sender.sent - sender.seen < limits.leastBytes()) {
          end(sender);
        } else {
          sender.seen = sender.sent;
          sender.seenAt = now;
        }
      }
    }
  }

  private void end(Sender sender) {
    all.remove(sender);
    sender.thread.interrupt();
  }

  private synchronized void left(Sender sender) {
    all.remove(sender);
  }

  /// One answer. Used by its thread; looked at by others under the lock.
  final class Sender implements AutoCloseable {

    private final String client;
    private final Thread thread;
    private final long begun;
    private volatile long sent;
    private long seen;
    private long seenAt;

    private Sender(String client, Thread thread, long now) {
      this.client = client;
      this.thread = thread;
      this.begun = now;
      this.seenAt = now;
    }

    /// Notes that bytes went out.
    void sent(long bytes) {
      sent = bytes;
    }

    /// What has just begun counts as quick.
    private double rate(long now) {
      return (sent + 64.0 * 1024) / (now - begun + SECOND);
    }

    /// It is done; nobody interrupts its thread for it any more.
    @Override
    public void close() {
      left(this);
    }
  }
}
