package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.model.Attribute;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.problem.PipelineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the catalogue of oddities about the beginning of a list and about lists that are none.
final class HeaderRowsTest {

  private static final String ENTRY = "#EXTINF:-1 tvg-id=\"a\",A\nhttp://h/a\n";

  @TempDir
  private Path folder;

  @Test
  @DisplayName("M3U-1: a byte order mark is skipped, and the header behind it is one")
  void byteOrderMark() throws Exception {
    ListReading list = read("\uFEFF#EXTM3U tvg-shift=\"2\"\n" + ENTRY);
    assertThat(list.names()).containsExactly("A");
    assertThat(list.list().header().attributes()).containsEntry("tvg-shift", "2");
    assertThat(list.kinds()).containsExactly(FindingKind.BYTE_ORDER_MARK);
    assertThat(list.lines(FindingKind.BYTE_ORDER_MARK)).containsExactly(1L);
    assertThat(published("\uFEFF#EXTM3U\n" + ENTRY)).isEqualTo("#EXTM3U\n" + ENTRY);
  }

  @Test
  @DisplayName("M3U-1: a byte order mark before an entry is no part of it")
  void byteOrderMarkBeforeEntry() throws Exception {
    ListReading list = read("\uFEFF" + ENTRY);
    assertThat(list.names()).containsExactly("A");
    assertThat(list.kinds()).containsExactly(FindingKind.BYTE_ORDER_MARK, FindingKind.NO_HEADER);
    assertThat(ListReading.written(list.only())).isEqualTo(ENTRY);
  }

  @ParameterizedTest(name = "M3U-1: the byte order mark of a list that was pasted behind another is skipped: {0}")
  @ValueSource(strings = {"\uFEFF#EXTM3U\n", "\uFEFF", "\uFEFF\uFEFF", "#EXTVLCOPT:a=b\n\uFEFF#EXTM3U\n",
      "#EXTVLCOPT:a=b\n\uFEFF\uFEFF"})
  void byteOrderMarkInside(String between) throws Exception {
    String second = "#EXTINF:-1,B\nhttp://h/b\n";
    ListReading list = read("#EXTM3U\n" + ENTRY + between + second);
    assertThat(list.names()).containsExactly("A", "B");
    assertThat(ListReading.written(list.channels().getLast())).endsWith(second).doesNotContain("\uFEFF", "#EXTM3U");
    assertThat(list.report().counts()).containsEntry(FindingKind.BYTE_ORDER_MARK, 1L);
  }

  @Test
  @DisplayName("M3U-2: a list with no header is read on")
  void noHeader() throws Exception {
    ListReading list = read(ENTRY + ENTRY);
    assertThat(list.names()).containsExactly("A", "A");
    assertThat(list.kinds()).containsExactly(FindingKind.NO_HEADER);
    assertThat(list.lines(FindingKind.NO_HEADER)).containsExactly(1L);
    assertThat(published(ENTRY)).isEqualTo("#EXTM3U\n" + ENTRY);
  }

  @Test
  @DisplayName("M3U-2: blank first lines are skipped, and lines are counted from the first")
  void blankStart() throws Exception {
    ListReading list = read("\n \t\r\n\n  #EXTM3U tvg-shift=\"2\" \n#EXTINF:-1 no comma\nhttp://h/a\n");
    assertThat(list.kinds()).containsExactly(FindingKind.BLANK_START, FindingKind.NO_COMMA);
    assertThat(list.lines(FindingKind.NO_COMMA)).containsExactly(5L);
    assertThat(list.report().lines()).isEqualTo(6);
    assertThat(list.only().text(KnownField.TVG_SHIFT)).isEqualTo("2");
  }

  @Test
  @DisplayName("M3U-2: blank lines before a first entry, with no header")
  void blankStartNoHeader() throws Exception {
    ListReading list = read("\n\n" + ENTRY);
    assertThat(list.names()).containsExactly("A");
    assertThat(list.kinds()).containsExactly(FindingKind.BLANK_START, FindingKind.NO_HEADER);
    assertThat(list.lines(FindingKind.NO_HEADER)).containsExactly(3L);
  }

  @ParameterizedTest(name = "M3U-3: line ends {0}")
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEnds(String end) throws Exception {
    String text = ("#EXTM3U\n" + ENTRY + "#EXTINF:-1,B\n#EXTGRP:G\nhttp://h/b\n").replace("\n", end);
    ListReading list = read(text);
    assertThat(list.names()).containsExactly("A", "B");
    assertThat(list.texts(KnownField.GROUP_TITLE)).containsExactly("", "G");
    assertThat(list.texts(KnownField.STREAM_URL)).containsExactly("http://h/a", "http://h/b");
    assertThat(list.report().findings()).isEmpty();
    assertThat(list.report().lines()).isEqualTo(6);
    assertThat(published(text)).isEqualTo(text);
  }

  @Test
  @DisplayName("M3U-3: mixed line ends stay as they are, and what is written new follows the entry's own")
  void mixedLineEnds() throws Exception {
    String text = "#EXTM3U\r#EXTINF:-1,A\r\nhttp://h/a\n#EXTINF:-1,B\rhttp://h/b\r\nhttp://h/c\rhttp://h/d";
    assertThat(read(text).names()).containsExactly("A", "B", "c", "d");
    assertThat(published(text)).isEqualTo(text);
    String named = new TestRun(folder).list(text).rule("stream_url matches \"[cd]$\" SET tvg_id = \"x\"").run().text();
    assertThat(named).endsWith(
        "http://h/b\r\n#EXTINF:-1 tvg-id=\"x\",c\rhttp://h/c\r#EXTINF:-1 tvg-id=\"x\",d\nhttp://h/d");
  }

  @ParameterizedTest(name = "M3U-6: not a list: {0}")
  @ValueSource(strings = {"<!DOCTYPE html><html>Account expired</html>", "{\"error\":\"Account expired\"}"})
  void refused(String text) throws Exception {
    Path out = Files.writeString(folder.resolve("out.m3u"), "the last good one");
    var run = new TestRun(folder).list(text);
    PipelineException refusal = catchThrowableOfType(PipelineException.class, run::run);
    assertThat(refusal.what()).contains("«").contains(text.substring(0, 8)).contains("Account expired");
    assertThat(out).hasContent("the last good one");
  }

  @Test
  @DisplayName("M3U-36: a media playlist is said to be a single stream, which can be added as one")
  void singleStream() throws Exception {
    String text = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9.9,\nseg1.ts\n";
    PipelineException refusal = catchThrowableOfType(PipelineException.class, () -> read(text));
    assertThat(refusal.what()).isEqualTo("this is a single stream, not a list of channels");
    assertThat(refusal.advice()).contains("#EXTINF:-1,Name");
  }

  @ParameterizedTest(name = "M3U-39: an empty list: «{0}»")
  @ValueSource(strings = {"", "\uFEFF", "\n\n", "#EXTM3U", "#EXTM3U\n# nothing here\n"})
  void empty(String text) throws Exception {
    ListReading list = read(text);
    assertThat(list.channels()).isEmpty();
    assertThat(list.report().counts()).containsEntry(FindingKind.EMPTY, 1L);
    Path out = Files.writeString(folder.resolve("out.m3u"), "the last good one");
    var run = new TestRun(folder).list("#EXTM3U\n" + ENTRY).list(text);
    PipelineException refusal = catchThrowableOfType(PipelineException.class, run::run);
    assertThat(refusal.what()).isEqualTo("the list has no channels");
    assertThat(refusal.subject()).endsWith("in-1.m3u");
    assertThat(out).hasContent("the last good one");
  }

  @Test
  @DisplayName("M3U-30: all guide addresses are offered, each once")
  void guides() throws Exception {
    String header =
        "#EXTM3U url-tvg=\"http://g/1.xml, http://g/2.xml.gz\" X-TVG-URL='http://g/3.xml,http://g/1.xml' "
            + "tvg-url=http://g/4\n";
    ListReading list = read(header + ENTRY + "#EXTM3U url-tvg=\"http://g/5\"\n" + ENTRY);
    assertThat(list.report().guides())
        .containsExactly("http://g/1.xml", "http://g/2.xml.gz", "http://g/3.xml", "http://g/4", "http://g/5");
    assertThat(list.lines(FindingKind.LATER_HEADER)).containsExactly(4L);
    String merged = new TestRun(folder).list(header + ENTRY).list("#EXTM3U url-tvg=\"http://g/6\"\n" + ENTRY).run()
        .text();
    assertThat(merged).startsWith(
        "#EXTM3U x-tvg-url=\"http://g/1.xml,http://g/2.xml.gz,http://g/3.xml,http://g/4,http://g/6\"\n#EXTINF:-1");
  }

  @Test
  @DisplayName("M3U-31: attributes of the header apply to entries that have none, and the header stays")
  void inherited() throws Exception {
    String text = "#EXTM3U catchup=\"shift\" tvg-shift=\"-2\" refresh=\"3600\"\n" + ENTRY
        + "#EXTINF:-1 catchup=\"xc\" tvg-shift=\"\",B\nhttp://h/b\n";
    ListReading list = read(text);
    assertThat(list.texts(new Attribute("catchup"))).containsExactly("shift", "xc");
    assertThat(list.texts(new Attribute("refresh"))).containsExactly("3600", "3600");
    assertThat(list.texts(KnownField.TVG_SHIFT)).containsExactly("-2", "");
    assertThat(published(text)).isEqualTo(text);
  }

  @Test
  @DisplayName("M3U-31: what an entry inherits from its header is written into it once lists are merged")
  void inheritedWhenMerged() throws Exception {
    String merged = new TestRun(folder)
        .list("#EXTM3U catchup=\"shift\" tvg-shift=\"-2\" tvg-chno=\"1\" group-title=\"no\"\n" + ENTRY
            + "#EXTINF:-1 catchup=\"xc\" tvg-shift=\"0\",B\nhttp://h/b\n")
        .list("#EXTM3U\n" + ENTRY)
        .run().text();
    assertThat(merged).startsWith("#EXTM3U\n#EXTINF:-1 tvg-id=\"a\"")
        .contains(" catchup=\"shift\"").contains(" tvg-shift=\"-2\"").doesNotContain("tvg-chno", "group-title")
        .endsWith(",A\nhttp://h/a\n#EXTINF:-1 catchup=\"xc\" tvg-shift=\"0\",B\nhttp://h/b\n" + ENTRY);
  }

  @Test
  @DisplayName("M3U-31: an inherited attribute that a rule takes away stays away")
  void inheritedTakenAway() throws Exception {
    String out = new TestRun(folder).list("#EXTM3U catchup=\"shift\" tvg-shift=\"-2\"\n" + ENTRY)
        .rule("SET tvg_shift = \"\", attr(\"catchup\") = \"\"").run().text();
    ListReading again = read(out);
    assertThat(again.only().text(KnownField.TVG_SHIFT)).isEmpty();
    assertThat(again.only().text(new Attribute("catchup"))).isEmpty();
  }

  @Test
  @DisplayName("M3U-29: a header of 100,000 characters is one line")
  void longHeader() throws Exception {
    ListReading list = read("#EXTM3U url-tvg=\"" + "http://g/x,".repeat(9_000) + "http://g/last\"\n" + ENTRY);
    assertThat(list.report().guides()).containsExactly("http://g/x", "http://g/last");
    assertThat(list.names()).containsExactly("A");
    assertThat(list.report().findings()).isEmpty();
  }

  @Test
  @DisplayName("M3U-29: a header past the limit costs itself only")
  void tooLongHeader() throws Exception {
    ListReading list = read("#EXTM3U x=\"" + "y".repeat(300_000) + "\"\n" + ENTRY);
    assertThat(list.names()).containsExactly("A");
    assertThat(list.kinds()).containsExactly(FindingKind.LINE_TOO_LONG);
    assertThat(list.lines(FindingKind.LINE_TOO_LONG)).containsExactly(1L);
  }

  private ListReading read(String text) throws Exception {
    return ListReading.of(folder, text);
  }

  private String published(String text) throws Exception {
    return new TestRun(folder).list(text.getBytes(StandardCharsets.UTF_8)).run().text();
  }
}
