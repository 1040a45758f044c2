package app.lineup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Filter;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The oracle itself, held against what is written out here by hand.
final class PlainRunTest {

  private static final Filter NOTHING = new Filter(Filter.Mode.EXCLUDE, "channel_name equals \"nobody\"", true);

  private static String published(List<String> lists, List<Filter> filters, Numbering numbering, String... rules) {
    return new String(bytes(lists, StandardCharsets.UTF_8, filters, numbering, rules), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(
      List<String> lists, Charset charset, List<Filter> filters, Numbering numbering, String... rules) {
    List<PlainSource> sources = new ArrayList<>();
    lists.forEach(list -> sources.add(new PlainSource("list " + sources.size(), "x.m3u", list.getBytes(charset))));
    List<Rule> all = Stream.of(rules).map(text -> new Rule(text, true)).toList();
    var run = new PlainRun(all, filters, Order.AS_LOADED, numbering, SeparatorPolicy.KEEP);
    return run.published(sources).orElseThrow();
  }

  private static String mapped(String list, String... rules) {
    return published(List.of(list), List.of(), new Numbering.None(), rules);
  }

  @Test
  void whatNothingChangesStaysAsItIs() {
    String list = """
        #EXTM3U x='y'
        # note
        #EXTINF:-1tvg-id="a"b"  x = 1 , N, 1

        #EXTGRP: G\s
        http://h/a|X-y=1
        """.replace("\n", "\r\n");
    assertThat(mapped(list)).isEqualTo(list);
    assertThat(mapped(list, "SET tvg_id = \"a\\\"b\", channel_name = \"N, 1\", attr(\"x\") = \"1\"")).isEqualTo(list);
  }

  @Test
  void marksLaterHeadersAndWhatHasNoAddressGo() {
    assertThat(mapped("""
        \uFEFF
        #EXTM3U
        #EXTINF:0,a
        #EXTGRP:a
        #KODIPROP:x
        \uFEFF#EXTM3U b=c
        #EXTINF:0,b
        u
        #EXTINF:0,c
        """)).isEqualTo("""
        #EXTM3U
        #KODIPROP:x
        #EXTINF:0,b
        u
        """);
  }

  @Test
  void changesAreWrittenInPlaceAndNewAttributesBeforeTheComma() {
    assertThat(mapped("""
        #EXTINF:-1 TVG-ID='a' x=1 tvg-id=b,N
        u|A=b
        """,
        "SET tvg_id = \"say \\\"c\\\"\", tvg_logo = \"l\", channel_name = \"M\"",
        "SET attr(\"x\") += \"2\", stream_url = \"v\"")).isEqualTo("""
        #EXTM3U
        #EXTINF:-1 x="12" tvg-id="say 'c'" tvg-logo="l",M
        v|A=b
        """);
  }

  @Test
  void anEntryWithoutInfoLineOrCommaGetsThem() {
    assertThat(mapped("http://h/a.ts\r\n#EXTINF:-1 tvg-id=\"a\r\nb", "SET tvg_chno = \"7\"")).isEqualTo(
        "#EXTM3U\n#EXTINF:-1 tvg-chno=\"7\",a.ts\r\nhttp://h/a.ts\r\n#EXTINF:-1 tvg-id=\"a\" tvg-chno=\"7\",\r\nb");
    assertThat(mapped("#EXTINF:-1 tvg-id=\"a\nb", "SET channel_name += \"!\"")).endsWith("tvg-id=\"a\",a!\nb");
  }

  @Test
  void aLastingGroupIsWrittenOutOnceNeighboursMayGo() {
    String list = """
        #EXTM3U
        #EXTGRP:G
        #EXTINF:-1,a
        u
        #EXTINF:-1 group-title="H",b
        v
        """;
    assertThat(mapped(list, "SET tvg_id = \"\"")).isEqualTo(list);
    assertThat(published(List.of(list), List.of(NOTHING), new Numbering.None())).isEqualTo("""
        #EXTM3U
        #EXTINF:-1 group-title="G",a
        u
        #EXTINF:-1 group-title="H",b
        v
        """);
  }

  @Test
  void theHeaderIsWrittenOutWhereListsAreMerged() {
    String one = "#EXTM3U url-tvg=\"g1, g2\" catchup=\"c\" tvg-shift=2\n#EXTINF:-1 catchup=\"\",a\nu";
    String two = "#EXTM3U x-tvg-url=\"g2\"\n#EXTINF:-1 tvg-chno=\"4\",b\nv\n";
    assertThat(published(List.of(one, two), List.of(), new Numbering.Keep())).isEqualTo("""
        #EXTM3U x-tvg-url="g1,g2"
        #EXTINF:-1 catchup="" tvg-chno="1" tvg-shift="2",a
        u
        #EXTINF:-1 tvg-chno="4",b
        v
        """);
  }

  @Test
  void aCodePageStaysWhereItHoldsTheNewText() {
    Charset western = Charset.forName("windows-1252");
    List<String> list = List.of("#EXTM3U\n#EXTINF:-1,café\nhttp://h/é\n");
    assertThat(bytes(list, western, List.of(), new Numbering.None(), "SET tvg_id = \"ü\""))
        .isEqualTo("#EXTM3U\n#EXTINF:-1 tvg-id=\"ü\",café\nhttp://h/é\n".getBytes(western));
    String turned = PlainBytes.encoded("#EXTM3U\n#EXTINF:-1 tvg-id=\"я\",café\n", StandardCharsets.UTF_8);
    assertThat(PlainBytes.of(bytes(list, western, List.of(), new Numbering.None(), "SET tvg_id = \"я\"")))
        .isEqualTo(turned + "http://h/é\n");
  }

  @Test
  void rulesSeeWhatEarlierOnesDidAndTextsWhatWasBefore() {
    assertThat(mapped("""
        #EXTINF:-1 group-title="A; Éb",n
        http://h/movie/1
        """,
        "group_title ignore_accents matches \"^(e)(b)$\" SET channel_name = \"$1-$2\", tvg_name = \"${channel_name}\"",
        "media_type equals \"movie\" SET stream_url = \"x\", tvg_id = \"${media_type}\"",
        "media_type equals \"live\" AND NOT (tvg_name != \"N\") SET tvg_logo = \"l\"")).isEqualTo("""
        #EXTM3U
        #EXTINF:-1 group-title="A; Éb" tvg-id="movie" tvg-name="n" tvg-logo="l",É-b
        x
        """);
  }

  @Test
  void ownNumbersAreKeptAndTheLowestFreeOnesGiven() {
    assertThat(published(List.of("""
        #EXTINF:-1 ch-number=2,a
        u
        #EXTINF:-1,b
        u
        #EXTINF:-1 tvg-chno="2",c
        u
        #EXTINF:-1,## x ##
        u
        #EXTINF:-1 tvg-chno="10.1",d
        u
        """), List.of(), new Numbering.Keep())).isEqualTo("""
        #EXTM3U
        #EXTINF:-1 ch-number=2,a
        u
        #EXTINF:-1 tvg-chno="1",b
        u
        #EXTINF:-1 tvg-chno="3",c
        u
        #EXTINF:-1,## x ##
        u
        #EXTINF:-1 tvg-chno="10.1",d
        u
        """);
  }
}
