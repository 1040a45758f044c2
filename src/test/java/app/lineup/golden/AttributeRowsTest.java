package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Attribute;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the catalogue of oddities about numbers, ids, separators and the directives around an entry.
final class AttributeRowsTest {

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "M3U-20: {0} is the number")
  @ValueSource(strings = {"tvg-chno", "tvg-channo", "ch-number", "channel-number", "TVG-CHNO", "Channel-Number"})
  void numberKeys(String key) throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1 tvg-id=\"a\",A\nhttp://h/a\n#EXTINF:-1 " + key
        + "=\"1\" tvg-id=\"b\",B\nhttp://h/b\n";
    ListReading list = ListReading.of(folder, text);
    assertThat(list.texts(KnownField.TVG_CHNO)).containsExactly("", "1");
    assertThat(new TestRun(folder).list(text).keep().run().text())
        .isEqualTo(text.replace("tvg-id=\"a\"", "tvg-id=\"a\" tvg-chno=\"2\""));
    assertThat(new TestRun(folder).list(text).rule("tvg_chno == \"1\" SET tvg_chno = \"5\"").run().text())
        .isEqualTo(text.replace("=\"1\"", "=\"5\""));
  }

  @Test
  @DisplayName("M3U-21: 10.1 is a sub-channel and stays 10.1")
  void subChannels() throws Exception {
    String text = """
        #EXTM3U
        #EXTINF:-1 tvg-chno="10.1",A
        http://h/a
        #EXTINF:-1 tvg-chno="10",B
        http://h/b
        #EXTINF:-1 tvg-chno="10.2",C
        http://h/c
        """;
    assertThat(ListReading.of(folder, text).texts(KnownField.TVG_CHNO)).containsExactly("10.1", "10", "10.2");
    assertThat(new TestRun(folder).list(text).keep().run().text()).isEqualTo(text);
  }

  @ParameterizedTest(name = "M3U-26: {0} belongs to the next address, before or behind the info line")
  @ValueSource(strings = {
    "#EXTVLCOPT:http-user-agent=x", "#KODIPROP:inputstream.adaptive.license_type=clearkey",
    "#EXTHTTP:{\"User-Agent\":\"x\"}",
    "#EXTSOMETHING:new", "#", "#EXTINFO:x", "#EXTM3U8-LIKE", "# comment",
  })
  void directives(String directive) throws Exception {
    String before = directive + "\n#EXTINF:-1,A\nhttp://h/a\n";
    String behind = "#EXTINF:-1,B\n" + directive + "\nhttp://h/b\n";
    ListReading list = ListReading.of(folder, "#EXTM3U\n" + before + behind);
    assertThat(list.names()).containsExactly("A", "B");
    assertThat(list.report().findings()).isEmpty();
    for (String name : new String[] {"A", "B"}) {
      String kept = new TestRun(folder).list("#EXTM3U\n" + before + behind).include("channel_name == \"" + name + "\"")
          .run().text();
      assertThat(kept).isEqualTo("#EXTM3U\n" + (name.equals("A") ? before : behind));
    }
  }

  @Test
  @DisplayName("M3U-26: lines behind the last address belong to nothing, and are reported where they begin")
  void trailingLines() throws Exception {
    ListReading list = ListReading.of(folder, "#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n\n#EXTVLCOPT:program=5\n# end\n\n");
    assertThat(list.names()).containsExactly("A");
    assertThat(list.lines(FindingKind.TRAILING_LINES)).containsExactly(5L);
    assertThat(list.report().findings().getFirst().detail()).isEqualTo("#EXTVLCOPT:program=5");
  }

  @ParameterizedTest(name = "M3U-32: {0} is kept, and rules see it")
  @ValueSource(strings = {"catchup", "catchup-type", "timeshift", "tvg-rec", "catchup-source", "catchup-days"})
  void catchUp(String key) throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1 " + key + "=\"7\" tvg-id=\"a\",A\nhttp://h/a\n#EXTINF:-1,B\nhttp://h/b\n";
    Channel channel = ListReading.of(folder, text).channels().getFirst();
    assertThat(channel.text(new Attribute(key))).isEqualTo("7");
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
    assertThat(new TestRun(folder).list(text).include("attr(\"" + key + "\") == \"7\"").rule("SET tvg_id = \"x\"").run()
        .text())
        .isEqualTo("#EXTM3U\n#EXTINF:-1 " + key + "=\"7\" tvg-id=\"x\",A\nhttp://h/a\n");
  }

  @Test
  @DisplayName("M3U-33: two entries with one tvg-id both stay")
  void sameId() throws Exception {
    String text = """
        #EXTM3U
        #EXTINF:-1 tvg-id="bbc1.uk",BBC One HD
        http://h/hd
        #EXTINF:-1 tvg-id="bbc1.uk",BBC One SD
        http://h/sd
        #EXTINF:-1 tvg-id="bbc1.uk",BBC One SD
        http://h/sd
        """;
    assertThat(ListReading.of(folder, text).names()).containsExactly("BBC One HD", "BBC One SD", "BBC One SD");
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
    assertThat(new TestRun(folder).list(text).keep().run().result().file().entries()).isEqualTo(3);
  }

  @ParameterizedTest(name = "M3U-34: {0} is no id")
  @ValueSource(strings = {"\"\"", "\"(no tvg-id)\"", "\"null\"", "'NULL'", "null", "\"(No Tvg-Id)\""})
  void noId(String value) throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1 tvg-id=" + value
        + " tvg-name=\"n\",A\nhttp://h/a\n#EXTINF:-1 tvg-id=\"i\",B\nhttp://h/b\n";
    assertThat(ListReading.of(folder, text).texts(KnownField.TVG_ID)).containsExactly("", "i");
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
    assertThat(new TestRun(folder).list(text).rule("SET tvg_id ?= \"new\"").run().text())
        .isEqualTo(text.replace("tvg-id=" + value, "tvg-id=\"new\""));
  }

  @ParameterizedTest(name = "M3U-37: separator or not: {0}")
  @CsvSource(quoteCharacter = '`', value = {
    "##### SPORTS #####, true", "-----, true", "=== UK ===, true", "▬▬▬ Kino ▬▬▬, true", "--, false", "│││││, true",
    "*** 24/7 ***, true", "BBC One, false", "-, false", "#1 Hits, false", "★ Sky ★, false", "[UK] Sky [HD], false",
    "Россия 1, false", "++ Plus, false", "!?!, true",
  })
  void separators(String name, boolean separator) throws Exception {
    String row = "#EXTINF:-1," + name + "\nhttp://h/x\n";
    String next = "#EXTINF:-1,Next\nhttp://h/n\n";
    String text = "#EXTM3U\n" + row + next;
    String numbered = row.replaceFirst(",", " tvg-chno=\"1\",");
    assertThat(new TestRun(folder).list(text).keep().run().text()).isEqualTo("#EXTM3U\n"
        + (separator ? row + next.replaceFirst(",", " tvg-chno=\"1\",") : numbered
            + next.replaceFirst(",", " tvg-chno=\"2\",")));
    assertThat(new TestRun(folder).list(text).hideSeparators().run().text())
        .isEqualTo("#EXTM3U\n" + (separator ? "" : row) + next);
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
  }
}
