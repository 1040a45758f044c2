package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunEvent;
import app.lineup.golden.TestFolder;
import app.lineup.golden.TestRun;
import app.lineup.model.Order;
import app.lineup.model.SortField;
import app.lineup.model.SpillFormat;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How channels lie on the disk decides nothing.
final class SpillFormatTest {

  private static final int CHANNELS = 12_000;
  /// So little that a run of the sort is as small as they get.
  private static final long BUDGET_BYTES = 8_000_000;

  private record Outcome(byte[] playlist, long files, long bytes) {}

  @Test
  @DisplayName("a sort that spills gives the same playlist from packed files and from lines of JSON")
  void samePlaylist() throws Exception {
    Outcome packed = sorted(SpillFormat.PACKED);
    Outcome lines = sorted(SpillFormat.JSONL);
    assertThat(packed.files()).isGreaterThan(1);
    assertThat(lines.files()).isEqualTo(packed.files());
    assertThat(lines.bytes()).isGreaterThan(packed.bytes());
    assertThat(lines.playlist()).isEqualTo(packed.playlist());
  }

  private static Outcome sorted(SpillFormat format) throws Exception {
    List<RunEvent.Spilled> spilled = new ArrayList<>();
    try (var folder = new TestFolder()) {
      var memory = new MemoryMonitor(new FakeGauge().used(() -> 0), BUDGET_BYTES, InstantSource.system());
      TestRun.Published out = new TestRun(folder.path()).list(list())
          .rule("group_title contains \"3\" SET tvg_name = \"Sport 😀\"").memory(memory)
          .order(new Order(List.of(new Order.Key(SortField.GROUP, true), new Order.Key(SortField.NAME, false))))
          .tuning(Tuning.NONE.with(format))
          .observer(event -> {
            if (event instanceof RunEvent.Spilled one) {
              spilled.add(one);
            }
          }).run();
      return new Outcome(out.bytes(), spilled.size(), spilled.stream().mapToLong(RunEvent.Spilled::bytes).sum());
    }
  }

  /// Names with numbers and letters of all kinds, one of them no UTF-8.
  private static byte[] list() {
    var random = new Random(7);
    var list = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < CHANNELS; i++) {
      list.append("#EXTINF:-1 tvg-id=\"c").append(random.nextInt(CHANNELS)).append("\" group-title=\"Gruppe ")
          .append(random.nextInt(10)).append(i % 3 == 0 ? "\u00E9" : "").append("\",Name ").append(random.nextInt(100))
          .append("\nhttp://h.example/live/").append("x".repeat(60)).append(i).append('\n');
    }
    return list.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
