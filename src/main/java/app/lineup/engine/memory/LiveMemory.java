package app.lineup.engine.memory;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the JVM's own beans say: the heap that the last collection left, all pools together, and direct memory. The
/// collectors are asked and not listened to, since that needs no thread and leaves no listener behind. Thread-safe.
final class LiveMemory {

  private final List<GarbageCollectorMXBean> collectors;
  private final List<BufferPoolMXBean> direct;
  private final Set<String> heapPools;
  private volatile Left left = new Left(-1, 0);

  /// The heap after so many collections.
  private record Left(long collections, long bytes) {}

  LiveMemory() {
    // A collector of one pool is the concurrent one, whose end says nothing of the young space.
    collectors = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .filter(collector -> collector.getMemoryPoolNames().length > 1).toList();
    direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct")).toList();
    heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  long bytes() {
    return heapBytes() + directBytes();
  }

  /// The heap that the last collection left; before one, what of it is in use.
  long heapBytes() {
    long collections = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      collections += collector.getCollectionCount();
    }
    Left known = left;
    if (known.collections() != collections) {
      known = new Left(collections, leftByLast());
      left = known;
    }
    return known.bytes();
  }

  /// Memory outside of the heap that buffers take.
  long directBytes() {
    long bytes = 0;
    for (BufferPoolMXBean pool : direct) {
      bytes += Math.max(0, pool.getMemoryUsed());
    }
    return bytes;
  }

  private long leftByLast() {
    long latest = -1;
    Map<String, MemoryUsage> after = Map.of();
    for (GarbageCollectorMXBean collector : collectors) {
      GcInfo info = collector.getLastGcInfo();
      if (info != null && info.getEndTime() > latest) {
        latest = info.getEndTime();
        after = info.getMemoryUsageAfterGc();
      }
    }
    if (latest < 0) {
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
    return after.entrySet().stream()
        .filter(pool -> heapPools.contains(pool.getKey())).mapToLong(pool -> pool.getValue().getUsed()).sum();
  }
}
