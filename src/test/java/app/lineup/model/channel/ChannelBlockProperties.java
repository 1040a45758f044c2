package app.lineup.model.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.OddEntries;
import app.lineup.m3u.scan.OddLists;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Channels that are put into a block come out as they went in, and what is set in a block is what is set of a channel.
final class ChannelBlockProperties {

  private static final List<Origin> ORIGINS = List.of(
      new Origin("list", "m3u", "list.m3u", "", Map.of()),
      new Origin("other", "m3u", "other.m3u", "Sticky", Map.of("catchup", "header", "tvg-shift", "3")));
  private static final List<Attribute> ATTRIBUTES = Stream.of(
      "catchup", "x-other", "radio", "timeshift", "never-there", "x-open", "tvg-id", "tvg-chno").map(Attribute::new)
      .toList();
  private static final List<String> VALUES =
      List.of("", "plain", "A, B", "say \"hi\"", "a\r\nb", "\0", " x ", "体育 😀", "Спорт", "é", "http://h/movie/1",
          "true");

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @Label("a channel that went into a block comes out with the same bytes, places, texts and changes")
  void roundTrip(@ForAll("lists") byte[] list, @ForAll long seed) {
    var random = new Random(seed);
    List<Channel> channels = scanned(list, random);
    channels.replaceAll(channel -> changed(channel, random));
    ChannelBlock block = ChannelBlock.of(channels);
    assertThat(block.size()).isEqualTo(channels.size());
    for (int i = 0; i < channels.size(); i++) {
      same(block.channel(i), channels.get(i));
      sameTexts(block, i, channels.get(i));
    }
    // What came out goes in once more, among others of them.
    ChannelBlock again = ChannelBlock.of(block.all().only((_, entry) -> entry % 2 == 0));
    for (int i = 0; i < again.size(); i++) {
      same(again.channel(i), channels.get(2 * i));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("what is set and taken back in a block is what is set of a channel; an entry that was set last moves no other")
  void setInPlace(@ForAll("lists") byte[] list, @ForAll long seed) {
    var random = new Random(seed);
    List<Channel> channels = scanned(list, random);
    ChannelBlock block = ChannelBlock.of(channels);
    for (int i = random.nextInt(1 + 6 * channels.size()); i > 0; i--) {
      int entry = random.nextInt(channels.size());
      Field field = field(random);
      String value = VALUES.get(random.nextInt(VALUES.size()));
      block.set(entry, field, value);
      channels.set(entry, channels.get(entry).with(field, value));
    }
    for (int i = 0; i < channels.size(); i++) {
      if (random.nextInt(5) == 0) {
        unset(block, i);
        channels.set(i, channels.get(i).withChanges(Overrides.NONE));
      }
    }
    for (int i = 0; i < channels.size(); i++) {
      same(block.channel(i), channels.get(i));
      sameTexts(block, i, channels.get(i));
    }
  }

  private static void unset(ChannelBlock block, int entry) {
    Stream.of(KnownField.values()).forEach(field -> block.unset(entry, field));
    ATTRIBUTES.forEach(attribute -> block.unset(entry, attribute));
    assertThat(block.isChanged(entry)).isFalse();
  }

  private static void same(Channel channel, Channel expected) {
    assertThat(entry(channel)).isEqualTo(entry(expected));
    assertThat(places(channel)).isEqualTo(places(expected));
    assertThat(channel.origin()).isEqualTo(expected.origin());
    assertThat(channel.charset()).isEqualTo(expected.charset());
    for (Field field : fields()) {
      assertThat(channel.text(field)).as(field.ruleName()).isEqualTo(expected.text(field));
    }
    for (KnownField field : KnownField.values()) {
      assertThat(channel.changed(field)).isEqualTo(expected.changed(field));
    }
    assertThat(List.copyOf(channel.changes().attributes().entrySet()))
        .as("in the order of the first change").isEqualTo(List.copyOf(expected.changes().attributes().entrySet()));
    assertThat(channel.changes().isEmpty()).isEqualTo(expected.changes().isEmpty());
  }

  private static void sameTexts(ChannelBlock block, int entry, Channel expected) {
    for (Field field : fields()) {
      assertThat(block.text(entry, field)).as(field.ruleName()).isEqualTo(expected.text(field));
    }
    for (KnownField field : KnownField.values()) {
      boolean changed = expected.changed(field) != null;
      assertThat(block.isChanged(entry, field)).isEqualTo(changed);
      assertThat((block.changedFields(entry) & 1 << field.ordinal()) != 0).isEqualTo(changed);
    }
    List<Attribute> order = Arrays.stream(block.changedAttributes(entry)).mapToObj(block.newAttributes()::get).toList();
    assertThat(order).isEqualTo(List.copyOf(expected.changes().attributes().keySet()));
    assertThat(block.isChanged(entry)).isEqualTo(!expected.changes().isEmpty());
    assertThat(block.others(entry)).isEqualTo(expected.otherAttributes());
  }

  /// The places and flags of a channel, as if its entry stood at the start of its array.
  private static List<Integer> places(Channel channel) {
    int shift = channel.place(EntryLayout.ENTRY_FROM);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < EntryLayout.OTHERS + 4 * channel.otherAttributes(); i++) {
      int place = channel.place(i);
      boolean nameless = i >= EntryLayout.OTHERS && (i - EntryLayout.OTHERS) % 4 < 2 && keyIsEmpty(channel, i);
      places.add(i == EntryLayout.FLAGS || place < 0 || nameless ? place : place - shift);
    }
    return places;
  }

  private static boolean keyIsEmpty(Channel channel, int at) {
    int key = at - (at - EntryLayout.OTHERS) % 4;
    return channel.place(key) == channel.place(key + 1);
  }

  private static byte[] entry(Channel channel) {
    return Arrays.copyOfRange(channel.block(), channel.place(EntryLayout.ENTRY_FROM),
        channel.place(EntryLayout.ENTRY_TO));
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(List.of(KnownField.values()));
    fields.addAll(ATTRIBUTES);
    fields.addAll(List.of(DerivedField.values()));
    return fields;
  }

  private static Field field(Random random) {
    return random.nextBoolean()
        ? KnownField.values()[random.nextInt(KnownField.values().length)]
        : ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
  }

  private static Channel changed(Channel channel, Random random) {
    Channel changed = channel;
    for (int i = random.nextInt(7) - 1; i > 0; i--) {
      changed = changed.with(field(random), VALUES.get(random.nextInt(VALUES.size())));
    }
    return changed;
  }

  private static List<Channel> scanned(byte[] list, Random random) {
    List<Channel> channels = new ArrayList<>();
    for (Origin origin : ORIGINS) {
      channels.addAll(new EntryScanner(ScanLimits.DEFAULT, origin).scan(list, 0, list.length).channels());
    }
    channels.removeIf(_ -> random.nextInt(6) == 0);
    return channels;
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
