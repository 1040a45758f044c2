package app.lineup.m3u.scan;

import app.lineup.m3u.Lines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Makes whole lists: clean ones, and ones that a bad line, a bad copy or a bad provider has damaged.
public final class OddLists {

  private OddLists() {}

  /// Entries that are whole, with a header. One at least has what makes it a list and no sentence: an info line or an
  /// address with a scheme.
  public static Arbitrary<String> clean() {
    Arbitrary<String> header = Arbitraries.of("#EXTM3U\n", "#EXTM3U tvg-shift=\"1\" catchup=\"x\"\r\n",
        "#EXTM3U url-tvg=\"http://g/1,http://g/2\"\r");
    return Combinators.combine(header, entries().list().ofMinSize(1).ofMaxSize(12))
        .as((h, e) -> h + String.join("", e)).filter(list -> list.contains("#EXTINF") || list.contains("://"));
  }

  /// No blank lines, because those between entries are not kept.
  private static Arbitrary<String> entries() {
    return Combinators.combine(OddEntries.entryLines(), Arbitraries.of("\n", "\n", "\r\n", "\r")).as((lines, end) -> {
      List<String> whole = new ArrayList<>(lines);
      while (whole.getFirst().isBlank()) {
        whole.removeFirst();
      }
      return String.join(end, whole) + end;
    });
  }

  /// Lines of all kinds in any order, and then bytes changed at random places.
  public static Arbitrary<byte[]> damaged() {
    Arbitrary<String> parts = Arbitraries.frequencyOf(
        Tuple.of(3, OddEntries.entries()),
        Tuple.of(1, Combinators.combine(OddEntries.anyLine(), Arbitraries.of("\n", "\r\n", "\r", ""))
            .as(String::concat)));
    Arbitrary<Integer> hits = Arbitraries.frequency(Tuple.of(2, 0), Tuple.of(3, 2), Tuple.of(1, 12));
    return Combinators.combine(parts.list().ofMaxSize(14), hits, Arbitraries.longs())
        .as((list, count, seed) -> mutated(String.join("", list).getBytes(StandardCharsets.UTF_8), count,
            new Random(seed)));
  }

  private static byte[] mutated(byte[] list, int hits, Random random) {
    byte[] bytes = list;
    for (int i = 0; i < hits && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + random.nextInt(5));
      bytes = switch (random.nextInt(6)) {
        case 0 -> replaced(bytes, at, to, new byte[0]);
        case 1 -> replaced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
        case 2 -> replaced(bytes, at, to, "\r\n".getBytes(StandardCharsets.US_ASCII));
        case 3 -> replaced(bytes, at, at + 1, new byte[] {(byte) "\r\n\0\"',=#| ".charAt(random.nextInt(10))});
        case 4 -> replaced(bytes, at, to, new byte[] {(byte) 0xCF, (byte) 0xF0, (byte) 0xE8, (byte) 0xE2});
        default -> swapped(bytes, random);
      };
    }
    return bytes;
  }

  private static byte[] swapped(byte[] bytes, Random random) {
    int a = random.nextInt(bytes.length);
    int b = a + random.nextInt(bytes.length - a);
    int c = b + random.nextInt(bytes.length - b);
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, a);
    out.write(bytes, b, c - b);
    out.write(bytes, a, b - a);
    out.write(bytes, c, bytes.length - c);
    return out.toByteArray();
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
