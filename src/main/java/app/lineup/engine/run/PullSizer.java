package app.lineup.engine.run;

import app.lineup.engine.memory.ChunkSizeManager;
import app.lineup.engine.memory.LeaseAlarm;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryObserver;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// How much each pull of a run takes. Changes of pressure and alarms, whichever thread noticed them, are told to the
/// run's observer at the next pull, on the run's own thread. Not thread-safe; used by that, but for what it hears from
/// the monitor.
final class PullSizer implements MemoryObserver {

  private final MemoryMonitor memory;
  private final ChunkSizeManager chunks;
  private final OptionalInt asked;
  private final RunObserver observer;
  private volatile int blockFactor = 1;
  private final Queue<RunEvent> heard = new ConcurrentLinkedQueue<>();
  private final List<RunningStage> begun = new CopyOnWriteArrayList<>();

  /// @param asked the most items of a pull while there is no pressure
  PullSizer(MemoryMonitor memory, OptionalInt asked, RunObserver observer) {
    this.asked = asked;
    this.memory = memory;
    this.chunks = new ChunkSizeManager(memory);
    this.observer = observer;
  }

  /// How many of the `wanted` items a pull takes now.
  int items(int wanted) {
    int items = Math.min(wanted, chunkItems());
    tell();
    return items;
  }

  /// Notes that a stage asks for blocks that are so many times larger than usual; the most that is asked for counts.
  void ask(int factor) {
    blockFactor = Math.max(blockFactor, factor);
  }

  /// How many times larger than usual blocks are, unless memory is short.
  int blockFactor() {
    return blockFactor;
  }

  /// How much a pull may take just now.
  int chunkItems() {
    int items = chunks.chunkItems();
    if (asked.isEmpty()) {
      return memory.level() == MemoryPressureLevel.OPTIMAL ? items * blockFactor : items;
    }
    return memory.level() == MemoryPressureLevel.OPTIMAL ? asked.getAsInt() : Math.min(asked.getAsInt(), items);
  }

  /// How much pressure there is.
  MemoryPressureLevel pressure() {
    return memory.level();
  }

  /// A stage begins: its meter hears of the pressure from here on.
  void begin(RunningStage stage) {
    MemoryPressureLevel now = memory.level();
    stage.meter().pressure(now.ordinal(), now.word());
    begun.add(stage);
  }

  /// The run has all it wants: what has begun and was not read to its end ends here.
  void endAll() {
    begun.reversed().forEach(RunningStage::end);
  }

  /// Why things are done otherwise from here on.
  String reason() {
    MemoryReading now = memory.now();
    return "memory pressure is " + now.level().word() + ": " + megabytes(now.usedBytes()) + " of "
        + megabytes(now.limitBytes()) + " MB";
  }

  private static long megabytes(long bytes) {
    return Math.round(bytes / 1e6);
  }

  /// Listens to the monitor until what this returns is closed.
  MemoryMonitor.Observation listen() {
    return memory.observe(this);
  }

  /// Tells the run's observer what was heard.
  void tell() {
    for (RunEvent event = heard.poll(); event != null; event = heard.poll()) {
      observer.onEvent(event);
    }
  }

  @Override
  public void onPressure(MemoryReading now, MemoryPressureLevel before) {
    for (RunningStage stage : begun) {
      stage.meter().pressure(now.level().ordinal(), now.level().word());
    }
    heard.add(new RunEvent.PressureChanged(before.word(), now.level().word(), now.usedBytes(), now.limitBytes()));
  }

  @Override
  public void onAlarm(LeaseAlarm alarm) {
    heard.add(new RunEvent.MemoryAlarm(alarm.owner(), alarm.mark().word(), alarm.bytes(), alarm.allowanceBytes()));
  }
}
