package app.lineup.m3u.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.m3u.Inheritance;
import app.lineup.m3u.scan.Blocks;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.Origin;
import app.lineup.model.channel.WrittenEntries;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written for odd info lines when a number and an id are set: it reads back as what was set and as the old
/// name.
final class EntryWriterTest {

  private static final Origin ORIGIN = new Origin("test", "m3u", "test", "", Map.of());
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @ParameterizedTest
  @CsvSource(delimiter = '!', quoteCharacter = '~', value = {
    "#EXTINF:-1 tvg-id=,Name ! #EXTINF:-1 tvg-id=\"I\" tvg-chno=\"7\",Name",
    "#EXTINF:-1 ch-number=,Name ! #EXTINF:-1 ch-number=\"7\" tvg-id=\"I\",Name",
    "#EXTINF:-1 HD,The \"Best\" ! #EXTINF:-1 HD tvg-id=\"I\" tvg-chno=\"7\",The \"Best\"",
    "#EXTINF:-1 tvg-id='a b',Name ! #EXTINF:-1 tvg-id=\"I\" tvg-chno=\"7\",Name",
    "#EXTINF:-1 tvg-id=old,Name ! #EXTINF:-1 tvg-id=\"I\" tvg-chno=\"7\",Name",
    "#EXTINF:-1 tvg-id=\"a\" Name ! #EXTINF:-1 tvg-id=\"I\" tvg-chno=\"7\", Name",
    "#EXTINF:-1 tvg-id= ! #EXTINF:-1 tvg-id=\"I\" tvg-chno=\"7\","
  })
  void writesAnIdAndANumber(String before, String after) {
    ChannelBlock block = Blocks.of(before + "\nhttp://h/1\n", ORIGIN);
    block.set(0, KnownField.TVG_ID, "I");
    byte[] written = written(block);
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(after + "\nhttp://h/1\n");
    ChannelBlock again = Blocks.of(written, ORIGIN);
    assertThat(again.text(0, KnownField.TVG_ID)).isEqualTo("I");
    assertThat(again.text(0, KnownField.TVG_CHNO)).isEqualTo("7");
    if (block.place(0, EntryLayout.STAND_IN_FROM) < 0) {
      assertThat(again.text(0, KnownField.CHANNEL_NAME)).isEqualTo(block.text(0, KnownField.CHANNEL_NAME));
    }
  }

  @Test
  @DisplayName("M3U-4: an entry that becomes UTF-8 keeps the bytes of its address")
  void recodingLeavesTheAddressAlone() {
    ChannelBlock block = Blocks.of("#EXTINF:-1,Caf\u00e9\nhttp://h/\u00e9t\u00e9\n".getBytes(WINDOWS_1252), ORIGIN);
    block.set(0, KnownField.TVG_NAME, "Тест");
    byte[] written = written(block);
    byte[] address = "http://h/\u00e9t\u00e9\n".getBytes(WINDOWS_1252);
    assertThat(new String(written, StandardCharsets.UTF_8)).contains("Caf\u00e9").contains("Тест");
    assertThat(written).endsWith(address);
  }

  @Test
  @DisplayName("M3U-4: one broken byte does not make UTF-8 another code page")
  void brokenUtf8StaysUtf8() {
    byte[] good = "#EXTINF:-1 group-title=\"Взрослые\",Канал ".getBytes(StandardCharsets.UTF_8);
    byte[] entry = new byte[good.length + 13];
    System.arraycopy(good, 0, entry, 0, good.length);
    entry[good.length] = (byte) 0xD0;
    byte[] rest = "\nhttp://h/1\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(rest, 0, entry, good.length + 1, rest.length);
    ChannelBlock block = Blocks.of(entry, ORIGIN);
    assertThat(block.text(0, KnownField.GROUP_TITLE)).isEqualTo("Взрослые");
    block.set(0, KnownField.TVG_NAME, "Тест");
    byte[] written = written(block);
    assertThat(new String(written, StandardCharsets.UTF_8)).contains("group-title=\"Взрослые\"")
        .contains("tvg-name=\"Тест\"");
    assertThat(written).contains((byte) 0xD0, '\n');
  }

  @Test
  @DisplayName("a chunk: each entry as it is by itself, in its place, and parted where it does not end its line")
  void writesAChunk() {
    String list =
        "#EXTINF:-1,A\nhttp://h/1\n#EXTINF:-1,B\nhttp://h/2\n#EXTINF:-1,C\nhttp://h/3\n#EXTINF:-1,D\nhttp://h/4";
    List<Channel> once = new ArrayList<>(Blocks.of(list, ORIGIN).all());
    ChannelBlock block = ChannelBlock.of(Stream.of(once, once).flatMap(List::stream).toList());
    block.set(2, KnownField.CHANNEL_NAME, "New");
    block.number(6, 12, 3);
    ChannelSlice chunk = block.all().only((_, entry) -> entry != 4);
    var sink = new ByteSink(1);
    int[] ends = new int[chunk.size()];
    new EntryWriter(Inheritance.WRITTEN_OUT).write(chunk, sink, ends);
    var written = new WrittenEntries(sink.bytes(), ends, chunk.size(), () -> {});
    assertThat(new String(written.bytes(), written.from(), written.to(), StandardCharsets.UTF_8)).isEqualTo("""
        #EXTINF:-1,A
        http://h/1
        #EXTINF:-1,B
        http://h/2
        #EXTINF:-1,New
        http://h/3
        #EXTINF:-1,D
        http://h/4
        #EXTINF:-1,B
        http://h/2
        #EXTINF:-1 tvg-chno="12.3",C
        http://h/3
        #EXTINF:-1,D
        http://h/4""");
    for (int i = 0; i < written.size(); i++) {
      M3uEntry entry = written.get(i);
      assertThat(Arrays.copyOfRange(entry.bytes(), entry.from(), entry.from() + entry.length()))
          .isEqualTo(Blocks.written(block, chunk.entry(i), new EntryWriter(Inheritance.WRITTEN_OUT)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7, 0, true", "07, 7, 0, false", "'', 7, 0, false", "17, 7, 0, false", "7, 17, 0, false", "7.1, 7, 0, false",
    "7.1, 7, 1, true", "7, 7, 1, false", ".1, 7, 1, false", "7.01, 7, 1, false", "x7, 7, 0, false", "'7 ', 7, 0, false",
    "99999999.9999, 99999999, 9999, true", "1000000000, 1000000000, 0, true", "2147483647, 2147483647, 0, true"
  })
  @DisplayName("a number is told from its digits")
  void readsNumbers(String text, int major, int minor, boolean same) {
    byte[] bytes = ("1" + text + "1").getBytes(StandardCharsets.US_ASCII);
    assertThat(Decimal.is(bytes, 1, bytes.length - 1, major, minor)).isEqualTo(same);
    var sink = new ByteSink(1);
    sink.putNumber(major, minor);
    assertThat(new String(sink.bytes(), 0, sink.length(), StandardCharsets.US_ASCII).equals(text)).isEqualTo(same);
  }

  private static byte[] written(ChannelBlock block) {
    block.number(0, 7, 0);
    return Blocks.written(block, 0, new EntryWriter(Inheritance.WRITTEN_OUT));
  }
}
