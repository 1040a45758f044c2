package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.watch.RunEvent;
import app.lineup.model.Deduplication;
import app.lineup.model.SpillFormat;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The options that say how a run is done.
final class TuningTest {

  private final Session session = new Session();

  private int build(String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(new String[] {"build", "a.m3u", "-o", "b.m3u"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return session.run(words);
  }

  @Test
  @DisplayName("all of them arrive")
  void understood() {
    assertThat(build("--memory", "96M", "--gauge", "rss", "--chunk", "7", "--limit", "12", "--chunk-timeout", "2m",
        "--strategy", "filtering=streaming_filter", "--strategy",
        "output=buffered_output", "--dedupe", "key", "--threads", "3", "--spill-format", "jsonl", "--simulate-pressure",
        "1s high, critical")).isZero();
    assertThat(session.allowance.memoryBytes()).hasValue(96L * 1024 * 1024);
    assertThat(session.allowance.gauge()).isEqualTo(Gauge.RSS);
    assertThat(session.allowance.chunkTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(session.allowance.threads()).isEqualTo(3);
    assertThat(session.allowance.simulated().orElseThrow().after(Duration.ofSeconds(2)))
        .isEqualTo(MemoryPressureLevel.CRITICAL);
    assertThat(session.plan.limit()).hasValue(12);
    assertThat(session.plan.tuning().chunkItems()).hasValue(7);
    assertThat(session.plan.tuning().spillFormat()).isEqualTo(SpillFormat.JSONL);
    assertThat(session.plan.tuning().deduplication()).isEqualTo(Deduplication.KEY);
    assertThat(session.plan.tuning().preferred())
        .isEqualTo(Map.of("filtering", "streaming_filter", "output", "buffered_output"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --memory            | lots                       | Say a size like
      --memory            | 512                        | Say a size like
      --memory            | 99999999999G               | Say a size like
      --memory            | 8M                         | The least is
      --gauge             | heap                       | Say live or rss
      --limit             | 0                          | Say a number from
      --chunk             | 0                          | Say a number from
      --chunk-timeout     | 30                         | Say a time from
      --chunk-timeout     | 0s                         | Say a time from
      --chunk-timeout     | 25h                        | Say a time from
      --chunk-timeout     | soon                       | Say a time from
      --strategy          | filtering                  | Write it as STAGE=NAME
      --strategy          | filterin=streaming_filter  | Did you mean filtering?
      --strategy          | filtering=streaming_filtre | Did you mean streaming_filter?
      --strategy          | filtering=                 | There are
      --spill-format      | json                       | Say packed or jsonl
      --dedupe            | name                       | Say none, url or key
      --simulate-pressure | 2s hihg                    | Write times and levels
      """)
  @DisplayName("what is wrong is said, with what is right")
  void wrong(String option, String value, String advice) {
    assertThat(build(option, value)).isEqualTo(2);
    assertThat(session.err()).contains(advice);
    assertThat(session.plan).isNull();
  }

  @ParameterizedTest
  @CsvSource({"30s, PT30S", "90S, PT1M30S", "2m, PT2M", "24h, PT24H", ", PT10M"})
  @DisplayName("how long a block is waited for")
  void patience(String text, Duration time) {
    assertThat(text == null ? build() : build("--chunk-timeout", text)).isZero();
    assertThat(session.allowance.chunkTimeout()).isEqualTo(time);
  }

  @Test
  @DisplayName("a budget that is too small for the run is said before it begins, with what it needs")
  void tooLittle() {
    session.events = List.of(new RunEvent.Expected(20_000_000, 20_000_000, 64_000_000, 0, Duration.ofSeconds(2)));
    assertThat(build()).isZero();
    assertThat(session.err()).doesNotContain("--memory");
    session.events = List.of(new RunEvent.Expected(90_000_000, 80_000_000, 64_000_000, 0, Duration.ofSeconds(2)));
    assertThat(build("--quiet")).isZero();
    assertThat(session.err())
        .contains(
            "This run needs at least 80.0 MB of memory and has 64.0 MB: it may fail. Give it more with --memory.");
    assertThat(build("--trace")).isZero();
    assertThat(session.err()).contains("expected: about 90.0 MB of 64.0 MB in use, 0 B laid on the disk, 2.0 s");
  }

  @Test
  @DisplayName("a trace says each event with its time")
  void trace() {
    session.events = List.of(
        new RunEvent.StrategySwitched("filtering", "inmemory_filter", "streaming_filter",
            "memory pressure is critical: 450 of 512 MB"),
        new RunEvent.Spilled("channel_numbering", 1000, 2_000_000),
        new RunEvent.Spilled("channel_numbering", 500, 1_000_000));
    assertThat(build("--trace")).isZero();
    assertThat(session.err().lines()).anyMatch(line -> line.matches(
        "\\d+\\.\\d{3} s  filtering: inmemory_filter gives way to streaming_filter, memory pressure is critical: 450 "
            + "of 512 MB"))
        .anyMatch(line -> line.endsWith("channel_numbering: 500 laid on the disk, 1.0 MB; 3.0 MB so far"));
  }

  @Test
  @DisplayName("the table has every strategy of every stage, and so has the JSON")
  void table() {
    assertThat(session.run("strategies")).isZero();
    assertThat(session.run("strategies", "--json")).isZero();
    Strategies.all().forEach((stage, profiles) -> profiles.forEach(profile -> assertThat(session.out())
        .containsPattern(stage.id() + " +" + profile.name() + " ").contains("\"name\":\"" + profile.name() + "\"")));
    assertThat(Strategies.all()).containsOnlyKeys(StageType.values());
    assertThat(session.out())
        .containsPattern(
            "source_loading +inmemory_full +several cores, several lists that are slow to unpack +optimal +lets items "
                + "rest +all cores +250\\.0 MB")
        .containsPattern("guide +streaming_guide +anything").contains("\"when\":[\"only where it is named\"]")
        .contains("\"itemsPerSecond\":1500000");
  }
}
