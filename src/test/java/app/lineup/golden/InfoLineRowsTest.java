package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Attribute;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the catalogue of oddities about what stands in an `#EXTINF` line.
final class InfoLineRowsTest {

  @TempDir
  private Path folder;
  private ListReading list;
  private String entry;

  /// Whatever was odd, the entry is written as it stood.
  @AfterEach
  void lossless() throws Exception {
    assertThat(ListReading.written(list.only())).isEqualTo(entry);
    assertThat(new TestRun(folder).list("#EXTM3U\n" + entry).run().text()).isEqualTo("#EXTM3U\n" + entry);
  }

  @ParameterizedTest(name = "M3U-10: with no comma, the name is what follows the last attribute: {0}")
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
    "#EXTINF:-1 tvg-id=\"a\" Sky News|Sky News", "#EXTINF:-1 Sky News|Sky News", "#EXTINF:-1|last", "#EXTINF:Sky|Sky",
    "#EXTINF:-1 tvg-id=\"a, b\" group-title=News Sky|Sky",
  })
  void noComma(String info, String name) throws Exception {
    read(info);
    assertThat(list.names()).containsExactly(name);
    assertThat(list.lines(FindingKind.NO_COMMA)).containsExactly(2L);
  }

  @ParameterizedTest(name = "M3U-11: the name starts at the first comma outside quotes: {0}")
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
    "#EXTINF:-1 tvg-id=\"a\",News, Sport, Weather|News, Sport, Weather",
    "#EXTINF:-1,,Comma first|,Comma first",
    "#EXTINF:-1 \"stray, text\" tvg-id=\"a\",News, Sport|News, Sport",
    "#EXTINF:-1 ,  News , a=\"b\"  |News , a=\"b\"",
  })
  void commasInName(String info, String name) throws Exception {
    read(info);
    assertThat(list.names()).containsExactly(name);
    assertThat(list.report().findings()).isEmpty();
  }

  @ParameterizedTest(name = "M3U-12: a comma in a value is part of it: {0}")
  @ValueSource(strings = {
    "#EXTINF:-1 group-title=\"News, Sport\" tvg-logo=\"http://l/a,b.png\",Sky",
    "#EXTINF:-1 group-title='News, Sport' tvg-logo='http://l/a,b.png',Sky",
  })
  void commasInValues(String info) throws Exception {
    Channel channel = read(info);
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("News, Sport");
    assertThat(channel.text(KnownField.TVG_LOGO)).isEqualTo("http://l/a,b.png");
    assertThat(channel.text(KnownField.CHANNEL_NAME)).isEqualTo("Sky");
  }

  @ParameterizedTest(name = "M3U-13: a quote inside a value: {0}")
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
    "#EXTINF:-1 tvg-name=\"The \"A\" Team\" tvg-id=\"a\",X|The \"A\" Team|X",
    "#EXTINF:-1 tvg-id=\"a\" tvg-name=\"The \"A\" Team\",X|The \"A\" Team|X",
    "#EXTINF:-1 tvg-id=\"a\" tvg-name=\"The \"A Team\" , X|The \"A Team|X",
    "#EXTINF:-1 tvg-id=\"a\" tvg-name=\"The \"A\" Team\"|The \"A\" Team|The \"A\" Team",
    "#EXTINF:-1 tvg-name='Rock 'n' Roll' tvg-id=\"a\",X|Rock 'n' Roll|X",
    "#EXTINF:-1 tvg-name=\"\"A\" Team\"tvg-id=\"a\",X|\"A\" Team|X",
  })
  void quotesInValues(String info, String tvgName, String name) throws Exception {
    Channel channel = read(info);
    assertThat(channel.text(KnownField.TVG_NAME)).isEqualTo(tvgName);
    assertThat(channel.text(KnownField.TVG_ID)).isEqualTo("a");
    assertThat(channel.text(KnownField.CHANNEL_NAME)).isEqualTo(name);
  }

  @ParameterizedTest(name = "M3U-13: text that is glued to a value costs neither this attribute nor the next: {0}")
  @ValueSource(strings = {
    "#EXTINF:-1 tvg-id=\"a\"; tvg-name=\"n\"; group-title=\"g\",X",
    "#EXTINF:-1 tvg-id=\"a\"x tvg-name = \"n\"y group-title=\"g\"z,X",
    "#EXTINF:-1 tvg-id='a'; tvg-name='n' ; group-title='g',X",
  })
  void gluedText(String info) throws Exception {
    Channel channel = read(info);
    assertThat(channel.text(KnownField.TVG_ID)).isEqualTo("a");
    assertThat(channel.text(KnownField.TVG_NAME)).isEqualTo("n");
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("g");
    String changed = ListReading.written(channel.with(KnownField.TVG_LOGO, "l").with(KnownField.TVG_NAME, "m"));
    Channel again = ListReading.of(folder, "#EXTM3U\n" + changed).only();
    assertThat(again.text(KnownField.TVG_ID)).isEqualTo("a");
    assertThat(again.text(KnownField.TVG_NAME)).isEqualTo("m");
    assertThat(again.text(KnownField.GROUP_TITLE)).isEqualTo("g");
    assertThat(again.text(KnownField.TVG_LOGO)).isEqualTo("l");
    assertThat(again.text(KnownField.CHANNEL_NAME)).isEqualTo("X");
  }

  @ParameterizedTest(name = "M3U-14: quotes in the name are part of it: {0}")
  @ValueSource(strings = {"The \"A\" Team", "\"Quoted\"", "Rock 'n' Roll", "Kid's", "5\" Screen", "'", "\"", "key=\"x"})
  void quotesInName(String name) throws Exception {
    Channel channel = read("#EXTINF:-1 tvg-id=\"a\" group-title='g'," + name);
    assertThat(channel.text(KnownField.CHANNEL_NAME)).isEqualTo(name);
    assertThat(channel.text(KnownField.TVG_ID)).isEqualTo("a");
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("g");
  }

  @Test
  @DisplayName("M3U-15: single-quoted values and values with no quotes")
  void otherQuoting() throws Exception {
    Channel channel = read("#EXTINF:-1 tvg-id=bbc.uk tvg-name='BBC One' group-title=\"It's\" tvg-chno=7 x= y=,BBC");
    assertThat(channel.text(KnownField.TVG_ID)).isEqualTo("bbc.uk");
    assertThat(channel.text(KnownField.TVG_NAME)).isEqualTo("BBC One");
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("It's");
    assertThat(channel.text(KnownField.TVG_CHNO)).isEqualTo("7");
    assertThat(channel.text(new Attribute("x"))).isEmpty();
    assertThat(channel.writes(new Attribute("y"))).isTrue();
    assertThat(channel.text(KnownField.CHANNEL_NAME)).isEqualTo("BBC");
  }

  @ParameterizedTest(name = "M3U-16: {0}")
  @ValueSource(strings = {
    "#EXTINF:-1tvg-id=\"x\" group-title=\"g\",N", "#EXTINF:0tvg-id=x group-title=g,N",
    "#EXTINF:-1 tvg-id = \"x\" group-title= \"g\" ,N", "#EXTINF: -1  tvg-id =x\tgroup-title\t=\tg , N",
    "#EXTINF:-1.5 tvg-id=\"x\"group-title=\"g\",N", "#EXTINF:tvg-id=\"x\" group-title='g',N",
    "  #extinf:-1 tvg-id=\"x\" group-title=\"g\",N  ",
  })
  void spacing(String info) throws Exception {
    Channel channel = read(info);
    assertThat(channel.text(KnownField.TVG_ID)).isEqualTo("x");
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("g");
    assertThat(channel.text(KnownField.CHANNEL_NAME)).isEqualTo("N");
  }

  @Test
  @DisplayName("M3U-17: keys in any case are the same field, and are written back as they stood")
  void keysInAnyCase() throws Exception {
    Channel channel = read(
        "#EXTINF:-1 TVG-ID=\"i\" Tvg-Name=\"n\" tvg-LOGO=\"l\" Group-Title=\"g\" TVG-Shift=\"1\" CatchUp=\"xc\",N");
    assertThat(channel.text(KnownField.TVG_ID)).isEqualTo("i");
    assertThat(channel.text(KnownField.TVG_NAME)).isEqualTo("n");
    assertThat(channel.text(KnownField.TVG_LOGO)).isEqualTo("l");
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("g");
    assertThat(channel.text(KnownField.TVG_SHIFT)).isEqualTo("1");
    assertThat(channel.text(new Attribute("catchup"))).isEqualTo("xc");
    assertThat(ListReading.written(channel.with(KnownField.GROUP_TITLE, "new").with(new Attribute("CATCHUP"), "fs")))
        .isEqualTo(entry.replace("Group-Title=\"g\"", "Group-Title=\"new\"")
            .replace("CatchUp=\"xc\"", "CatchUp=\"fs\""));
  }

  @Test
  @DisplayName("M3U-18: of a key that is written twice the last one counts, and both stay until a rule sets the field")
  void keyTwice() throws Exception {
    Channel channel = read("#EXTINF:-1 group-title=\"a\" x=\"1\" Group-Title=\"b\" tvg-id=\"i\" X=\"2\",N");
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("b");
    assertThat(channel.text(new Attribute("x"))).isEqualTo("2");
    assertThat(list.lines(FindingKind.KEY_TWICE)).containsExactly(2L);
    assertThat(ListReading.written(channel.with(KnownField.GROUP_TITLE, "c")))
        .isEqualTo("#EXTINF:-1 x=\"1\" Group-Title=\"c\" tvg-id=\"i\" X=\"2\",N\nhttp://h/last?x\n");
    assertThat(ListReading.written(channel.with(new Attribute("x"), "3")))
        .isEqualTo("#EXTINF:-1 group-title=\"a\" Group-Title=\"b\" tvg-id=\"i\" X=\"3\",N\nhttp://h/last?x\n");
  }

  @Test
  @DisplayName("M3U-19: = and == in a value are part of it")
  void equalsSigns() throws Exception {
    Channel channel = read("#EXTINF:-1 tvg-logo=\"http://l/?a=b&c==\" tvg-id=a==b tvg-name='=' z=\"==\",N = M");
    assertThat(channel.text(KnownField.TVG_LOGO)).isEqualTo("http://l/?a=b&c==");
    assertThat(channel.text(KnownField.TVG_ID)).isEqualTo("a==b");
    assertThat(channel.text(KnownField.TVG_NAME)).isEqualTo("=");
    assertThat(channel.text(new Attribute("z"))).isEqualTo("==");
    assertThat(channel.text(KnownField.CHANNEL_NAME)).isEqualTo("N = M");
  }

  @ParameterizedTest(name = "M3U-22: an empty name is replaced for display: {0}")
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
    "#EXTINF:-1 tvg-id=\"i\" tvg-name=\"n\",|n", "#EXTINF:-1 tvg-id=\"i\" tvg-name=\"\",  |i", "#EXTINF:-1,|last",
    "#EXTINF:-1 tvg-id=\"null\",|last", "#EXTINF:-1 tvg-id=\"(no tvg-id)\",|last",
  })
  void emptyName(String info, String name) throws Exception {
    read(info);
    assertThat(list.names()).containsExactly(name);
    assertThat(list.kinds()).containsExactly(FindingKind.NO_NAME);
    assertThat(list.lines(FindingKind.NO_NAME)).containsExactly(2L);
  }

  private Channel read(String info) throws Exception {
    entry = info + "\nhttp://h/last?x\n";
    list = ListReading.of(folder, "#EXTM3U\n" + entry);
    return list.only();
  }
}
