package app.lineup.engine.watch;

import java.util.concurrent.atomic.LongAdder;

/// The counters of one stage. Safe for any number of threads.
public final class StageMeter {

  private final String stage;
  private final LongAdder items = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder spilled = new LongAdder();
  private volatile int chunksAhead;
  private volatile String strategy = "";
  private volatile State state = State.WAITING;

  /// How far a stage has come.
  public enum State {
    WAITING,
    RUNNING,
    ENDED
  }

  StageMeter(String stage) {
    this.stage = stage;
  }

  /// Counters that nobody looks at.
  public static StageMeter unwatched() {
    return new StageMeter("");
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

  /// Counts bytes that the stage put on disk for want of memory.
  public void addSpilled(long count) {
    spilled.add(count);
  }

  /// How many bytes the stage put on disk for want of memory so far.
  public long spilledBytes() {
    return spilled.sum();
  }

  /// Notes how many chunks are under way before anybody asked for them.
  public void chunksAhead(int chunks) {
    chunksAhead = chunks;
  }

  /// How many chunks are under way before anybody asked for them.
  public int chunksAhead() {
    return chunksAhead;
  }

  /// Notes the strategy at work.
  public void strategy(String name) {
    strategy = name;
  }

  /// Notes how far the stage has come.
  public void state(State now) {
    state = now;
  }

  RunSnapshot.StageFigures read() {
    return new RunSnapshot.StageFigures(stage, strategy, state, items.sum(), bytes.sum());
  }
}
