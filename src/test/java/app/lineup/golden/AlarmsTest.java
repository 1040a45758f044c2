package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunEvent;
import app.lineup.model.Deduplication;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Tuning;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The alarms of leases, in runs of the whole pipeline: they ring by what is held, come before the levels of pressure,
/// are told, and lose nothing.
final class AlarmsTest {

  private static final String LIST =
      "#EXTM3U\n" + "#EXTINF:-1 tvg-chno=\"7\",A\nhttp://h/a\n#EXTINF:-1,B\nhttp://h/b\n".repeat(240_000);

  @TempDir
  private Path folder;
  private final List<RunEvent> told = new ArrayList<>();

  private List<String> alarms(String holder) {
    return told.stream().filter(RunEvent.MemoryAlarm.class::isInstance).map(RunEvent.MemoryAlarm.class::cast)
        .filter(alarm -> alarm.holder().equals(holder)).map(RunEvent.MemoryAlarm::mark).toList();
  }

  /// Where nothing but what leases declare is held.
  private static MemoryMonitor limit(long bytes) {
    return new MemoryMonitor(new FakeGauge().most(bytes), bytes, InstantSource.system());
  }

  @Test
  @DisplayName("a list at rest warns, then goes to the disk, before pressure is high")
  void warnsAndSpills() throws Exception {
    byte[] calm = new TestRun(folder).list(LIST).keep().run().bytes();
    var run = new TestRun(folder).piped(new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8))).keep();
    assertThat(run.memory(limit(40_000_000)).observer(told::add).run().bytes()).isEqualTo(calm);
    assertThat(alarms("items at rest")).startsWith("warning", "spill");
    assertThat(told).anyMatch(RunEvent.Spilled.class::isInstance);
    List<RunEvent> before = told.stream().takeWhile(
        event -> !(event instanceof RunEvent.MemoryAlarm alarm && alarm.holder().equals("items at rest") && alarm.mark()
            .equals("spill"))).toList();
    assertThat(before).noneMatch(event -> event instanceof RunEvent.PressureChanged changed
        && !List.of("optimal", "moderate").contains(changed.now()));
  }

  @Test
  @DisplayName("lists that were to stay in memory go on past the first alarms and give way at the last")
  void releases() throws Exception {
    byte[] calm = new TestRun(folder).list(LIST).list(LIST).run().bytes();
    byte[] packed = PackedRowsTest.Packing.XZ.pack(LIST);
    var tuning = new Tuning(
        Map.of(StageType.SOURCE_LOADING.id(), "inmemory_full"), OptionalInt.empty(), Deduplication.NONE);
    var run = new TestRun(folder).list(packed).list(packed).threads(2).tuning(tuning);
    assertThat(run.memory(limit(48_000_000)).observer(told::add).run().bytes()).isEqualTo(calm);
    assertThat(alarms("items at rest")).contains("warning", "spill", "shrink", "release");
    assertThat(told).anyMatch(RunEvent.Spilled.class::isInstance);
  }

  @Test
  @DisplayName("blocks that come near their allowance get smaller")
  void shrinks() throws Exception {
    byte[] calm = new TestRun(folder).list(LIST).run().bytes();
    var run = new TestRun(folder).list(LIST).threads(2).memory(limit(4_000_000)).observer(told::add);
    assertThat(run.run().bytes()).isEqualTo(calm);
    assertThat(alarms("blocks of channels")).contains("shrink");
  }
}
