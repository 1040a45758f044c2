package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.DerivedField;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.MediaType;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the catalogue of oddities about addresses.
final class UrlRowsTest {

  private static final String GOOD = "#EXTINF:-1,Good\nhttp://h/good\n";

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "M3U-9: an address with no info line is kept and named: {0}")
  @CsvSource({
    "http://h/a/News%20One.m3u8?token=x#y, News%20One.m3u8", "http://h/live/1234.ts/, 1234.ts",
    "udp://@239.0.0.1:1234, @239.0.0.1:1234", "C:\\films\\One.mkv, One.mkv", "plain, plain",
    "http://h/x|User-Agent=y, x",
  })
  void addressOnly(String address, String name) throws Exception {
    String text = "#EXTM3U\n" + GOOD + address + "\n" + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("Good", name, "Good");
    assertThat(list.lines(FindingKind.NO_INFO)).containsExactly(4L);
    assertThat(ListReading.written(list.channels().get(1))).isEqualTo(address + "\n");
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
  }

  @Test
  @DisplayName("M3U-9: an address gets an info line as soon as something is to be written into it")
  void addressOnlyChanged() throws Exception {
    String text = "#EXTM3U\n#EXTVLCOPT:a=b\r\nhttp://h/one\r\n";
    assertThat(new TestRun(folder).list(text).rule("SET group_title = \"G\"").run().text())
        .isEqualTo("#EXTM3U\n#EXTVLCOPT:a=b\r\n#EXTINF:-1 group-title=\"G\",one\r\nhttp://h/one\r\n");
    assertThat(new TestRun(folder).list(text).rule("SET channel_name = \"One, 1\"").run().text())
        .isEqualTo("#EXTM3U\n#EXTVLCOPT:a=b\r\n#EXTINF:-1,One, 1\r\nhttp://h/one\r\n");
    assertThat(new TestRun(folder).list(text).keep().run().text())
        .isEqualTo("#EXTM3U\n#EXTVLCOPT:a=b\r\n#EXTINF:-1 tvg-chno=\"1\",one\r\nhttp://h/one\r\n");
  }

  @ParameterizedTest(name = "M3U-27: headers behind the bar are no part of the address: {0}")
  @ValueSource(strings = {"|User-Agent=y&Referer=z", "|user-agent=", "|X-Forwarded-For=1|2"})
  void headersBehindBar(String headers) throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1,A\nhttp://host/x.mp4" + headers + "\n";
    Channel channel = ListReading.of(folder, text).only();
    assertThat(channel.text(KnownField.STREAM_URL)).isEqualTo("http://host/x.mp4");
    assertThat(channel.mediaType()).isEqualTo(MediaType.MOVIE);
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
    assertThat(new TestRun(folder).list(text).rule("SET stream_url = \"http://other/y\"").run().text())
        .isEqualTo("#EXTM3U\n#EXTINF:-1,A\nhttp://other/y" + headers + "\n");
  }

  @ParameterizedTest(name = "M3U-27: a bar that no header follows is part of the address: {0}")
  @ValueSource(strings = {"http://h/a|b", "http://h/a|", "http://h/a|b c=d", "|a=b"})
  void barInAddress(String address) throws Exception {
    assertThat(ListReading.of(folder, "#EXTM3U\n#EXTINF:-1,A\n" + address + "\n").only().text(KnownField.STREAM_URL))
        .isEqualTo(address);
  }

  @ParameterizedTest(name = "M3U-28: kept as it is: {0}")
  @ValueSource(strings = {
    "rtmp://h/app playpath=x swfUrl=http://h/y live=1", "rtsp://h:554/s", "rtp://@239.0.0.1:5000",
    "udp://@239.0.0.1:1234",
    "mms://h/x", "srt://h:9000?mode=caller", "plugin://plugin.video.x/?a=b", "/srv/films/one.ts", "..\\films\\one.ts",
    "C:\\Films\\Ein Film.ts", "HTTP://HOST/X", "http://user:pass@h/x", "http://[::1]:80/x", "file:///x y", "x",
  })
  void addresses(String address) throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1 tvg-id=\"a\",A\n \t" + address + " \n";
    ListReading list = ListReading.of(folder, text);
    assertThat(list.only().text(KnownField.STREAM_URL)).isEqualTo(address);
    assertThat(list.report().findings()).isEmpty();
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
  }

  @Test
  @DisplayName("M3U-29: addresses of 3,000 characters and lines of 60,000 are accepted")
  void longLines() throws Exception {
    String url = "http://h/" + "u".repeat(3_000);
    String logo = "http://l/" + "l".repeat(60_000);
    String text = "#EXTM3U\n#EXTINF:-1 tvg-logo=\"" + logo + "\",A\n" + url + "\n" + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("A", "Good");
    assertThat(list.channels().getFirst().text(KnownField.TVG_LOGO)).isEqualTo(logo);
    assertThat(list.channels().getFirst().text(KnownField.STREAM_URL)).isEqualTo(url);
    assertThat(list.report().findings()).isEmpty();
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo(text);
  }

  @ParameterizedTest(name = "M3U-29: a line past the limit costs its entry and no other: {0}")
  @CsvSource(quoteCharacter = '`', value = {
    "`#EXTINF:-1,Bad %s\n#EXTGRP:Bad\nhttp://h/bad\n`, 4", "`#EXTINF:-1,Bad\n#EXTGRP:Bad\nhttp://h/%s\n`, 6",
    "`#EXTINF:-1,Bad\n#EXTVLCOPT:%s\n#EXTGRP:Bad\nhttp://h/bad\n`, 5", "`http://h/%s\n`, 4", "`#EXTINF:-1,Bad %s\n`, 4",
  })
  void tooLongLines(String bad, long line) throws Exception {
    String text = "#EXTM3U\n" + GOOD + bad.formatted("x".repeat(300_000)) + GOOD + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.names()).containsExactly("Good", "Good", "Good");
    assertThat(list.texts(KnownField.GROUP_TITLE)).containsOnly("");
    assertThat(list.kinds()).containsExactly(FindingKind.LINE_TOO_LONG);
    assertThat(list.lines(FindingKind.LINE_TOO_LONG)).containsExactly(line);
    assertThat(new TestRun(folder).list(text).run().text()).isEqualTo("#EXTM3U\n" + GOOD + GOOD + GOOD);
  }

  @ParameterizedTest(name = "M3U-35: media type of {0} {1}: {2}")
  @CsvSource({
    "http://h/live/u/p/1.ts,, live", "http://h/movie/u/p/1.ts,, movie", "http://h/series/u/p/1.mp4,, series",
    "http://h/x/Film.MP4?t=1,, movie", "http://h/x/film.mkv,, movie", "http://h/a.mp4/live.ts,, live",
    "http://h/x, radio=\"true\", radio", "http://h/movie/1.mp4, radio=\"TRUE\", radio",
    "http://h/x, radio=\"false\", live",
    "http://h/x, radio=1, radio",
  })
  void mediaTypes(String address, String attribute, String type) throws Exception {
    String text = "#EXTM3U\n#EXTINF:-1 " + (attribute == null ? "" : attribute) + ",A\n" + address + "\n" + GOOD;
    ListReading list = ListReading.of(folder, text);
    assertThat(list.channels().getFirst().text(DerivedField.MEDIA_TYPE)).isEqualTo(type);
    String kept = new TestRun(folder).list(text).include("media_type equals \"" + type + "\"").run().text();
    assertThat(kept).startsWith(text.substring(0, text.indexOf(GOOD)));
  }
}
