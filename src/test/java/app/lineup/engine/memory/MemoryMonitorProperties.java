package app.lineup.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/// The laws of pressure, whatever the gauge says.
final class MemoryMonitorProperties {

  private static final long LIMIT = 1000;
  private static final long SLACK = 50;

  private final AtomicLong used = new AtomicLong();
  private final FakeGauge gauge = new FakeGauge().rss(7).used(used::get);
  private final MemoryMonitor monitor = new MemoryMonitor(gauge, LIMIT, InstantSource.fixed(Instant.EPOCH));
  private final List<Change> changes = new ArrayList<>();

  private record Change(MemoryReading now, MemoryPressureLevel before) {}

  @BeforeTry
  void begin() {
    used.set(0);
    monitor.level();
    changes.clear();
  }

  private MemoryMonitor.Observation observe() {
    return monitor.observe(new MemoryObserver() {
      @Override
      public void onPressure(MemoryReading now, MemoryPressureLevel before) {
        changes.add(new Change(now, before));
      }
    });
  }

  private void weigh(List<Long> readings) {
    for (long reading : readings) {
      used.set(reading);
      monitor.level();
    }
  }

  @Property
  @Label("pressure is never taken for less than it is, nor a level kept more than five points below its mark")
  void levelIsHonest(@ForAll("readings") List<Long> readings) {
    for (long reading : readings) {
      used.set(reading);
      MemoryPressureLevel level = monitor.level();
      for (MemoryPressureLevel one : MemoryPressureLevel.values()) {
        if (reading >= one.from() * LIMIT) {
          assertThat(level).isGreaterThanOrEqualTo(one);
        }
      }
      assertThat(reading).isGreaterThanOrEqualTo((long) Math.floor(level.from() * LIMIT) - SLACK);
    }
  }

  @Property
  @Label("it never flutters: between a change and one back, five points lie at least")
  void neverFlutters(@ForAll("readings") List<Long> readings) {
    try (var _ = observe()) {
      weigh(readings);
    }
    for (int i = 1; i < changes.size(); i++) {
      Change before = changes.get(i - 1);
      Change now = changes.get(i);
      if (rose(before) != rose(now)) {
        assertThat(Math.abs(before.now().usedBytes() - now.now().usedBytes())).isGreaterThanOrEqualTo(SLACK);
      }
    }
  }

  private static boolean rose(Change change) {
    return change.now().level().compareTo(change.before()) > 0;
  }

  @Property
  @Label("observers are told once for each change, and each change follows from the one before")
  void toldOnce(@ForAll("readings") List<Long> readings) {
    List<MemoryPressureLevel> seen = new ArrayList<>(List.of(MemoryPressureLevel.OPTIMAL));
    try (var _ = observe()) {
      for (long reading : readings) {
        used.set(reading);
        MemoryPressureLevel level = monitor.now().level();
        assertThat(monitor.level()).isEqualTo(level);
        if (level != seen.getLast()) {
          seen.add(level);
        }
      }
    }
    assertThat(changes).extracting(change -> change.now().level()).isEqualTo(seen.subList(1, seen.size()));
    assertThat(changes).extracting(Change::before).isEqualTo(seen.subList(0, seen.size() - 1));
  }

  @Example
  @Label("observers hear of each alarm of a lease, until they are closed")
  void alarms() {
    List<String> heard = new ArrayList<>();
    MemoryObserver listening = new MemoryObserver() {
      @Override
      public void onPressure(MemoryReading now, MemoryPressureLevel before) {}

      @Override
      public void onAlarm(LeaseAlarm alarm) {
        heard.add(alarm.owner() + " " + alarm.mark().word());
      }
    };
    try (MemoryLease lease = monitor.leases().open("blocks", 0.1, LeaseAlarms.NONE)) {
      try (var _ = monitor.observe(listening)) {
        assertThat(lease.trySetBytes(95)).isTrue();
      }
      assertThat(lease.trySetBytes(99)).isTrue();
    }
    assertThat(heard).containsExactly("blocks warning", "blocks spill", "blocks shrink");
  }

  @Example
  void aLevelIsLeftFivePointsBelowItsMark() {
    assertThat(levels(499, 500, 455, 449, 700, 651, 649, 960, 901, 899, 799, 0)).containsExactly(
        MemoryPressureLevel.OPTIMAL, MemoryPressureLevel.MODERATE, MemoryPressureLevel.MODERATE,
        MemoryPressureLevel.OPTIMAL, MemoryPressureLevel.HIGH, MemoryPressureLevel.HIGH, MemoryPressureLevel.MODERATE,
        MemoryPressureLevel.EMERGENCY, MemoryPressureLevel.EMERGENCY, MemoryPressureLevel.CRITICAL,
        MemoryPressureLevel.HIGH, MemoryPressureLevel.OPTIMAL);
  }

  private List<MemoryPressureLevel> levels(long... readings) {
    List<MemoryPressureLevel> levels = new ArrayList<>();
    for (long reading : readings) {
      used.set(reading);
      levels.add(monitor.level());
    }
    return levels;
  }

  @Example
  void theLimitIsTheBudgetOrWhatTheJvmCanHave() {
    used.set(400);
    assertThat(monitor.now()).isEqualTo(new MemoryReading(7, 400, 1000, MemoryPressureLevel.OPTIMAL, Instant.EPOCH));
    gauge.most(500);
    assertThat(monitor.now().level()).isEqualTo(MemoryPressureLevel.HIGH);
    monitor.budget(410);
    assertThat(monitor.now().limitBytes()).isEqualTo(410);
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.EMERGENCY);
  }

  @Example
  void aPullTakesWhatTheTableSays() {
    var chunks = new ChunkSizeManager(monitor);
    List<Integer> sizes = new ArrayList<>();
    for (long reading : new long[] {0, 500, 700, 850, 950}) {
      used.set(reading);
      sizes.add(chunks.chunkItems());
    }
    assertThat(sizes).containsExactly(2000, 1000, 250, 100, 20);
    assertThat(MemoryPressureLevel.values()).extracting(MemoryPressureLevel::chunksBuffered)
        .containsExactly(5, 3, 2, 1, 1);
  }

  @Provide
  Arbitrary<List<Long>> readings() {
    // Near the marks, where it could flutter, and anywhere.
    Arbitrary<Long> near = Arbitraries.of(500L, 700L, 850L, 950L)
        .flatMap(mark -> Arbitraries.longs().between(mark - 60, mark + 60));
    return Arbitraries.oneOf(near, Arbitraries.longs().between(0, 1200)).list().ofMaxSize(60);
  }
}
