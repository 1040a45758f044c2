package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the catalogue of oddities about entries that are not whole or not readable.
final class DamageRowsTest {

  private static final String GOOD = "#EXTINF:-1 tvg-id=\"g\",Gut ü\nhttp://h/good\n";

  @TempDir
  private Path folder;

  @Test
  @DisplayName("M3U-4: an entry in Latin-1 or Windows-1251 is read as such, its neighbours as UTF-8; no byte changes")
  void oldCodePages() throws Exception {
    byte[] bytes = join(
        utf8("#EXTM3U\n" + GOOD),
        "#EXTINF:-1 group-title=\"Général\",Télé Sète\nhttp://h/é\n".getBytes(StandardCharsets.ISO_8859_1),
        utf8(GOOD),
        "#EXTINF:-1 group-title=\"Новости\",Первый канал\nhttp://h/2\n".getBytes(Charset.forName("windows-1251")),
        utf8(GOOD));
    ListReading list = ListReading.of(folder, bytes);
    assertThat(list.names()).containsExactly("Gut ü", "Télé Sète", "Gut ü", "Первый канал", "Gut ü");
    assertThat(list.texts(KnownField.GROUP_TITLE)).containsExactly("", "Général", "", "Новости", "");
    assertThat(list.channels().get(1).text(KnownField.STREAM_URL)).isEqualTo("http://h/é");
    assertThat(list.lines(FindingKind.NOT_UTF8)).containsExactly(4L, 8L);
    assertThat(list.report().findings()).hasSize(2);
    assertThat(list.report().findings().getLast().detail()).isEqualTo("Первый канал");
    assertThat(new TestRun(folder).list(bytes).run().bytes()).isEqualTo(bytes);
  }

  @Test
  @DisplayName("M3U-4: a new value is written in the entry's own code page")
  void changedInOldCodePage() throws Exception {
    Charset cyrillic = Charset.forName("windows-1251");
    byte[] bytes = "#EXTM3U\n#EXTINF:-1 group-title=\"Новости\",Первый канал\nhttp://h/2\n".getBytes(cyrillic);
    TestRun.Published out = new TestRun(folder).list(bytes).rule("SET group_title = \"Спорт\"").run();
    assertThat(new String(out.bytes(), cyrillic))
        .isEqualTo("#EXTM3U\n#EXTINF:-1 group-title=\"Спорт\",Первый канал\nhttp://h/2\n");
    assertThat(out.report().counts()).doesNotContainKey(FindingKind.RECODED);
  }

  @Test
  @DisplayName(
      "M3U-4: where the code page cannot hold a new value the whole entry becomes UTF-8, and the report says so")
  void recoded() throws Exception {
    Charset cyrillic = Charset.forName("windows-1251");
    byte[] entry = "#EXTINF:-1 group-title=\"Новости\",Первый канал\nhttp://h/2\n".getBytes(cyrillic);
    byte[] bytes = join(utf8("#EXTM3U\n"), entry, entry);
    TestRun.Published out = new TestRun(folder).list(bytes).rule("SET group_title += \" 体育\"").run();
    assertThat(out.text()).isEqualTo(
        "#EXTM3U\n" + "#EXTINF:-1 group-title=\"Новости 体育\",Первый канал\nhttp://h/2\n".repeat(2));
    assertThat(out.report().counts()).containsEntry(FindingKind.RECODED, 2L);
  }

  @Test
  @DisplayName("M3U-7: blank lines between #EXTINF and URL are skipped, comments stay with their entry")
  void linesBetween() throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1,A\n\n \t\n# a comment\n#another\n\nhttp://h/a\n" + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("A", "Gut ü");
    assertThat(list.texts(KnownField.STREAM_URL)).containsExactly("http://h/a", "http://h/good");
    assertThat(list.report().findings()).isEmpty();
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
    assertThat(new TestRun(folder).list(text).exclude("channel_name equals \"A\"").run().text())
        .isEqualTo("#EXTM3U\n" + GOOD);
  }

  @Test
  @DisplayName("M3U-8: an #EXTINF with no address before the next one is dropped with its group; the rest stays")
  void noAddress() throws Exception {
    String text = "#EXTM3U\n" + GOOD + "#EXTVLCOPT:a=b\n#EXTINF:-1,Lost 1\n#EXTGRP:Lost\n#EXTINF:-1,Lost 2\n" + GOOD
        + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("Gut ü", "Gut ü", "Gut ü");
    assertThat(list.texts(KnownField.GROUP_TITLE)).containsOnly("");
    assertThat(list.kinds()).containsExactly(FindingKind.NO_URL, FindingKind.NO_URL);
    assertThat(list.lines(FindingKind.NO_URL)).containsExactly(5L, 7L);
    assertThat(list.report().findings().getFirst().detail()).contains("Lost 1");
    assertThat(new TestRun(folder).list(text).run().text())
        .isEqualTo("#EXTM3U\n" + GOOD + "#EXTVLCOPT:a=b\n" + GOOD + GOOD);
  }

  @Test
  @DisplayName("M3U-8: all groups that followed a dropped info line go with it, and none of them lasts")
  void noAddressManyGroups() throws Exception {
    String text = "#EXTM3U\n#EXTGRP:Lasting\n" + GOOD + "#EXTINF:-1,Lost\n#EXTGRP:Lost\n\uFEFF#EXTGRP:Lost\n" + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.texts(KnownField.GROUP_TITLE)).containsExactly("Lasting", "Lasting");
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo("#EXTM3U\n#EXTGRP:Lasting\n" + GOOD + GOOD);
  }

  @Test
  @DisplayName("M3U-8: what is found in an entry that a line was taken out of has the line it stands at")
  void linesOfRepairedEntries() throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1,Lost\n#EXTGRP:Lost\n#EXTINF:-1 no comma\n#EXTM3U\n\nhttp://h/a\nhttp://h/b\n";
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("no comma", "b");
    assertThat(list.lines(FindingKind.NO_URL)).containsExactly(2L);
    assertThat(list.lines(FindingKind.NO_COMMA)).containsExactly(4L);
    assertThat(list.lines(FindingKind.LATER_HEADER)).containsExactly(5L);
    assertThat(list.lines(FindingKind.NO_INFO)).containsExactly(8L);
    assertThat(ListReading.written(list.channels().getFirst())).isEqualTo("#EXTINF:-1 no comma\n\nhttp://h/a\n");
  }

  @Test
  @DisplayName("M3U-8: where a CR and an LF meet because the lines between them went, lines are still counted right")
  void linesOfMeetingEnds() throws Exception {
    ListReading list = ListReading.of(
        folder, "#EXTM3U\n#KODIPROP:x\r#EXTINF:-1,Lost\r\n\n#EXTINF:-1 no comma\nhttp://h/a\n");
    assertThat(list.names()).containsExactly("no comma");
    assertThat(list.lines(FindingKind.NO_URL)).containsExactly(3L);
    assertThat(list.lines(FindingKind.NO_COMMA)).containsExactly(5L);
  }

  @Test
  @Timeout(20)
  @DisplayName("M3U-8: a list of hardly anything but info lines is read in no time")
  void manyLost() throws Exception {
    ListReading list = ListReading.of(folder, "#EXTM3U\n" + "#EXTINF:-1,Lost\n#EXTGRP:Lost\n".repeat(200_000) + GOOD);
    assertThat(list.names()).containsExactly("Gut ü");
    assertThat(list.report().counts()).containsEntry(FindingKind.NO_URL, 200_000L);
  }

  @ParameterizedTest(name = "M3U-38: what cannot be seen stays, is shown, and is reported: {0}")
  @ValueSource(strings = {"N\0ul", "Be\u0007ll", "\u202Ertl", "Zero\u200E", "Iso\u2066late", "C1\u0085control"})
  void hiddenCharacters(String name) throws Exception {
    String text = "#EXTM3U\n" + GOOD + "#EXTINF:-1 tvg-id=\"n\"," + name + "\nhttp://h/n\n" + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("Gut ü", name, "Gut ü");
    assertThat(list.kinds()).containsExactly(FindingKind.CONTROL_CHARACTERS);
    assertThat(list.lines(FindingKind.CONTROL_CHARACTERS)).containsExactly(4L);
    assertThat(list.report().findings().getFirst().detail()).containsPattern("[\u2400-\u241F]|⟨U\\+[0-9a-f]{4}⟩")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
  }

  @ParameterizedTest(name = "M3U-40: a list that ends in the middle of an entry: {0}")
  @ValueSource(strings = {"#EXTINF:-1,Half", "#EXTINF:-1 tvg-id=\"ha", "#EXTINF:-1,Half\n#EXTGRP:G\n",
      "#EXTVLCOPT:a=b\n#EXTINF:-1,Half\n\n"})
  void cutOff(String half) throws Exception {
    String text = "#EXTM3U\n" + GOOD + half;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("Gut ü");
    assertThat(list.kinds()).containsExactly(FindingKind.CUT_OFF);
    assertThat(list.lines(FindingKind.CUT_OFF)).containsExactly(half.startsWith("#EXTV") ? 5L : 4L);
    TestRun.Published out = new TestRun(folder).list(text).run();
    assertThat(out.text()).isEqualTo("#EXTM3U\n" + GOOD);
    assertThat(out.report().counts()).containsEntry(FindingKind.CUT_OFF, 1L);
  }

  @Test
  @DisplayName("M3U-40: a last address with no line end is whole, and what comes behind it does not stick to it")
  void noLastLineEnd() throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1,A\nhttp://h/a";
    Channel channel = ListReading.of(folder, text).only();
    assertThat(channel.text(KnownField.STREAM_URL)).isEqualTo("http://h/a");
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
    assertThat(new TestRun(folder).list(text).list(text).run().text())
        .isEqualTo("#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n#EXTINF:-1,A\nhttp://h/a");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    var joined = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
