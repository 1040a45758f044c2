package app.lineup.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RssGaugeTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  private void pass(long millis) {
    now.updateAndGet(before -> before.plus(Duration.ofMillis(millis)));
  }

  @Test
  @DisplayName("what counts is what came since the start, whatever is live")
  void lessItsStart() {
    var process = new FakeGauge().rss(60_000_000).used(5_000_000).most(400_000_000);
    var memory = new MemoryMonitor(new RssGauge(process, now::get), 100_000_000, now::get);
    assertThat(memory.level()).isEqualTo(MemoryPressureLevel.OPTIMAL);
    process.rss(140_000_000);
    pass(20);
    assertThat(memory.level()).isEqualTo(MemoryPressureLevel.HIGH);
    assertThat(memory.now().usedBytes()).isEqualTo(80_000_000);
    assertThat(memory.now().rssBytes()).isEqualTo(140_000_000);
    assertThat(memory.limitBytes()).isEqualTo(100_000_000);
    process.rss(40_000_000);
    pass(20);
    assertThat(memory.now().usedBytes()).isZero();
    assertThat(memory.level()).isEqualTo(MemoryPressureLevel.OPTIMAL);
  }

  @Test
  @DisplayName("the system is not asked again at once")
  void askedSeldom() {
    var process = new FakeGauge().rss(60_000_000);
    var gauge = new RssGauge(process, now::get);
    process.rss(70_000_000);
    pass(19);
    assertThat(gauge.usedBytes()).isZero();
    pass(1);
    assertThat(gauge.usedBytes()).isEqualTo(10_000_000);
  }

  @Test
  @DisplayName("where the system says no RSS, live memory counts")
  void withoutRss() {
    assertThat(new RssGauge(new FakeGauge().used(7_000_000), now::get).usedBytes()).isEqualTo(7_000_000);
  }
}
