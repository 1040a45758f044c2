package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.Origin;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/// Looking for numbers' keys alone finds the entries that reading each line finds, where no lasting group changes.
final class ScanNumbersProperties {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list.m3u", "", Map.of("tvg-shift", "3"));

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  @Label("the entries that have a number say the same, and come in the same order")
  void sameEntries(@ForAll("lists") byte[] list, @ForAll @IntRange(min = 40, max = 160) int limit) {
    var limits = new ScanLimits(limit);
    Assume.that(!new LastingGroup(limits).follow(list, 0, list.length));
    var quick = new EntryScanner(limits, ORIGIN, ScanFilter.MAY_HAVE_NUMBER);
    var full = new EntryScanner(limits, ORIGIN, ScanFilter.MAY_HAVE_NUMBER);
    for (String group : List.of("", "Lasts")) {
      List<String> expected = numbered(full.scan(block(list), 0, list.length, group));
      assertThat(numbered(quick.scanNumbers(block(list), 0, list.length, group))).isEqualTo(expected);
      assertThat(numbered(new EntryScanner(limits, ORIGIN).scan(block(list), 0, list.length, group)))
          .isEqualTo(expected);
    }
  }

  @Example
  @Label("a comment in another charset counts for the entry that it stands in front of")
  void commentBefore() {
    byte[] list = joined(
        List.of("http://h/a", "# Привет, мир", "#EXTINF:-1 tvg-chno=\"7\",É", "http://h/b"), "\n",
        List.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"), StandardCharsets.UTF_8,
            StandardCharsets.UTF_8));
    sameEntries(list, 160);
  }

  private static ChannelBlock block(byte[] list) {
    var block = new ChannelBlock();
    block.begin(list.clone(), list.length);
    return block;
  }

  private static List<String> numbered(ScannedBlock scanned) {
    List<String> said = new ArrayList<>();
    for (Channel channel : scanned.channels()) {
      if (!channel.text(KnownField.TVG_CHNO).isEmpty()) {
        var texts = new StringBuilder();
        for (KnownField field : KnownField.values()) {
          texts.append(field.ruleName()).append('=').append(channel.text(field)).append(' ');
        }
        said.add(texts + channel.mediaType().ruleName());
      }
    }
    return said;
  }

  @Provide
  Arbitrary<byte[]> lists() {
    Arbitrary<String> numbers = Arbitraries.of(
        "#EXTINF:-1 tvg-chno=\"7\",A", "#EXTINF:-1 TVG-CHNO = 7,B", "#EXTINF:-1 channel-number\t='8',C é",
        "#EXTINF:-1 ch-number=9",
        "#EXTINF:-1 tvg-channo=\"10.1\" tvg-chno=\"\",Спорт", "#EXTINF:-1 x-no=\"1\",D",
        "#EXTINF:-1 name=\"tvg-chno=1\",E",
        "# tvg-chno=\"7\"", "#EXTVLCOPT:tvg-chno=7", "http://h/?tvg-chno=7", "\uFEFF#EXTINF:-1 tvg-chno=\"7\",F",
        "#EXTM3U tvg-chno=\"7\"",
        "#EXTINF:-1 tvg-chno=\"7\"," + "x".repeat(170), "# tvg-chno=" + "x".repeat(170), "#EXTINF:-1,tvg-chno=\"5\"");
    Arbitrary<String> others = Arbitraries.of(
        "#EXTINF:-1,No", "#EXTINF:-1 tvg-id=\"x\",Нет", "http://h/a", "http://h/b", "http://h/é", "# Привет, мир",
        "# é", "#KODIPROP:a=b",
        "", " ", "#EXTINF:-1," + "x".repeat(170), "http://h/" + "x".repeat(170));
    Arbitrary<String> line = Arbitraries.frequencyOf(
        Tuple.of(3, numbers), Tuple.of(4, others),
        Tuple.of(1, OddEntries.anyLine().map(ScanNumbersProperties::withoutGroup)));
    Arbitrary<Charset> charsets = Arbitraries.of(
        StandardCharsets.UTF_8, StandardCharsets.UTF_8, Charset.forName("windows-1251"),
        Charset.forName("windows-1252"));
    Arbitrary<byte[]> lines = Combinators.combine(line.list().ofMaxSize(14), Arbitraries.of("\n", "\n", "\r\n", "\r"),
        charsets.list().ofSize(14))
        .as(ScanNumbersProperties::joined);
    Arbitrary<byte[]> damaged = OddLists.damaged().map(list ->
        withoutGroup(new String(list, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
    return Arbitraries.frequencyOf(Tuple.of(3, lines), Tuple.of(2, damaged));
  }

  /// Each line in a charset of its own.
  private static byte[] joined(List<String> lines, String end, List<Charset> charsets) {
    var list = new ByteArrayOutputStream();
    for (int i = 0; i < lines.size(); i++) {
      list.writeBytes((lines.get(i) + end).getBytes(charsets.get(i)));
    }
    return list.toByteArray();
  }

  private static String withoutGroup(String text) {
    return text.replaceAll("(?i)#extgrp:", "#EXTVLC:");
  }
}
