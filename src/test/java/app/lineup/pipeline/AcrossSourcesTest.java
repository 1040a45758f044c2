package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.golden.TestFolder;
import app.lineup.golden.TestRun;
import app.lineup.model.Deduplication;
import app.lineup.model.Numbering;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of channels that several sources have, the first source's stay.
final class AcrossSourcesTest {

  private static final String FIRST = """
      #EXTM3U
      #EXTINF:-1 tvg-id="a",One
      http://x/1
      #EXTINF:-1 tvg-id="a",One again
      http://x/1
      #EXTGRP:g
      #EXTINF:-1 tvg-id="b",Two
      http://x/2
      """;
  private static final String SECOND = """
      #EXTM3U
      #EXTINF:-1 tvg-id="a",ONE
      http://y/1
      #EXTINF:-1 tvg-id="c" tvg-chno="1",Three
      http://x/2
      #EXTINF:-1,Four
      http://y/4
      """;

  @ParameterizedTest
  @CsvSource({
    "NONE, minimal_loader, '', 'One,One again,Two,ONE,Three,Four'",
    "URL, minimal_loader, 'list 0 list 1 1', 'One,One again,Two,ONE,Four'",
    "URL, streaming_loader, 'list 0 list 1 1', 'One,One again,Two,ONE,Four'",
    "KEY, streaming_loader, 'list 0 list 1 1', 'One,One again,Two,Three,Four'"})
  @DisplayName("it is said which source won, whatever loads, and whoever was left out claims no number")
  void acrossSources(Deduplication by, String loader, String heldBack, String names) throws Exception {
    try (var folder = new TestFolder()) {
      TestRun.Published out = new TestRun(folder.path())
          .list(FIRST.getBytes(StandardCharsets.UTF_8)).list(SECOND.getBytes(StandardCharsets.UTF_8))
          .numbering(new Numbering.Keep())
          .tuning(new Tuning(Map.of("source_loading", loader), OptionalInt.of(2), by)).run();
      String text = new String(out.bytes(), StandardCharsets.UTF_8);
      assertThat(text.lines().filter(line -> line.startsWith("#EXTINF"))
          .map(line -> line.substring(line.indexOf(',') + 1)))
          .containsExactly(names.split(","));
      assertThat(out.result().heldBack().stream().map(held -> held.kept() + " " + held.lost() + " " + held.channels()))
          .isEqualTo(heldBack.isEmpty() ? java.util.List.of() : java.util.List.of(heldBack));
      if (by == Deduplication.URL) {
        assertThat(text).as("the number of the one that was left out is free").contains("tvg-chno=\"1\",One");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"minimal_loader", "streaming_loader", "batched_loader", "inmemory_full"})
  @DisplayName("a file that is given twice is two sources, and the second one loses all it has")
  void sameFileTwice(String loader) throws Exception {
    try (var folder = new TestFolder()) {
      Path file = Files.writeString(folder.path().resolve("same.m3u"), FIRST);
      TestRun.Published out = new TestRun(folder.path()).file(file).file(file)
          .tuning(new Tuning(Map.of("source_loading", loader), OptionalInt.empty(), Deduplication.URL)).run();
      assertThat(out.result().heldBack()).containsExactly(new SkippedDuplicates("list 0", "list 1", 3));
      assertThat(out.result().file().entries()).isEqualTo(3);
    }
  }
}
