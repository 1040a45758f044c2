package app.lineup.oracle;

import app.lineup.m3u.scan.OddLists;
import app.lineup.rule.RuleGrammar;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Makes up lists in raw form: odd ones, damaged ones, and regular ones whose texts are those that made-up rules look
/// for. Thread-safe: no state.
final class RandomLists {

  private static final List<String> CHARSETS = List.of("UTF-8", "UTF-8", "UTF-8", "windows-1252", "windows-1251");

  private static final List<String> VALUES = List.of(
      "", " x-tvg-url=\"http://g/1\" ch-number=\"9\" tvg-shift=\"2\" catchup='é' tvg-logo=",
      " tvg-chno=\"1\" group-title=\"G\" radio=true catchup=\"\"");
  private static final List<String> KEYS = List.of(
      "tvg-id", "tvg-name", "x-y", "tvg-logo", "group-title", "tvg-chno", "radio", "catchup", "group-title",
      "ch-number");

  private RandomLists() {}

  static Arbitrary<String> any() {
    return Arbitraries.oneOf(
        OddLists.damaged().map(PlainBytes::of),
        OddLists.clean().map(text -> PlainBytes.encoded(text, StandardCharsets.UTF_8)),
        Arbitraries.longs().map(seed -> regular(new Random(seed), 12)));
  }

  /// A list of up to so many entries as most providers write them.
  static String regular(Random random, int most) {
    var list = new StringBuilder();
    var grammar = new RuleGrammar(random);
    if (random.nextInt(4) > 0) {
      list.append("#EXTM3U").append(VALUES.get(random.nextInt(VALUES.size()))).append('\n');
    }
    Charset charset = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      list.append(random.nextInt(9) == 0 ? "#EXTGRP:" + grammar.text(2) + end : "")
          .append("#EXTINF:-1").append(attributes(random, grammar)).append(',')
          .append(random.nextInt(12) == 0 ? "#### " + grammar.text(1) + " ####" : grammar.text(random.nextInt(5)))
          .append(end)
          .append(random.nextInt(9) == 0 ? "#EXTGRP:" + grammar.text(2) + end : "")
          .append(random.nextInt(9) == 0 ? "#EXTVLCOPT:network-caching=1000" + end : "")
          .append("http://a.example/").append(List.of("", "", "movie/", "series/").get(random.nextInt(4)))
          .append(i).append(random.nextInt(4) == 0 ? ".mkv" : ".ts").append(end);
    }
    String raw = PlainBytes.encoded(list.toString(), charset);
    // Bytes that the old code pages leave undefined.
    boolean undefined = !charset.equals(StandardCharsets.UTF_8) && random.nextBoolean();
    return undefined ? raw.replace("News", "\u0081\u0098News") : raw;
  }

  private static String attributes(Random random, RuleGrammar grammar) {
    var attributes = new StringBuilder();
    for (String key : KEYS) {
      boolean rare = key.equals("radio") || key.equals("catchup") || key.equals("ch-number");
      if (random.nextInt(10) < (rare ? 1 : 6)) {
        String value = key.equals("tvg-chno")
            ? random.nextInt(12) + (random.nextInt(5) == 0 ? ".1" : "")
            : rare ? "true" : random.nextInt(8) == 0 ? "a; News" : grammar.text(random.nextInt(4));
        attributes.append(random.nextInt(20) == 0 ? "" : " ").append(key).append("=\"").append(value).append('"');
      }
    }
    return attributes.toString();
  }
}
