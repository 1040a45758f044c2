package app.lineup.m3u.codec;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestFolder;
import app.lineup.m3u.Inheritance;
import app.lineup.m3u.scan.OddEntries;
import app.lineup.m3u.scan.OddLists;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.Attribute;
import app.lineup.model.ChannelNumber;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.Origin;
import app.lineup.problem.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A channel that was written into a block reads, and is published, as it was before.
final class ChannelCodecProperties {

  private static final List<Field> SETTABLE = Stream.concat(
      Stream.of(KnownField.values()),
      Stream.of(new Attribute("catchup"), new Attribute("x-other"), new Attribute("new"))).toList();
  private static final List<Field> FIELDS = Stream.concat(SETTABLE.stream(), Stream.of(DerivedField.values())).toList();

  private final NumberedChannelCodec codec = new NumberedChannelCodec();

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @Label("every channel of an odd list comes back from lines of JSON as it would from a block, each line an object")
  void comesBackFromLines(@ForAll("lists") byte[] list, @ForAll("values") List<String> values, @ForAll long seed)
      throws Exception {
    var lines = new JsonLines();
    List<NumberedChannel> channels = channels(list, values, new Random(seed));
    List<Channel> back = roundTrip(lines, channels.stream().map(NumberedChannel::channel).toList());
    for (int i = 0; i < channels.size(); i++) {
      NumberedChannel before = channels.get(i);
      same(new NumberedChannel(back.get(i), before.number()), before);
      same(new NumberedChannel(lines.owned(before.channel()), before.number()), before);
    }
    var out = new BlockWriter();
    channels.forEach(channel -> lines.write(channel.channel(), out));
    assertThat(lines(out)).hasSameSizeAs(channels).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Property(tries = 300)
  @Label("whatever bytes channels are sorted by come back in both forms; among lines of JSON they are a line of their "
      + "own")
  void keysComeBack(@ForAll byte[] key) {
    var channel = new Channel("http://h/a\n".getBytes(StandardCharsets.UTF_8), plain(11),
        new Origin("n", "m3u", "u", "", Map.of()));
    for (ItemCodec<Channel> form : List.of(new ChannelCodec(), new JsonLines())) {
      var out = new BlockWriter();
      form.writeKey(key, out);
      form.write(channel, out);
      form.writeKey(key, out);
      var in = new BlockReader(out.toBytes());
      assertThat(form.readKey(in)).isEqualTo(key);
      assertThat(form.read(in).origin()).isEqualTo(channel.origin());
      assertThat(form.readKey(in)).isEqualTo(key);
      assertThat(in.position()).isEqualTo(out.toBytes().length);
      if (form instanceof JsonLines) {
        assertThat(lines(out)).hasSize(3).filteredOn(line -> line.startsWith("{")).hasSize(1);
      }
    }
  }

  private static List<String> lines(BlockWriter out) {
    return new String(out.toBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()).toList();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @Label("every channel of an odd list comes back, as a view of the block and as its own")
  void comesBack(@ForAll("lists") byte[] list, @ForAll("values") List<String> values, @ForAll long seed)
      throws Exception {
    List<NumberedChannel> channels = channels(list, values, new Random(seed));
    List<NumberedChannel> back = roundTrip(codec, channels);
    for (int i = 0; i < channels.size(); i++) {
      same(back.get(i), channels.get(i));
      same(codec.owned(back.get(i)), channels.get(i));
      same(codec.owned(channels.get(i)), channels.get(i));
      Channel owned = codec.owned(back.get(i)).channel();
      assertThat(owned.block()).as("holds nothing but its own bytes").hasSize(owned.place(EntryLayout.ENTRY_TO));
      assertThat(codec.owned(new NumberedChannel(owned, null)).channel()).isSameAs(owned);
    }
  }

  private static List<NumberedChannel> channels(byte[] list, List<String> values, Random random) throws Exception {
    List<Channel> channels;
    try (var folder = new TestFolder()) {
      channels = ListReading.of(folder.path(), list).channels();
    } catch (PipelineException noPlaylist) {
      return List.of();
    }
    List<NumberedChannel> numbered = new ArrayList<>();
    for (Channel channel : channels) {
      Channel changed = channel;
      for (int left = random.nextInt(4); left > 0; left--) {
        changed = changed.with(SETTABLE.get(random.nextInt(SETTABLE.size())),
            values.get(random.nextInt(values.size())));
      }
      ChannelNumber number = random.nextBoolean()
          ? null : new ChannelNumber(1 + random.nextInt(99_999_999), random.nextInt(3));
      numbered.add(new NumberedChannel(changed, number));
    }
    return numbered;
  }

  private static <T> List<T> roundTrip(ItemCodec<T> codec, List<T> channels) {
    var out = new BlockWriter();
    channels.forEach(channel -> codec.write(channel, out));
    var in = new BlockReader(out.toBytes());
    List<T> back = channels.stream().map(_ -> codec.read(in)).toList();
    assertThat(in.position()).isEqualTo(out.toBytes().length);
    return back;
  }

  private static void same(NumberedChannel actual, NumberedChannel expected) {
    Channel channel = actual.channel();
    Channel before = expected.channel();
    assertThat(actual.number()).isEqualTo(expected.number());
    assertThat(channel.origin()).isEqualTo(before.origin());
    assertThat(List.copyOf(channel.origin().headerValues().keySet()))
        .as("in the order in which an entry is given them")
        .isEqualTo(List.copyOf(before.origin().headerValues().keySet()));
    assertThat(places(channel)).isEqualTo(places(before));
    assertThat(channel.changes().isEmpty()).isEqualTo(before.changes().isEmpty());
    assertThat(List.copyOf(channel.changes().attributes().entrySet()))
        .isEqualTo(List.copyOf(before.changes().attributes().entrySet()));
    for (KnownField field : KnownField.values()) {
      assertThat(channel.changed(field)).isEqualTo(before.changed(field));
    }
    for (Field field : FIELDS) {
      assertThat(channel.text(field)).isEqualTo(before.text(field));
    }
    for (Inheritance inheritance : Inheritance.values()) {
      assertThat(written(actual, inheritance)).isEqualTo(written(expected, inheritance));
    }
  }

  /// The places as they are where the entry begins at 0, but for attributes without a key, which stand at 0 anyway.
  private static int[] places(Channel channel) {
    int entry = channel.place(EntryLayout.ENTRY_FROM);
    return IntStream.range(0, EntryLayout.OTHERS + 4 * channel.otherAttributes())
        .map(i -> i == EntryLayout.FLAGS || channel.place(i) < entry ? channel.place(i) : channel.place(i) - entry)
        .toArray();
  }

  private static byte[] written(NumberedChannel channel, Inheritance inheritance) {
    return new EntryWriter(inheritance).write(channel);
  }

  @Example
  @Label("places that no scanner makes come back too")
  void placesOfNoScanner() {
    byte[] block = "before #EXTINF:-1,Name\nhttp://h/a\n after".getBytes(StandardCharsets.UTF_8);
    int[] places = new int[EntryLayout.OTHERS + 4];
    Arrays.fill(places, -1);
    places[EntryLayout.ENTRY_FROM] = 7;
    places[EntryLayout.ENTRY_TO] = 34;
    places[EntryLayout.EXTGRP_FROM] = 9;
    places[EntryLayout.FLAGS] = 1 << 20;
    places[EntryLayout.OTHERS] = 12;
    places[EntryLayout.OTHERS + 1] = 10;
    var channel = new NumberedChannel(new Channel(block, places, new Origin("n", "m3u", "u", "", Map.of("a", "b"))),
        null);
    Channel back = roundTrip(codec, List.of(channel, channel)).getLast().channel();
    assertThat(places(back)).isEqualTo(places(channel.channel()));
    assertThat(back.origin()).isEqualTo(channel.channel().origin());
  }

  @Example
  @Label("the origin of a thousand neighbours is written once")
  void originOnce() {
    var origin = new Origin("n".repeat(100), "m3u", "u".repeat(100), "", Map.of());
    byte[] entry = "http://h/a\n".getBytes(StandardCharsets.UTF_8);
    var channel = new NumberedChannel(new Channel(entry, plain(entry.length), origin), null);
    var out = new BlockWriter();
    IntStream.range(0, 1000).forEach(_ -> codec.write(channel, out));
    assertThat(out.toBytes()).hasSizeLessThan(1000 * (entry.length + 6) + 300);
  }

  /// The places of an entry in which nothing is found.
  private static int[] plain(int length) {
    int[] places = new int[EntryLayout.OTHERS];
    Arrays.fill(places, -1);
    places[EntryLayout.ENTRY_FROM] = 0;
    places[EntryLayout.ENTRY_TO] = length;
    places[EntryLayout.FLAGS] = EntryLayout.ASCII;
    return places;
  }

  @Provide
  Arbitrary<byte[]> lists() {
    return Arbitraries.oneOf(
        OddLists.damaged(), OddLists.clean().map(text -> text.getBytes(StandardCharsets.UTF_8)),
        OddEntries.entries().map(text -> ("#EXTM3U\n" + text).getBytes(StandardCharsets.UTF_8)));
  }

  /// Half a surrogate pair is a text too.
  @Provide
  Arbitrary<List<String>> values() {
    Arbitrary<String> odd = Arbitraries.of("", " ", "plain", "é", "Спорт", "体育 😀", "\uD83D", "a\r\nb\0c",
        "x".repeat(300));
    return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(20)).list().ofSize(6);
  }
}
