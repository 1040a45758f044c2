package app.lineup.boot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// The threads that the window has work done on. Thread-safe. What is handed in after [#close] is not done: nobody is
/// left to see it.
public final class Pools implements AutoCloseable {

  /// Reading a list is mostly waiting for a disk or a server; more at a time would only get in a run's way.
  private static final int LISTS_AT_A_TIME = 2;

  /// Longer than any clean-up takes.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService lists = Executors.newFixedThreadPool(LISTS_AT_A_TIME, work -> daemon("lists", work));
  private final ExecutorService runs = one("run");
  private final ExecutorService lineups = one("lineup");
  private final ExecutorService previews = one("preview");
  private final ExecutorService keeps = one("keep");
  private final ExecutorService counts = one("count");
  private final ExecutorService looks = one("looks");
  private final ExecutorService saves = one("saves");
  private final ExecutorService serving = one("serving");
  private final ExecutorService workers = Executors.newFixedThreadPool(threads, work -> daemon("worker", work));
  private final ExecutorService bridges = Executors.newCachedThreadPool(work -> daemon("bridge", work));
  private final ExecutorService quick = Executors.newVirtualThreadPerTaskExecutor();

  /// Where lists are looked through.
  Executor lists() {
    return untilClosed(lists);
  }

  /// Where runs are, one after the other.
  Executor runs() {
    return untilClosed(runs);
  }

  /// Where lineups are made, one after the other.
  Executor lineups() {
    return untilClosed(lineups);
  }

  /// Where rules are asked what they do, one after the other.
  Executor previews() {
    return untilClosed(previews);
  }

  /// Where channels are read that previews will ask again and again.
  Executor keeps() {
    return untilClosed(keeps);
  }

  /// Where all rules are counted, one census after the other.
  Executor counts() {
    return untilClosed(counts);
  }

  /// Where published playlists are looked into.
  Executor looks() {
    return untilClosed(looks);
  }

  /// Where playlists are saved, one after the other.
  Executor saves() {
    return untilClosed(saves);
  }

  /// Where the server is started and stopped.
  Executor serving() {
    return untilClosed(serving);
  }

  /// For what takes no longer than a moment, and for what waits.
  Executor quick() {
    return untilClosed(quick);
  }

  /// For computing, as many as [#threads].
  ExecutorService workers() {
    return workers;
  }

  /// For reading ahead what is slow to read, each on a thread of its own.
  ExecutorService bridges() {
    return bridges;
  }

  /// How many cores there are.
  int threads() {
    return threads;
  }

  /// Hands work to `window` a while later, so that it can wait for the last of several keys.
  static Executor after(Duration pause, Executor window) {
    return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, window);
  }

  private static Executor untilClosed(ExecutorService pool) {
    return work -> {
      try {
        pool.execute(work);
      } catch (RejectedExecutionException e) {
        if (!pool.isShutdown()) {
          throw e;
        }
      }
    };
  }

  /// Stops what is under way and waits until what writes files has cleaned up.
  @Override
  public void close() {
    for (ExecutorService pool : List.of(serving, saves, looks, runs, lists, lineups, previews, keeps, counts, workers,
        bridges, quick)) {
      pool.shutdownNow();
    }
    try {
      long last = System.nanoTime() + PATIENCE.toNanos();
      for (ExecutorService writing : List.of(saves, runs, lineups, previews, keeps, counts, lists, looks)) {
        if (!writing.awaitTermination(last - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          System.getLogger(Pools.class.getName()).log(System.Logger.Level.WARNING, "some work did not end");
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One thread with this name, on which work is done in its order.
  static ExecutorService one(String name) {
    return Executors.newSingleThreadExecutor(work -> daemon(name, work));
  }

  /// A thread that does not keep the process alive.
  public static Thread daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
