package app.lineup.entry;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Changes;
import app.lineup.model.Channel;
import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.M3uEntry;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written for odd info lines when a number and an id are set: it reads back as what was set and as the old name.
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
    Channel channel = only((before + "\nhttp://h/1\n").getBytes(StandardCharsets.UTF_8));
    byte[] written = write(channel.with(KnownField.TVG_ID, "I"));
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(after + "\nhttp://h/1\n");
    Channel again = only(written);
    assertThat(again.text(KnownField.TVG_ID)).isEqualTo("I");
    assertThat(again.text(KnownField.TVG_CHNO)).isEqualTo("7");
    if (channel.place(Places.STAND_IN_FROM) < 0) {
      assertThat(again.text(KnownField.CHANNEL_NAME)).isEqualTo(channel.text(KnownField.CHANNEL_NAME));
    }
  }

  @Test
  @DisplayName("row 4: an entry that becomes UTF-8 keeps the bytes of its address")
  void recodingLeavesTheAddressAlone() {
    Channel channel = only("#EXTINF:-1,Caf\u00e9\nhttp://h/\u00e9t\u00e9\n".getBytes(WINDOWS_1252));
    byte[] written = write(channel.with(KnownField.TVG_NAME, "Тест"));
    byte[] address = "http://h/\u00e9t\u00e9\n".getBytes(WINDOWS_1252);
    assertThat(new String(written, StandardCharsets.UTF_8)).contains("Caf\u00e9").contains("Тест");
    assertThat(written).endsWith(address);
  }

  @Test
  @DisplayName("row 4: one broken byte does not make UTF-8 another code page")
  void brokenUtf8StaysUtf8() {
    byte[] good = "#EXTINF:-1 group-title=\"Взрослые\",Канал ".getBytes(StandardCharsets.UTF_8);
    byte[] entry = new byte[good.length + 13];
    System.arraycopy(good, 0, entry, 0, good.length);
    entry[good.length] = (byte) 0xD0;
    byte[] rest = "\nhttp://h/1\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(rest, 0, entry, good.length + 1, rest.length);
    Channel channel = only(entry);
    assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("Взрослые");
    byte[] written = write(channel.with(KnownField.TVG_NAME, "Тест"));
    assertThat(new String(written, StandardCharsets.UTF_8)).contains("group-title=\"Взрослые\"").contains("tvg-name=\"Тест\"");
    assertThat(written).contains((byte) 0xD0, '\n');
  }

  @Test
  void whatNothingChangedIsAViewOfTheInput() {
    byte[] bytes = "#EXTINF:-1 tvg-chno=\"7\",Name\nhttp://h/1\n".getBytes(StandardCharsets.UTF_8);
    M3uEntry entry = new EntryWriter(Inheritance.WRITTEN_OUT).write(only(bytes), new ChannelNumber(7, 0));
    assertThat(entry.bytes()).isSameAs(bytes);
    assertThat(only(bytes).changes()).isSameAs(Changes.NONE);
  }

  private static Channel only(byte[] list) {
    return new EntryScanner(ScanLimits.DEFAULT, ORIGIN).scan(list, 0, list.length).channels().getFirst();
  }

  private static byte[] write(Channel channel) {
    M3uEntry entry = new EntryWriter(Inheritance.WRITTEN_OUT).write(channel, new ChannelNumber(7, 0));
    return Arrays.copyOfRange(entry.bytes(), entry.from(), entry.from() + entry.length());
  }
}
