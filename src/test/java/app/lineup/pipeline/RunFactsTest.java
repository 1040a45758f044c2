package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageFacts;
import app.lineup.golden.TestRun;
import app.lineup.model.Deduplication;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a run of the whole pipeline says of its stages when it is over.
final class RunFactsTest {

  private static final String LIST = "#EXTM3U\n"
      + "#EXTINF:-1 tvg-chno=\"7\" group-title=\"G\",A\nhttp://h/a\n".repeat(40_000);

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0} threads, duplicates by {1}, loaded by {2}")
  @CsvSource({
    "1, NONE, streaming_loader", "2, NONE, streaming_loader", "2, URL, streaming_loader", "2, NONE, inmemory_full",
    "1, NONE, minimal_loader", "2, URL, database_spill",
  })
  @DisplayName(
      "every stage was busy, fused or alone, on whichever thread; all together not longer than the threads were there")
  void everyStageIsBusy(int threads, Deduplication by, String loader) throws Exception {
    var telemetry = new RunTelemetry(StageType.ids(), () -> 1);
    new TestRun(folder).list(LIST).list(LIST).threads(threads).keep().telemetry(telemetry)
        .tuning(new Tuning(Map.of(StageType.SOURCE_LOADING.id(), loader), OptionalInt.empty(), by))
        .rule("channel_name equals \"A\" SET group_title = \"New\"").exclude("channel_name equals \"B\"").run();

    assertThat(telemetry.facts()).allSatisfy(stage -> {
      assertThat(stage.busy()).as(stage.stage()).isPositive();
      assertThat(stage.strategies()).as(stage.stage()).hasSize(1);
      assertThat(stage.rssBytes()).as(stage.stage()).isEqualTo(1);
      assertThat(stage.pressure()).as(stage.stage()).isEqualTo("optimal");
    });
    assertThat(telemetry.highestPressure()).isEqualTo("optimal");
    long busy = telemetry.facts().stream().map(StageFacts::busy).mapToLong(one -> one.toNanos()).sum();
    assertThat(busy).isLessThanOrEqualTo((threads + 1) * telemetry.elapsed().toNanos());
  }
}
