package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.m3u.Inheritance;
import app.lineup.m3u.write.ByteSink;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.Attribute;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.NumberedSlice;
import app.lineup.model.channel.Origin;
import app.lineup.model.channel.WrittenEntries;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Random changes to random entries: whether an entry is written in a chunk, alone, or by way of a channel does not
/// show.
final class ChunkProperties {

  private static final Origin ORIGIN =
      new Origin("list", "m3u", "list.m3u", "Sticky", Map.of("catchup", "header", "tvg-shift", "3"));
  private static final List<Field> FIELDS = List.of(
      KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID, KnownField.TVG_NAME, KnownField.TVG_LOGO,
      KnownField.TVG_SHIFT, KnownField.TVG_CHNO, KnownField.STREAM_URL, new Attribute("catchup"),
      new Attribute("x-other"),
      new Attribute("never-there"));
  private static final List<String> VALUES =
      List.of("", "plain", "A, B", "say \"hi\"", "'", "a\r\nb", " x ", "体育 😀", "Спорт", "é", "x=\"y\"", "7", "10.1");

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @Label("each entry of a chunk is as it would be alone; what parts it from the next one is one line feed or nothing")
  void chunks(@ForAll("lists") byte[] list, @ForAll Inheritance inheritance, @ForAll long seed) {
    var random = new Random(seed);
    ChannelBlock block = Blocks.of(list, ORIGIN);
    for (int entry = 0; entry < block.size(); entry++) {
      change(block, entry, random);
    }
    ChannelSlice chunk = block.all().only((_, _) -> random.nextInt(5) > 0);
    var sink = new ByteSink(random.nextInt(200));
    int[] ends = new int[chunk.size()];
    var writer = new EntryWriter(inheritance);
    writer.write(chunk, sink, ends);
    var written = new WrittenEntries(sink.bytes(), ends, chunk.size(), () -> {});
    long recoded = 0;
    for (int i = 0; i < chunk.size(); i++) {
      var other = new EntryWriter(inheritance);
      byte[] alone = Blocks.written(block, chunk.entry(i), other);
      recoded += other.recoded();
      assertThat(bytes(written.get(i))).isEqualTo(alone);
      assertThat(other.write(new NumberedSlice(chunk).get(i))).isEqualTo(alone);
      boolean parted = i > 0 && written.get(i).from() > ends[i - 1];
      assertThat(parted).isEqualTo(i > 0 && !endsLine(sink.bytes()[ends[i - 1] - 1]));
    }
    assertThat(writer.recoded()).isEqualTo(recoded);
    assertThat(written.to()).isEqualTo(sink.length());
  }

  private static void change(ChannelBlock block, int entry, Random random) {
    for (int i = random.nextInt(4); i > 0; i--) {
      block.set(entry, FIELDS.get(random.nextInt(FIELDS.size())), VALUES.get(random.nextInt(VALUES.size())));
    }
    if (random.nextBoolean()) {
      var number = new ChannelNumber(List.of(7, 10, 99_999_999).get(random.nextInt(3)), random.nextInt(2));
      block.number(entry, number.major(), number.minor());
    }
  }

  private static byte[] bytes(M3uEntry entry) {
    return Arrays.copyOfRange(entry.bytes(), entry.from(), entry.from() + entry.length());
  }

  private static boolean endsLine(byte last) {
    return last == '\n' || last == '\r';
  }

  @Provide
  Arbitrary<byte[]> lists() {
    Arbitrary<Charset> charsets =
        Arbitraries.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"), Charset.forName("windows-1252"));
    Arbitrary<byte[]> whole = Combinators.combine(OddEntries.entries().list().ofMaxSize(8), charsets)
        .as((entries, charset) -> String.join("", entries).getBytes(charset));
    return Arbitraries.oneOf(OddLists.damaged(), whole);
  }
}
