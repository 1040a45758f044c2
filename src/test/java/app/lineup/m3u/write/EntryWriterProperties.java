package app.lineup.m3u.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.m3u.Inheritance;
import app.lineup.m3u.scan.Blocks;
import app.lineup.m3u.scan.OddEntries;
import app.lineup.model.Attribute;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What is written into an entry is read out of it again, and nothing else of it changes.
final class EntryWriterProperties {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list.m3u", "Sticky",
      Map.of("catchup", "header", "tvg-shift", "3"));
  private static final List<Field> FIELDS = List.of(
      KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID, KnownField.TVG_NAME, KnownField.TVG_LOGO,
      KnownField.TVG_SHIFT, KnownField.TVG_CHNO, KnownField.STREAM_URL, new Attribute("catchup"),
      new Attribute("x-other"),
      new Attribute("never-there"));

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @Label("one field set: it reads as it was set, every other field as before")
  void oneField(@ForAll("entries") String text, @ForAll("fields") Field field, @ForAll("values") String value) {
    ChannelBlock channel = scan(text);
    Assume.that(fits(field, value) && !changesNothing(field, value));
    ChannelBlock changed = scan(text);
    changed.set(0, field, value);
    ChannelBlock again = scan(written(changed));
    assertThat(reads(again, field)).as("%s in %s", field, text).isEqualTo(expected(channel, field, value));
    for (Field other : FIELDS) {
      if (!other.equals(field) && !standsFor(channel, other, field)) {
        assertThat(again.text(0, other)).as("%s after setting %s in %s", other, field, text)
            .isEqualTo(channel.text(0, other));
      }
    }
    assertThat(directives(again)).isEqualTo(directives(channel));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @Label("all fields set at once")
  void allFields(@ForAll("entries") String text, @ForAll("allValues") List<String> values) {
    ChannelBlock channel = scan(text);
    ChannelBlock changed = scan(text);
    for (int i = 0; i < FIELDS.size(); i++) {
      Assume.that(fits(FIELDS.get(i), values.get(i)));
      changed.set(0, FIELDS.get(i), values.get(i));
    }
    ChannelBlock again = scan(written(changed));
    for (int i = 0; i < FIELDS.size(); i++) {
      Field field = FIELDS.get(i);
      if (!trim(clean(values.get(i))).isEmpty()) {
        assertThat(reads(again, field)).as("%s in %s", field, text).isEqualTo(expected(channel, field, values.get(i)));
      }
    }
    assertThat(directives(again)).isEqualTo(directives(channel));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("a number is written, or not a byte where the entry has it")
  void numbers(@ForAll("entries") String text, @ForAll("numbers") ChannelNumber number) {
    ChannelBlock channel = scan(text);
    byte[] written = bytes(channel, number, Inheritance.LEFT_IN_PLACE);
    ChannelBlock again = scan(new String(written, StandardCharsets.UTF_8));
    assertThat(again.text(0, KnownField.TVG_CHNO)).isEqualTo(number.toString());
    assertThat(again.text(0, KnownField.CHANNEL_NAME)).isEqualTo(channel.text(0, KnownField.CHANNEL_NAME));
    assertThat(bytes(again, number, Inheritance.LEFT_IN_PLACE)).isEqualTo(written);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("M3U-24 and M3U-31: what an entry inherits reads the same when it stands in the entry")
  void inheritance(@ForAll("entries") String text) {
    ChannelBlock channel = scan(text);
    String written = new String(bytes(channel, null, Inheritance.WRITTEN_OUT_WITH_HEADER), StandardCharsets.UTF_8);
    ChannelBlock alone = scan(written, new Origin("", "", "", "", Map.of()));
    for (Field field : FIELDS) {
      assertThat(alone.text(0, field)).as("%s of %s", field, text).isEqualTo(channel.text(0, field));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("M3U-4: an entry in Windows-1251 stays in it, or becomes UTF-8 but for its address, and is counted")
  void oldCodePage(@ForAll("fields") Field field, @ForAll("values") String value) throws Exception {
    Charset cyrillic = Charset.forName("windows-1251");
    byte[] entry = "#EXTINF:-1 tvg-id='и' x-other=\"Кино\" group-title=\"Новости\",Первый канал\nhttp://h/п\n".getBytes(
        cyrillic);
    ChannelBlock channel = Blocks.of(entry, ORIGIN);
    assertThat(channel.is(0, EntryLayout.WINDOWS_1251)).isTrue();
    Assume.that(fits(field, value) && !changesNothing(field, value));
    var writer = new EntryWriter(Inheritance.LEFT_IN_PLACE);
    ChannelBlock changed = Blocks.of(entry, ORIGIN);
    changed.set(0, field, value);
    byte[] written = Blocks.written(changed, 0, writer);
    boolean holds = cyrillic.newEncoder().canEncode(value.replace('"', '\''));
    assertThat(writer.recoded()).isEqualTo(holds ? 0 : 1);
    String text = new String(written, holds ? cyrillic : StandardCharsets.UTF_8);
    ChannelBlock again = scan(text);
    assertThat(reads(again, field)).isEqualTo(expected(channel, field, value));
    for (Field other : FIELDS) {
      boolean addressStays = !holds && other == KnownField.STREAM_URL;
      if (!other.equals(field) && !standsFor(channel, other, field) && !addressStays) {
        assertThat(again.text(0, other)).isEqualTo(channel.text(0, other));
      }
    }
  }

  @Provide
  Arbitrary<String> entries() {
    return OddEntries.entries();
  }

  @Provide
  Arbitrary<Field> fields() {
    return Arbitraries.of(FIELDS);
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> odd = Arbitraries.of(
        "", "plain", "A, B", "say \"hi\"", "\"", "'", "a\r\nb", "a\nb\0c", " x ", "体育 😀", "Спорт", "x=\"y\"", "7",
        "http://h/new?a=b,c");
    return Arbitraries.oneOf(odd, OddEntries.texts(), Arbitraries.strings().ofMaxLength(12)
        .filter(EntryWriterProperties::isWellFormed));
  }

  @Provide
  Arbitrary<List<String>> allValues() {
    return values().list().ofSize(FIELDS.size());
  }

  @Provide
  Arbitrary<ChannelNumber> numbers() {
    return Combinators.combine(Arbitraries.of(1, 7, 10, 99_999_999), Arbitraries.of(0, 0, 1, 12))
        .as(ChannelNumber::new);
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /// An address has to be one: not blank, no directive, with no headers of its own. `null` is no id.
  private static boolean fits(Field field, String value) {
    String clean = clean(value);
    return switch (field) {
      case KnownField.STREAM_URL -> !trim(clean).isEmpty() && !trim(clean).startsWith("#") && !clean.contains("|")
          && !clean.startsWith("\uFEFF");
      case KnownField.TVG_ID -> !clean.equalsIgnoreCase("null");
      default -> true;
    };
  }

  /// A blank group goes back to the lasting one while that stands above, a blank name to its stand-in.
  private static boolean changesNothing(Field field, String value) {
    return trim(clean(value)).isEmpty() && (field == KnownField.GROUP_TITLE || field == KnownField.CHANNEL_NAME);
  }

  /// Whether `other` reads as `field` because it is a stand-in, or because its line is made of it.
  private static boolean standsFor(ChannelBlock channel, Field other, Field field) {
    boolean named = other == KnownField.CHANNEL_NAME && channel.place(0, EntryLayout.STAND_IN_FROM) >= 0;
    return named && (field == KnownField.TVG_NAME || field == KnownField.TVG_ID || field == KnownField.STREAM_URL);
  }

  private static String expected(ChannelBlock channel, Field field, String value) {
    String clean = clean(value);
    boolean ownLine = field == KnownField.GROUP_TITLE
        && channel.place(0, EntryLayout.EXTGRP_FROM) >= 0 && channel.place(0, KnownField.GROUP_TITLE.ordinal() * 2) < 0;
    boolean line = field == KnownField.CHANNEL_NAME || field == KnownField.STREAM_URL || ownLine;
    return line ? trim(clean) : clean.replace('"', '\'');
  }

  /// Blanks between an address and the bar behind it are nobody's.
  private static String reads(ChannelBlock channel, Field field) {
    String text = channel.text(0, field);
    return field == KnownField.STREAM_URL ? trim(text) : text;
  }

  private static String clean(String value) {
    return value.replaceAll("[\r\n\0]", " ");
  }

  /// What a reader of lines takes off.
  private static String trim(String text) {
    return text.replaceAll("^[ \t]+|[ \t]+$", "");
  }

  private static List<String> directives(ChannelBlock channel) {
    String entry = new String(
        channel.bytes(), channel.place(0, EntryLayout.ENTRY_FROM),
        channel.place(0, EntryLayout.ENTRY_TO) - channel.place(0, EntryLayout.ENTRY_FROM),
        StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(Arrays.asList(entry.split("[\r\n]")));
    lines.removeIf(line -> line.isBlank() || !line.strip().startsWith("#")
        || line.strip().toLowerCase(java.util.Locale.ROOT).matches("(?s)#ext(inf|grp):.*"));
    return lines;
  }

  private static ChannelBlock scan(String text) {
    return scan(text, ORIGIN);
  }

  private static ChannelBlock scan(String text, Origin origin) {
    ChannelBlock block = Blocks.of(text, origin);
    assertThat(block.size()).as(text).isEqualTo(1);
    return block;
  }

  private static String written(ChannelBlock channel) {
    return new String(bytes(channel, null, Inheritance.LEFT_IN_PLACE), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ChannelBlock channel, ChannelNumber number, Inheritance inheritance) {
    channel.number(0, number == null ? 0 : number.major(), number == null ? 0 : number.minor());
    return Blocks.written(channel, 0, new EntryWriter(inheritance));
  }
}
