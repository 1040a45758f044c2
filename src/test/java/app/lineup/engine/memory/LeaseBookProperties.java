package app.lineup.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The laws of leases, whoever asks for what.
final class LeaseBookProperties {

  private static final long LIMIT = 1000;

  private final List<String> told = new ArrayList<>();
  private final List<LeaseAlarm> heard = new ArrayList<>();
  private final LeaseBook book = new LeaseBook(() -> LIMIT, heard::add);

  /// One holder's wish.
  record Wish(int holder, long bytes) {}

  private LeaseAlarms noting(Runnable whenReleased) {
    return new LeaseAlarms() {
      @Override
      public void onWarning() {
        told.add("warning");
      }

      @Override
      public void onSpill() {
        told.add("spill");
      }

      @Override
      public void onShrink() {
        told.add("shrink");
      }

      @Override
      public void onRelease() {
        told.add("release");
        whenReleased.run();
      }
    };
  }

  @Property
  @Label("the sum is what the holders said, never above the limit; only what would exceed it is refused")
  void neverAboveTheLimit(@ForAll("wishes") List<Wish> wishes) {
    List<MemoryLease> leases = List.of(
        book.open("a", 0.1, LeaseAlarms.NONE), book.open("b", 0.1, LeaseAlarms.NONE),
        book.open("c", 0.1, LeaseAlarms.NONE));
    long[] held = new long[leases.size()];
    for (Wish wish : wishes) {
      long others = book.bytes() - held[wish.holder()];
      boolean fits = others + wish.bytes() <= LIMIT || wish.bytes() <= held[wish.holder()];
      assertThat(leases.get(wish.holder()).trySetBytes(wish.bytes())).isEqualTo(fits);
      held[wish.holder()] = fits ? wish.bytes() : held[wish.holder()];
      assertThat(leases.get(wish.holder()).bytes()).isEqualTo(held[wish.holder()]);
      assertThat(book.bytes()).isEqualTo(held[0] + held[1] + held[2]).isLessThanOrEqualTo(LIMIT);
    }
    leases.forEach(MemoryLease::close);
    leases.forEach(MemoryLease::close);
    assertThat(book.bytes()).isZero();
    assertThat(book.holders()).isEmpty();
  }

  @Property
  @Label("each alarm is told once when its mark of the allowance is passed, and again only after the share was well "
      + "below it")
  void alarmsOnce(@ForAll("shares") List<Long> shares) {
    List<String> names = List.of("warning", "spill", "shrink", "release");
    long[] marks = {80, 90, 95, 98};
    boolean[] passed = new boolean[marks.length];
    try (MemoryLease other = book.open("other", 0.1, LeaseAlarms.NONE);
        MemoryLease lease = book.open("a", 0.1, noting(() -> {}))) {
      assertThat(other.trySetBytes(500)).as("the alarms of one are not those of another").isTrue();
      heard.clear();
      for (long held : shares) {
        told.clear();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
          boolean now = held >= marks[i] - (passed[i] ? 5 : 0);
          if (now && !passed[i]) {
            expected.add(names.get(i));
          }
          passed[i] = now;
        }
        assertThat(lease.trySetBytes(held)).isTrue();
        assertThat(told).isEqualTo(expected);
        assertThat(heard.stream().map(alarm -> alarm.mark().word())).isEqualTo(expected);
        assertThat(heard)
            .allMatch(alarm -> alarm.owner().equals("a") && alarm.bytes() == held && alarm.allowanceBytes() == 100);
        heard.clear();
      }
    }
  }

  @Property
  @Label("all allowances sum to at most three fifths of the limit, and none is nothing")
  void allowancesLeaveRoom(@ForAll("asked") List<Double> asked) {
    List<MemoryLease> open = new ArrayList<>();
    asked.forEach(share -> open.add(book.open("one", share, LeaseAlarms.NONE)));
    double sum = 0;
    double all = asked.stream().mapToDouble(share -> share).sum();
    for (int i = 0; i < open.size(); i++) {
      heard.clear();
      assertThat(open.get(i).trySetBytes(LIMIT)).isTrue();
      assertThat(open.get(i).trySetBytes(0)).isTrue();
      long allowance = heard.getFirst().allowanceBytes();
      double fair = asked.get(i) * Math.min(1, LeaseBook.SHARED / Math.max(LeaseBook.SHARED, all));
      assertThat(allowance).isCloseTo(Math.max(1, Math.round(fair * LIMIT)), within(1L));
      sum += allowance;
    }
    assertThat(sum).isLessThanOrEqualTo(LeaseBook.SHARED * LIMIT + asked.size());
    open.forEach(MemoryLease::close);
  }

  @Example
  @Label("who asks for too much is refused when nobody can release, and granted when somebody does at the alarm")
  void releasedInTime() {
    MemoryLease[] cache = new MemoryLease[1];
    cache[0] = book.open("cache", 0.1, noting(() -> cache[0].trySetBytes(0)));
    assertThat(cache[0].trySetBytes(700)).isTrue();
    try (MemoryLease stubborn = book.open("numbers", 0.1, LeaseAlarms.NONE)) {
      assertThat(stubborn.trySetBytes(1001)).isFalse();
      assertThat(stubborn.bytes()).isZero();
      assertThat(cache[0].bytes()).isZero();
      assertThat(cache[0].trySetBytes(700)).isTrue();
      assertThat(stubborn.trySetBytes(900)).isTrue();
      assertThat(cache[0].bytes()).isZero();
      assertThat(book.holders()).containsExactly("cache: 0", "numbers: 900");
      told.clear();
      assertThat(cache[0].trySetBytes(200)).isFalse();
      assertThat(told).contains("release");
    }
    cache[0].close();
    assertThatThrownBy(() -> cache[0].trySetBytes(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cache[0].trySetBytes(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  @Label("what leases grew by counts as used until the gauge weighs anew, and never twice")
  void countedOnce() {
    var gauge = new FakeGauge().used(300);
    var monitor = new MemoryMonitor(gauge, LIMIT, InstantSource.fixed(Instant.EPOCH));
    assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.OPTIMAL);
    try (MemoryLease lease = monitor.leases().open("a", 0.1, LeaseAlarms.NONE)) {
      assertThat(lease.trySetBytes(450)).isTrue();
      assertThat(monitor.now().usedBytes()).isEqualTo(750);
      assertThat(monitor.level()).isEqualTo(MemoryPressureLevel.HIGH);
      gauge.used(751);
      assertThat(monitor.now().usedBytes()).isEqualTo(751);
      assertThat(lease.trySetBytes(0)).isTrue();
      assertThat(monitor.now().usedBytes()).isEqualTo(751);
      gauge.used(301);
      assertThat(monitor.now().usedBytes()).isEqualTo(301);
      assertThat(lease.trySetBytes(1001)).isFalse();
      gauge.used(10);
      assertThat(lease.trySetBytes(1000)).isTrue();
      gauge.used(11);
      assertThat(monitor.now().usedBytes()).isEqualTo(1000);
    }
    assertThat(monitor.leases().bytes()).isZero();
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.longs().between(0, 1100))
        .as(Wish::new).list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Long>> shares() {
    return Arbitraries.longs().between(70, 100).list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<Double>> asked() {
    return Arbitraries.doubles().between(0.01, 1).list().ofMaxSize(8);
  }
}
