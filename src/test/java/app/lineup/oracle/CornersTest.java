package app.lineup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.oracle.RealRun.Way;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Corners that made-up lists and rules reach too seldom.
final class CornersTest {

  private static void agree(List<String> lists, Numbering numbering, String... rules) throws Exception {
    List<Rule> all = Arrays.stream(rules).map(text -> new Rule(text, true)).toList();
    var run = new PlainRun(all, List.of(), Order.AS_LOADED, numbering, SeparatorPolicy.KEEP);
    List<byte[]> bytes = lists.stream().map(list -> list.getBytes(StandardCharsets.UTF_8)).toList();
    for (Way way : List.of(Way.usual(), Way.any(new Random(1)), Way.any(new Random(2)))) {
      assertThat(Agreement.check(bytes, run, way)).isEqualTo(Agreement.Case.PUBLISHED);
    }
  }

  @Test
  void whatAnAndCaughtIsForgottenWhereItIsFalse() throws Exception {
    agree(List.of("#EXTINF:-1 tvg-id=\"i\" group-title=\"a\",Name\nu\n"), new Numbering.None(),
        "channel_name matches \"^(.)\" AND tvg_id is_empty OR group_title matches \"a\" SET tvg_name = \"<$1>\"");
  }

  @Test
  void aSubChannelLeavesItsWholeNumberFree() throws Exception {
    agree(List.of("#EXTINF:-1 tvg-chno=\"1.1\",a\nu\n#EXTINF:-1,b\nu\n#EXTINF:-1,c\nu\n"), new Numbering.Keep());
  }

  @Test
  void takingOutWhatIsNotThereChangesNoByte() throws Exception {
    String list =
        "#EXTINF:-1 tvg-id=\"i\0d\" x=\"a\0b\",N\0ame\nhttp://h/\0\n#EXTINF:-1 tvg-name=\"n\0\",\nhttp://h/2\n";
    agree(List.of(list), new Numbering.None(),
        "SET channel_name -= \"Z\", tvg_id -= \"Z\", attr(\"x\") -= \"Z\", stream_url -= \"Z\"");
    agree(List.of(list), new Numbering.Keep(), "SET channel_name -= \"a\", attr(\"x\") -= \"b\"",
        "channel_name contains \"N\" SET tvg_name = \"${channel_name}\"");
  }

  @Test
  void twoListsAreMerged() throws Exception {
    String one = """
        #EXTM3U url-tvg="g1" tvg-shift="1" catchup="x" tvg-channo="3"
        #EXTGRP:Lasting
        #EXTINF:-1 tvg-id="a",A
        http://h/1
        #EXTINF:-1 catchup="" group-title="" tvg-channo="7",B
        http://h/2""";
    String two = """
        #EXTM3U url-tvg="g2,g1"
        http://h/3
        #EXTINF:-1 tvg-id="null" tvg-name= tvg-logo="l",C
        http://h/4
        """;
    agree(List.of(one, two), new Numbering.Keep(),
        "source_name equals \"list 1\" SET group_title = \"Two\", tvg_name = \"\"");
    agree(List.of(two, one), new Numbering.From(7), "SET tvg_shift = \"\", attr(\"catchup\") ?= \"y\"");
  }
}
