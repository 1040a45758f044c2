package app.lineup.engine.run;

import app.lineup.engine.memory.ChunkSizeManager;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryObserver;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How much each pull of a run takes. Changes of pressure, whichever thread noticed them, are told to the run's observer
/// at the next pull, on the run's own thread. Confined to that, but for what it hears from the monitor.
final class Pace implements MemoryObserver {

  private final MemoryMonitor memory;
  private final ChunkSizeManager chunks;
  private final RunObserver observer;
  private final Queue<RunEvent> heard = new ConcurrentLinkedQueue<>();

  Pace(MemoryMonitor memory, RunObserver observer) {
    this.memory = memory;
    this.chunks = new ChunkSizeManager(memory);
    this.observer = observer;
  }

  /// How many of the `wanted` items a pull takes now.
  int items(int wanted) {
    int items = Math.min(wanted, chunks.chunkItems());
    tell();
    return items;
  }

  /// How much a pull may take just now.
  int chunkItems() {
    return chunks.chunkItems();
  }

  /// How much pressure there is.
  MemoryPressureLevel pressure() {
    return memory.level();
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
    heard.add(new RunEvent.PressureChanged(before.word(), now.level().word(), now.usedBytes(), now.limitBytes()));
  }
}
