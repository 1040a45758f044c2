package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.golden.TestRun;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In which order channels are published (decision 25), through the whole pipeline.
final class SortBytesTest {

  private static final Pattern NAME = Pattern.compile("#EXTINF[^,]*,(.*)");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Sky 10 | Sky 2 | Sky 2;Sky 10
      b | A | A;b
      Sky 02 | Sky 2 | Sky 02;Sky 2
      Sky 2 | Sky 02 | Sky 2;Sky 02
      Sky | Sky 1 | Sky;Sky 1
      9a | 10 | 9a;10
      Sport 1+ | Sport 1 | Sport 1;Sport 1+
      Zulu | Éire | Zulu;Éire
      éire | ÉB | ÉB;éire
      Я | а | а;Я
      ZDF | 3sat | 3sat;ZDF
      a 00000000000000000000000000000000000012 | a 9 | a 9;a 00000000000000000000000000000000000012
      Straße | STRASSE | STRASSE;Straße
      0 | 00 | 0;00
      x0 | x | x;x0
      """)
  @DisplayName("names: letters without regard to case, rows of digits as numbers")
  void names(String first, String second, String sorted) throws Exception {
    assertThat(String.join(";", sorted("name", entry(first, ""), entry(second, "")))).isEqualTo(sorted);
  }

  @Test
  @DisplayName("channels that are alike stay as they were loaded")
  void stable() throws Exception {
    assertThat(sorted("group", entry("z", "group-title=\"A\""), entry("y", "group-title=\"B\""),
        entry("x", "group-title=\"a\""), entry("w", "group-title=\"A\""))).containsExactly("z", "x", "w", "y");
  }

  @Test
  @DisplayName("channels without what is sorted by come last, in either direction")
  void absent() throws Exception {
    String[] entries = {entry("none", ""), entry("b", "group-title=\"B\""), entry("a", "group-title=\"A\"")};
    assertThat(sorted("group", entries)).containsExactly("a", "b", "none");
    assertThat(sorted("-group", entries)).containsExactly("b", "a", "none");
  }

  @Test
  @DisplayName("the second key decides where the first does not, each in its direction")
  void directions() throws Exception {
    String[] entries = {
      entry("1", "group-title=\"A\""), entry("2", "group-title=\"AB\""), entry("10", "group-title=\"A\""),
      entry("3", "group-title=\"AB\"")};
    assertThat(sorted("group,name", entries)).containsExactly("1", "10", "2", "3");
    assertThat(sorted("-group,name", entries)).containsExactly("2", "3", "1", "10");
    assertThat(sorted("group,-name", entries)).containsExactly("10", "1", "3", "2");
  }

  @Test
  @DisplayName("numbers: sub-channels stand behind their channel, what is no number comes last")
  void numbers() throws Exception {
    String[] entries = {
      entry("d", "tvg-chno=\"10.2\""), entry("x", "tvg-chno=\"none\""), entry("c", "tvg-chno=\"10.1\""),
      entry("a", "tvg-chno=\"9\""), entry("b", "tvg-chno=\"10\""), entry("e", "tvg-chno=\"99999999\"")};
    assertThat(sorted("number", entries)).containsExactly("a", "b", "c", "d", "e", "x");
    assertThat(sorted("-number", entries)).containsExactly("e", "d", "c", "b", "a", "x");
  }

  @Test
  @DisplayName("an id that stands for none is none")
  void ids() throws Exception {
    assertThat(sorted("tvg-id", entry("c", "tvg-id=\"(no tvg-id)\""), entry("b", "tvg-id=\"z.2\""),
        entry("a", "tvg-id=\"Z.1\"")))
        .containsExactly("a", "b", "c");
  }

  @Test
  @DisplayName("rules and filters come before, numbers after")
  void betweenFilteringAndNumbering() throws Exception {
    String list = "#EXTM3U\n" + entry("c", "") + entry("b", "tvg-chno=\"1\"") + entry("a", "") + entry("x", "");
    var run = new TestRun(folder).list(list).order(order("name")).exclude("channel_name equals \"x\"")
        .rule("channel_name equals \"c\" SET channel_name = \"A0\"");
    assertThat(names(run.numbering(new Numbering.From(5)).run().text())).containsExactly("a", "A0", "b");
    assertThat(run.run().text())
        .containsSubsequence("tvg-chno=\"5\"", ",a", "tvg-chno=\"6\"", ",A0", "tvg-chno=\"7\"", ",b");
    assertThat(run.keep().run().text())
        .containsSubsequence("tvg-chno=\"2\"", ",a", "tvg-chno=\"3\"", ",A0", "tvg-chno=\"1\"", ",b");
  }

  @Test
  @DisplayName("on a clash the first in the sorted order has the number")
  void clash() throws Exception {
    String list = "#EXTM3U\n" + entry("b", "tvg-chno=\"7\"") + entry("a", "tvg-chno=\"7\"");
    TestRun.Published out = new TestRun(folder).list(list).order(order("name")).keep().run();
    assertThat(out.text()).containsSubsequence("tvg-chno=\"7\"", ",a", "tvg-chno=\"1\"", ",b");
    assertThat(out.result().numberConflicts()).isEqualTo(1);
  }

  @Test
  @DisplayName("a group that lasts from a line above goes along with its channels")
  void lastingGroup() throws Exception {
    String list =
        "#EXTM3U\n#EXTGRP:News\n#EXTINF:-1,b\nhttp://h/b\n#EXTGRP:"
            + "Arts\n#EXTINF:-1,a\nhttp://h/a\n#EXTINF:-1,c\nhttp://h/c\n";
    String out = new TestRun(folder).list(list).order(order("name")).run().text();
    assertThat(out).containsSubsequence("Arts", ",a", "News", ",b", "Arts", ",c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "size", "group,", "group,group", "group,-group", "--name", "Group"})
  @DisplayName("what is no order is none")
  void none(String text) {
    assertThat(Order.parse(text)).isEmpty();
  }

  @Test
  @DisplayName("an order is read as it is written")
  void written() {
    assertThat(order("-group,name,number,tvg-id,source,-type")).hasToString("-group,name,number,tvg-id,source,-type");
  }

  private static Order order(String text) {
    return Order.parse(text).orElseThrow();
  }

  private static String entry(String name, String attributes) {
    return "#EXTINF:-1 " + attributes + "," + name + "\nhttp://h/" + Integer.toHexString(name.hashCode()) + "\n";
  }

  private List<String> sorted(String order, String... entries) throws Exception {
    String list = "#EXTM3U\n" + String.join("", entries);
    return names(new TestRun(folder).list(list).order(order(order)).run().text());
  }

  private static List<String> names(String playlist) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(playlist);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }
}
