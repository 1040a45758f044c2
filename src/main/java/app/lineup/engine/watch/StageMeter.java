package app.lineup.engine.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// The counters of one stage. Safe for any number of threads.
public final class StageMeter {

  private final String stage;
  private final LongSupplier rss;
  private final LongConsumer busyToo;
  private final LongAdder items = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder spilled = new LongAdder();
  private final LongAdder held = new LongAdder();
  private final LongAdder busyNanos = new LongAdder();
  private final List<String> strategies = new ArrayList<>();
  private volatile int chunkItems;
  private volatile int chunksAhead;
  private volatile String strategy = "";
  private volatile State state = State.WAITING;
  private volatile long rssBytes;
  private volatile Pressure pressure = Pressure.NONE;

  /// How far a stage has come.
  public enum State {
    WAITING,
    RUNNING,
    ENDED
  }

  /// A level of memory pressure.
  ///
  /// @param rank higher for more pressure
  /// @param word its name
  record Pressure(int rank, String word) {
    static final Pressure NONE = new Pressure(-1, "");
  }

  /// @param rss     asked when the stage ends
  /// @param busyToo hears of the nanoseconds that count as busy
  StageMeter(String stage, LongSupplier rss, LongConsumer busyToo) {
    this.stage = stage;
    this.rss = rss;
    this.busyToo = busyToo;
  }

  /// Counters that nobody looks at.
  public static StageMeter unwatched() {
    return new StageMeter("", () -> 0, nanos -> {});
  }

  /// The id of the stage.
  public String stage() {
    return stage;
  }

  /// Counts items that the stage gave on.
  public void addItems(long count) {
    items.add(count);
  }

  /// Counts bytes that the stage read or wrote.
  public void addBytes(long count) {
    bytes.add(count);
  }

  /// How many bytes the stage read or wrote so far.
  public long bytes() {
    return bytes.sum();
  }

  /// Counts bytes that the stage put on disk for want of memory.
  public void addSpilled(long count) {
    spilled.add(count);
  }

  /// Counts nanoseconds that a thread worked for the stage.
  void addBusy(long nanos) {
    busyNanos.add(nanos);
    busyToo.accept(nanos);
  }

  /// How many bytes the stage put on disk for want of memory so far.
  public long spilledBytes() {
    return spilled.sum();
  }

  /// Counts bytes that came to rest in memory; below 0 those that went.
  public void addHeld(long bytes) {
    held.add(bytes);
  }

  /// Notes how many items the last pull asked for, 0 where no other follows.
  public void chunkItems(int items) {
    chunkItems = items;
  }

  /// Notes how many chunks are under way before anybody asked for them.
  public void chunksAhead(int chunks) {
    chunksAhead = chunks;
  }

  /// Notes the strategy at work.
  public synchronized void strategy(String name) {
    strategy = name;
    if (strategies.isEmpty() || !strategies.getLast().equals(name)) {
      strategies.add(name);
    }
  }

  /// Notes memory pressure while the stage runs; the highest counts.
  ///
  /// @param rank higher for more pressure
  /// @param word the name of the level
  public synchronized void pressure(int rank, String word) {
    if (rank > pressure.rank()) {
      pressure = new Pressure(rank, word);
    }
  }

  /// Notes how far the stage has come.
  public void state(State now) {
    state = now;
    if (now == State.ENDED) {
      rssBytes = rss.getAsLong();
    }
  }

  /// What the stage has under way and put aside now.
  public StageLoad load() {
    return new StageLoad(chunkItems, chunksAhead, held.sum(), spilledBytes());
  }

  /// The highest memory pressure while the stage ran.
  Pressure pressure() {
    return pressure;
  }

  RunSnapshot.StageFigures read() {
    return new RunSnapshot.StageFigures(stage, strategy, state, items.sum(), bytes.sum(), load());
  }

  synchronized StageFacts facts() {
    return new StageFacts(
        stage, strategies, items.sum(), bytes.sum(), Duration.ofNanos(busyNanos.sum()), rssBytes, pressure.word());
  }
}
