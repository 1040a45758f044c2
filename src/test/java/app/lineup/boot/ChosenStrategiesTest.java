package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.output.Terminal;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which strategies a run takes by itself, by what `lineup build --json` says; and that all of them give the same
/// playlist. Pressure is played, so that the heap of the tests is no matter.
final class ChosenStrategiesTest {

  private static final String RULES =
      "--map|channel_name contains \"1\" SET group_title = \"One\"|--exclude|channel_name equals \"c7\"";

  @TempDir
  private Path folder;
  private Path list;
  private final List<Path> packed = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void lists() throws IOException {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < 500; i++) {
      text.append("#EXTINF:-1 tvg-chno=\"").append(i % 90).append("\" group-title=\"g").append(i % 5).append("\",c")
          .append(i)
          .append("\nhttp://h/").append(i).append('\n');
    }
    list = Files.writeString(folder.resolve("list.m3u"), text);
    for (int i = 0; i < 2; i++) {
      var bytes = new ByteArrayOutputStream();
      try (var xz = new XZOutputStream(bytes, new LZMA2Options(0))) {
        xz.write(text.toString().getBytes(StandardCharsets.UTF_8));
      }
      packed.add(Files.write(folder.resolve("packed-" + i + ".xz"), bytes.toByteArray()));
    }
  }

  private JsonNode run(String... words) {
    out.reset();
    var err = new ByteArrayOutputStream();
    int code = Wiring.run(new Terminal(out, StandardCharsets.UTF_8, err, StandardCharsets.UTF_8, false), words);
    assertThat(code).as("%s%s", out, err).isZero();
    return JsonMapper.shared().readTree(out.toByteArray());
  }

  private JsonNode build(String name, List<Path> lists, String... options) {
    List<String> words = new ArrayList<>(List.of("build"));
    lists.forEach(one -> words.add(one.toString()));
    words.addAll(List.of("-o", folder.resolve(name).toString(), "--numbers", "keep", "--json"));
    words.addAll(List.of(options));
    return run(words.toArray(String[]::new));
  }

  private static Map<String, String> taken(JsonNode run) {
    Map<String, String> taken = new TreeMap<>();
    run.get("stages").forEach(stage -> taken.put(stage.get("stage").asString(), stage.get("strategy").asString()));
    return taken;
  }

  @ParameterizedTest(name = "{0} lists, {1} threads, rules {2}, {3}")
  @CsvSource({
    "one, 2, no, optimal, streaming_loader, streaming_mapping, passthrough_filter, chunked_m3u, buffered_output",
    "one, 2, yes, optimal, streaming_loader, parallel_mapping, inmemory_filter, chunked_m3u, buffered_output",
    "one, 1, yes, optimal, minimal_loader, streaming_mapping, indexed_filter, streaming_m3u, buffered_output",
    "packed, 2, yes, optimal, inmemory_full, parallel_mapping, inmemory_filter, chunked_m3u, buffered_output",
    "packed, 2, yes, moderate, batched_loader, parallel_mapping, inmemory_filter, chunked_m3u, buffered_output",
    "packed, 1, no, optimal, minimal_loader, streaming_mapping, passthrough_filter, streaming_m3u, buffered_output",
    "packed, 2, yes, high, streaming_loader, parallel_mapping, inmemory_filter, chunked_m3u, buffered_output",
    "one, 2, yes, critical, minimal_loader, streaming_mapping, indexed_filter, streaming_m3u, buffered_output",
    "one, 2, yes, emergency, minimal_loader, simple_mapping, streaming_filter, streaming_m3u, streaming_output",
    "one, 2, no, emergency, minimal_loader, simple_mapping, passthrough_filter, streaming_m3u, streaming_output",
  })
  void byItself(
      String lists, String threads, String rules, String pressure, String loader, String mapping, String filtering,
      String generation, String output) throws IOException {
    List<String> options = new ArrayList<>(List.of("--threads", threads, "--simulate-pressure", pressure));
    if (rules.equals("yes")) {
      options.addAll(List.of(RULES.split("\\|")));
    }
    List<Path> read = lists.equals("one") ? List.of(list) : packed;
    Map<String, String> expected = Map.of(
        StageType.SOURCE_LOADING.id(), loader, StageType.DATA_MAPPING.id(), mapping, StageType.FILTERING.id(),
        filtering,
        StageType.CHANNEL_NUMBERING.id(), "streaming_numbering", StageType.LOGO_PREFETCH.id(), "skip_prefetch",
        StageType.M3U_GENERATION.id(), generation, StageType.OUTPUT.id(), output);
    assertThat(taken(build("out.m3u", read, options.toArray(String[]::new)))).isEqualTo(new TreeMap<>(expected));

    // The same bytes as calm, on one thread.
    List<String> calm = new ArrayList<>(options);
    calm.set(1, "1");
    calm.set(3, "optimal");
    build("calm.m3u", read, calm.toArray(String[]::new));
    assertThat(folder.resolve("out.m3u")).hasSameBinaryContentAs(folder.resolve("calm.m3u"));
  }

  @Test
  @DisplayName("every strategy can be named, is then taken, and gives the same bytes")
  void named() throws IOException {
    build("calm.m3u", packed, options(Map.of()));
    for (Map.Entry<StageType, List<app.lineup.engine.strategy.StrategyProfile>> stage : Strategies.all().entrySet()) {
      for (var profile : stage.getValue()) {
        boolean asked = stage.getKey() != StageType.LOGO_PREFETCH && !profile.name().equals("passthrough_filter");
        if (asked) {
          JsonNode run = build("out.m3u", packed, options(Map.of(stage.getKey().id(), profile.name())));
          assertThat(taken(run)).containsEntry(stage.getKey().id(), profile.name());
          assertThat(folder.resolve("out.m3u")).as(profile.name()).hasSameBinaryContentAs(folder.resolve("calm.m3u"));
        }
      }
    }
  }

  private static String[] options(Map<String, String> strategies) {
    List<String> options = new ArrayList<>(List.of("--threads", "2", "--simulate-pressure", "optimal"));
    options.addAll(List.of(RULES.split("\\|")));
    new HashMap<>(strategies).forEach((stage, name) -> options.addAll(List.of("--strategy", stage + "=" + name)));
    return options.toArray(String[]::new);
  }

  @Test
  @DisplayName("a wish that the pressure overrides is said")
  void overridden() {
    JsonNode run = build("out.m3u", List.of(list), "--simulate-pressure", "emergency", "--strategy",
        "data_mapping=parallel_mapping",
        "--map", "SET tvg_id = \"x\"", "--threads", "2");
    assertThat(taken(run)).containsEntry("data_mapping", "simple_mapping");
    JsonNode told = null;
    for (JsonNode event : run.get("events")) {
      told = event.get("event").asString().equals("wish_overridden") ? event : told;
    }
    assertThat(told).isNotNull();
    assertThat(told.get("wished").asString()).isEqualTo("parallel_mapping");
    assertThat(told.get("taken").asString()).isEqualTo("simple_mapping");
    assertThat(told.get("reason").asString()).startsWith("memory pressure is emergency");
  }

  @Test
  @DisplayName("each rule and each filter says how many channels it was for")
  void matched() {
    JsonNode run = build("out.m3u", List.of(list), RULES.split("\\|"));
    assertThat(run.get("rules").get(0).get("channels").asInt()).isEqualTo(176);
    assertThat(run.get("filters").get(0).get("channels").asInt()).isEqualTo(1);
  }
}
