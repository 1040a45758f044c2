package app.lineup.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What nobody holds any more is no pressure.
final class CollectedTest {

  private static final long LIMIT = 1000;

  private final AtomicLong used = new AtomicLong(100);
  private final AtomicInteger collections = new AtomicInteger();
  private long live = 100;
  private final MemoryMonitor monitor = new MemoryMonitor(new MemoryGauge() {
    @Override
    public long rssBytes() {
      return 0;
    }

    @Override
    public long usedBytes() {
      return used.get();
    }

    @Override
    public long mostBytes() {
      return Long.MAX_VALUE;
    }

    @Override
    public void collect() {
      collections.incrementAndGet();
      used.set(live);
    }
  }, LIMIT, InstantSource.system());

  @Test
  @DisplayName("it is let go before it is called high")
  void letGo() {
    used.set(690);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.MODERATE);
    assertThat(collections).hasValue(0);
    used.set(990);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.OPTIMAL);
    assertThat(collections).hasValue(1);
  }

  @Test
  @DisplayName("what is held stays pressure, and is not collected again before a quarter of the limit has come")
  void held() {
    live = 780;
    used.set(900);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.HIGH);
    used.set(990);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.EMERGENCY);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.EMERGENCY);
    assertThat(collections).hasValue(1);
    used.set(1060);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.HIGH);
    assertThat(collections).hasValue(2);
  }

  @Test
  @DisplayName("the peak is the most that was in use since it was begun, what was let go not among it")
  void peak() {
    used.set(600);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.MODERATE);
    used.set(200);
    assertThat(monitor.beginPeak()).isEqualTo(200);
    used.set(650);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.MODERATE);
    used.set(900);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.OPTIMAL);
    assertThat(monitor.peakBytes()).isEqualTo(650);
  }

  @Test
  @DisplayName("who only watches waits for no collection, and sees what there is")
  void watching() {
    used.set(900);
    assertThat(monitor.now().usedBytes()).isEqualTo(900);
    assertThat(collections).hasValue(0);
    assertThat(monitor.peakBytes()).isZero();
  }
}
