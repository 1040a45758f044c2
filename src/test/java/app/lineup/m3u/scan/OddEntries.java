package app.lineup.m3u.scan;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Makes entries and lists that are odd in all the ways that `src/docs/oddities.md` knows, and still mean something.
public final class OddEntries {

  private OddEntries() {}

  /// A text as it may stand in a name or between double quotes.
  public static Arbitrary<String> texts() {
    Arbitrary<String> chars = Arbitraries.of(
        "a", "B", "7", " ", ".", "/", "-", "|", ";", "=", "'", "é", "ü", "Я", "體", "😀", "\t", "\u0007", "News", "#",
        "\u200E");
    return chars.list().ofMaxSize(8).map(list -> String.join("", list));
  }

  /// An attribute in any quoting, with the white space before it.
  static Arbitrary<String> attributes() {
    Arbitrary<String> key = Arbitraries.of(
        "tvg-id", "TVG-ID", "tvg-name", "tvg-logo", "tvg-shift", "group-title", "Group-Title", "tvg-chno",
        "channel-number",
        "catchup", "Catchup", "x-other", "radio", "timeshift");
    Arbitrary<String> equals = Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, Arbitraries.just("=")), net.jqwik.api.Tuple.of(1, Arbitraries.of(" = ", "= ", " =")));
    return Combinators.combine(Arbitraries.of(" ", "  ", "\t"), key, equals, values())
        .as((blank, k, e, v) -> blank + k + e + v);
  }

  private static Arbitrary<String> values() {
    Arbitrary<String> quoted = texts().map(text -> '"' + text + '"');
    Arbitrary<String> withQuotes = Arbitraries.of("\"The \"A\" Team\"", "\"say \"hi\"\"", "\"a, b\"", "\"\"",
        "'Rock 'n' Roll'");
    Arbitrary<String> single = texts().map(text -> "'" + text.replace("'", "") + "'");
    Arbitrary<String> bare = Arbitraries.of("x", "a=b", "7", "10.1", "http://l/x.png", "null", "é");
    return Arbitraries.oneOf(quoted, quoted, quoted, withQuotes, single, bare);
  }

  /// An `#EXTINF` line with no line end.
  static Arbitrary<String> infoLines() {
    Arbitrary<String> start = Arbitraries.of("#EXTINF:-1", "#EXTINF:-1", "#extinf:0", "#EXTINF:", "  #EXTINF: -1",
        "#EXTINF:-1.5");
    Arbitrary<String> attributes = attributes().list().ofMaxSize(6).map(list -> String.join("", list));
    Arbitrary<String> name = Arbitraries.oneOf(
        texts().map(text -> "," + text), texts().map(text -> "," + text),
        Arbitraries.of(",", " ,  ", ",a, \"b\", c", ",The \"A\" Team", ",'", ",News "),
        Arbitraries.of(" Name", "", " The \"A\" Team", " no comma"),
        Arbitraries.of(" tvg-name=\"open", " x-open='open, still", " tvg-id=\"",
            " group-title=\"a\" group-title=\"open"));
    return Combinators.combine(start, attributes, name).as((s, a, n) -> s + a + n);
  }

  /// An address line with no line end.
  static Arbitrary<String> addresses() {
    return Arbitraries.of(
        "http://h/a", "http://h/a/b.mkv?c=d", "  udp://@239.0.0.1:1234 ", "http://h/x|User-Agent=y&Referer=z", "a|b",
        "HTTP://h/é",
        "C:\\films\\one.ts", "http://h/Я/", "plain");
  }

  /// A line that may stand before or behind an info line.
  static Arbitrary<String> directives() {
    return Arbitraries.of("#EXTVLCOPT:a=b", "#KODIPROP:x", "# comment", "#", "", " ", "#EXTGRP:Line", "#EXTGRP: é ",
        "#extgrp:", "#EXTHTTP:{\"a\":\"b\"}");
  }

  /// The lines of a whole entry, one behind the other.
  static Arbitrary<List<String>> entryLines() {
    Arbitrary<List<String>> some = directives().list().ofMaxSize(2);
    Arbitrary<List<String>> info = infoLines().list().ofSize(1);
    Arbitrary<List<String>> perhaps = Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(7, info), net.jqwik.api.Tuple.of(1, Arbitraries.just(List.of())));
    return Combinators.combine(some, perhaps, some, addresses()).as((before, line, behind, address) -> {
      var lines = new java.util.ArrayList<>(before);
      lines.addAll(line);
      lines.addAll(behind);
      lines.add(address);
      return lines;
    });
  }

  /// An entry with its line ends.
  public static Arbitrary<String> entries() {
    return Combinators.combine(entryLines(), Arbitraries.of("\n", "\n", "\r\n", "\r"))
        .as((lines, end) -> String.join(end, lines) + end);
  }

  /// A line of any kind, for lists in which lines stand where they should not.
  public static Arbitrary<String> anyLine() {
    return Arbitraries.oneOf(
        infoLines(), addresses(), directives(),
        Arbitraries.of("#EXTM3U", "#EXTM3U tvg-shift=\"1\" catchup=\"x\"", "\uFEFF#EXTM3U", "\uFEFF#EXTINF:-1,BOM",
            "#EXTINF:-1," + "x".repeat(200)));
  }
}
