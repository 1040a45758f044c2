package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.io.input.InputOpener;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.model.channel.BlockPool;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists that are read in several blocks give what they give in one.
final class BlockBorderTest {

  private static final int BORDER = BlockIterator.BLOCK_BYTES;

  /// All that can be odd in a list, in a few lines.
  private static final String ODD = """
      \uFEFF#EXTM3U tvg-shift="1"
      #EXTGRP:News
      #EXTINF:-1 tvg-id="a",A

      #EXTVLCOPT:x=y
      http://h/a
      #EXTINF:-1,Lost
      #EXTGRP:Lost
      #EXTINF:-1 group-title="Own" no comma
      http://h/b
      http://h/c
      \uFEFF#EXTM3U url-tvg="http://g/2"
      #EXTVLCOPT:x=y
      #EXTGRP:Sport
      #EXTINF:-1 a="1" a="2",D
      #EXTGRP:Mine
      # {TOO LONG}
      http://h/d
      #EXTINF:-1,E\u0007
      http://h/{TOO LONG}
      #EXTINF:-1 tvg-id="f",
      http://h/f
      #EXTGRP:
      #EXTINF:-1,G
      #EXTM3U
      http://h/g|User-Agent=x
      #EXTINF:-1,Half
      """.replace("{TOO LONG}", "x".repeat(200));

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "a block of any size, line ends {0}")
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyBlockSize(String end) throws Exception {
    byte[] bytes = ODD.replace("\n", end).getBytes(StandardCharsets.UTF_8);
    List<String> whole = read(bytes, bytes.length + 1);
    assertThat(whole).contains("CUT_OFF@27", "no comma [Own] 1", "f [Sport] 1");
    for (int blockBytes = 1; blockBytes <= bytes.length; blockBytes++) {
      assertThat(read(bytes, blockBytes)).as("blocks of %d bytes", blockBytes).isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "M3U-3: a CRLF and a bare CR that the border of a block splits: {0}")
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEndAtBorder(String end) throws Exception {
    String tail = "#EXTINF:-1,B|http://h/b|#EXTINF:-1,C|http://h/c|".replace("|", end);
    for (int shift = -2; shift <= tail.length(); shift++) {
      String list = padded(BORDER - shift, end) + tail;
      ListReading read = reading(list);
      assertThat(read.names()).as("shifted by %d", shift).endsWith("Filler", "B", "C");
      assertThat(read.report().lines()).isEqualTo(list.lines().count());
      assertThat(read.report().findings()).isEmpty();
      assertThat(read.channels().stream().map(ListReading::written)
          .collect(Collectors.joining("", "#EXTM3U" + end, "")))
          .isEqualTo(list);
    }
  }

  @Test
  @DisplayName("M3U-24: a lasting group reaches over blocks, and ends in the one that sets another")
  void lastingGroupOverBlocks() throws Exception {
    String list = "#EXTM3U\n#EXTGRP:First\n" + entries("A", 20_000) + "#EXTGRP:Second\n" + entries("B", 20_000);
    assertThat(list.length()).isGreaterThan(3 * BORDER);
    ListReading read = reading(list);
    for (Channel channel : read.channels()) {
      String first = channel.text(KnownField.CHANNEL_NAME).startsWith("A") ? "First" : "Second";
      assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo(first);
    }
    assertThat(read.channels()).hasSize(40_000);
  }

  @Test
  @DisplayName("findings carry the list's own lines after several blocks")
  void linesAfterBlocks() throws Exception {
    String list = "#EXTM3U\n" + entries("A", 30_000) + "#EXTINF:-1 no comma\nhttp://h/x\n" + entries("B", 30_000)
        + "#EXTINF:-1,Lost\n";
    ListReading read = reading(list);
    assertThat(read.lines(FindingKind.NO_COMMA)).containsExactly(60_002L);
    assertThat(read.lines(FindingKind.CUT_OFF)).containsExactly(120_004L);
    assertThat(read.report().lines()).isEqualTo(120_004);
    assertThat(read.report().entries()).isEqualTo(60_001);
  }

  @Test
  @DisplayName("an entry that is larger than a block is one entry")
  void entryLargerThanBlock() throws Exception {
    String large = "#EXTINF:-1,Large\n" + "#EXTVLCOPT:some=option\n".repeat(2 * BORDER / 20) + "http://h/large\n";
    String list = "#EXTM3U\n" + entries("A", 10) + large + entries("B", 10);
    ListReading read = reading(list);
    assertThat(read.channels()).hasSize(21);
    assertThat(ListReading.written(read.channels().get(10))).isEqualTo(large);
    assertThat(read.report().findings()).isEmpty();
  }

  @Test
  @DisplayName(
      "M3U-29: a line that is larger than a block and past the limit costs its entry, and is counted as one line")
  void lineLargerThanBlock() throws Exception {
    String list = "#EXTM3U\n" + entries("A", 10) + "#EXTINF:-1,Bad\nhttp://h/" + "x".repeat(5 * BORDER) + "\n"
        + entries("B", 10) + "#EXTINF:-1 no comma\nhttp://h/x\n";
    ListReading read = reading(list);
    assertThat(read.channels()).hasSize(21);
    assertThat(read.lines(FindingKind.LINE_TOO_LONG)).containsExactly(23L);
    assertThat(read.lines(FindingKind.NO_COMMA)).containsExactly(44L);
    assertThat(read.report().lines()).isEqualTo(45);
  }

  @Test
  @DisplayName("M3U-29: a line past the limit is never held as a whole")
  void lineIsShortened() throws Exception {
    byte[] list = ("#EXTINF:-1,Bad\nhttp://h/" + "x".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8);
    BlockIterator.FailureExplainer none = failure -> new PipelineException(PipelineException.Kind.INTERNAL, "list",
        "unread", "");
    var blocks = new BlockIterator(
        new ByteArrayInputStream(list), none, StageMeter.unwatched(), () -> 100, 0, BlockPool.none(),
        new LastingGroup(new ScanLimits(1_000)));
    assertThat(ListReading.drain(blocks)).isNotEmpty().allMatch(block -> block.into().bytes().length < 5_000);
  }

  @ParameterizedTest(
      name = "M3U-29: an entry of more than 8 MB is dropped as a whole, and the list goes on behind it: {0}")
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void entryPastAllBounds(String end) throws Exception {
    String comments = "# nothing but comments\n".repeat(9 * 1024 * 1024 / 23);
    String list = ("#EXTM3U\n" + entries("A", 10) + "#EXTINF:-1,Large\n" + comments + "http://h/large\n"
        + entries("B", 10)
        + "#EXTINF:-1 no comma\nhttp://h/x\n").replace("\n", end);
    ListReading read = reading(list);
    assertThat(read.names()).startsWith("A0").contains("A9", "B0").hasSize(21);
    assertThat(read.kinds()).containsExactly(FindingKind.ENTRY_TOO_LONG, FindingKind.NO_COMMA);
    assertThat(read.lines(FindingKind.ENTRY_TOO_LONG)).containsExactly(22L);
    assertThat(read.lines(FindingKind.NO_COMMA)).containsExactly(list.lines().count() - 1);
    assertThat(read.report().lines()).isEqualTo(list.lines().count());
  }

  @Test
  @DisplayName("M3U-29: an entry of more than 8 MB that the list's end cuts off")
  void entryPastAllBoundsAtTheEnd() throws Exception {
    String list = "#EXTM3U\n" + entries("A", 10) + "# nothing but comments\n".repeat(9 * 1024 * 1024 / 23) + "# half";
    ListReading read = reading(list);
    assertThat(read.channels()).hasSize(10);
    assertThat(read.kinds()).containsExactly(FindingKind.ENTRY_TOO_LONG);
    assertThat(read.report().lines()).isEqualTo(list.lines().count());
  }

  private ListReading reading(String list) throws Exception {
    return ListReading.of(folder, list);
  }

  /// A list that is `length` bytes long and ends behind an entry.
  private static String padded(int length, String end) {
    var list = new StringBuilder("#EXTM3U" + end);
    String filler = "#EXTINF:-1,Filler" + end + "http://h/filler" + end;
    while (list.length() + 2 * filler.length() <= length) {
      list.append(filler);
    }
    int missing = length - list.length() - filler.length();
    return list.append("#EXTINF:-1,Filler").append(end).append("http://h/filler").append("x".repeat(missing))
        .append(end).toString();
  }

  private static String entries(String name, int count) {
    var entries = new StringBuilder();
    for (int i = 0; i < count; i++) {
      entries.append("#EXTINF:-1 tvg-id=\"id\",").append(name).append(i).append("\nhttp://h/").append(i).append('\n');
    }
    return entries.toString();
  }

  /// What a list says when it is read in blocks of this size: its channels, then its findings.
  private List<String> read(byte[] bytes, int blockBytes) throws PipelineException, InterruptedException, IOException {
    Path file = Files.write(folder.resolve("small.m3u"), bytes);
    var source = new Source("small", new Location.OfFile(file));
    try (InputOpener inputs = ListReading.inputs(folder)) {
      M3uList list = M3uList.of(source, inputs.prepare(source, count -> {}), new ScanLimits(150), blockBytes);
      List<String> said = new ArrayList<>();
      for (Channel channel : ListReading.drain(list.open())) {
        said.add(channel + " " + channel.text(KnownField.TVG_SHIFT));
        said.add(ListReading.written(channel));
      }
      list.report().findings().forEach(finding -> said.add(finding.kind() + "@" + finding.line()));
      said.add(list.report().lines() + " lines, guides " + list.report().guides());
      return said;
    }
  }
}
