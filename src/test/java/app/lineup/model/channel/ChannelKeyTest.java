package app.lineup.model.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.golden.ListReading;
import app.lineup.model.KnownField;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By what a channel is known again (decision 32, `XTREAM-48`).
final class ChannelKeyTest {

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
      "http://h:8080/live/joe/pw/1234.ts, live:1234",
      "http://h:8080/live/joe/pw/1234.m3u8, live:1234",
      "http://h:8080/live/joe/pw/1234, live:1234",
      "http://h:8080/joe/pw/1234, live:1234",
      "http://h:8080/joe/pw/1234.ts, live:1234",
      "https://moved.example/LIVE/other/secret/1234.ts, live:1234",
      "http://h/panel/live/joe/pw/1234.ts, live:1234",
      "http://joe:pw@h/live/joe/pw/1234.ts?token=abc, live:1234",
      "http://h/movie/joe/pw/77.mkv, movie:77",
      "http://h/series/joe/pw/77.mp4, series:77",
      "http://h/live/joe/pw/0012.ts, live:0012",
      "http://h//joe/pw/12.ts, live:12",
      "http://h//live//joe/pw/12.ts, live:12",
  })
  @DisplayName(
      "an address of an Xtream panel: the kind and the stream's id, whatever host, user, password and container")
  void xtream(String address, String key) throws Exception {
    assertThat(key("tvg-id=\"any\"", "Any", address)).isEqualTo(key);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
      "http://h/hls/one/index.m3u8, path:/hls/one/index.m3u8",
      "https://other:99/hls/one/index.m3u8, path:/hls/one/index.m3u8",
      "http://h/joe/pw/77.mkv, 'name:/***/***/77.mkv\nthe one'",
      "http://h/live/joe/pw/sport-one.m3u8, 'name:/live/***/***/sport-one.m3u8\nthe one'",
      "http://h/joe/pw/1234567890123456.ts, 'name:/***/***/1234567890123456.ts\nthe one'",
      "http://h/one.ts#fragment, path:/one.ts",
      "http://h/play.php?id=12&token=s3cret, path:/play.php&id=12",
      "http://h/play.php?user=joe&password=pw&Channel=one, path:/play.php&Channel=one",
      "http://h/play.php?x=s3cret, 'name:/play.php\nthe one'",
      "http://h/, 'name:/\nthe one'",
      "http://h, 'name:\nthe one'",
      "udp://@239.0.0.1:1234, path:239.0.0.1:1234",
      "rtp://joe:pw@239.0.0.1:1234, path:239.0.0.1:1234",
      "http://box/udp/239.0.0.1:1234, path:/udp/239.0.0.1:1234",
      "rtsp://joe:pw@cam/stream1, path:/stream1",
      "videos/one.ts, path:videos/one.ts",
  })
  @DisplayName(
      "without a tvg-id: the path, without host, user, password; the name beside it where that says too little")
  void path(String address, String key) throws Exception {
    assertThat(key("", "The One!", address)).isEqualTo(key);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = ';', value = {
      "BBC One HD; bbc one hd",
      "  bbc  ONE - HD ; bbc one hd",
      "BBC One ᴴᴰ; bbc one hd",
      "BBC One SD; bbc one sd",
      "UK| BBC One; uk bbc one",
      "BBC One +1; bbc one +1",
      "ČT ①; čt 1",
      "МАТЧ! ТВ; матч тв",
      "+++; +++",
      "---; ---",
  })
  @DisplayName("with a tvg-id: the id and the name, which is the same however it is spelt, tags of quality among it")
  void idAndName(String name, String normalised) throws Exception {
    assertThat(key("tvg-id=\" BBC1.uk \"", name, "http://h/any/" + name.length()))
        .isEqualTo("id:bbc1.uk\n" + normalised);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "http://h/live/joe/s3cret/1.ts", "http://h/joe/s3cret/1", "http://joe:s3cret@h/a",
      "http://h/a?password=s3cret&id=1",
      "http://h/a?x=s3cret", "http://h/movie/joe/s3cret/a.mkv", "udp://joe:s3cret@239.0.0.1:1",
      "http://h/x/joe/s3cret/5.ts",
      "rtsp://joe:s3cret@h", "http://h/timeshift/joe/s3cret/60/2024-01-01/1.ts", "http://h/a?id=1;token=s3cret",
      "http://h//joe//s3cret/5.mkv", "http://h//live/joe//s3cret/a.ts"})
  @DisplayName("a key never holds a credential")
  void noCredentials(String address) throws Exception {
    assertThat(key("", "One", address)).doesNotContain("s3cret").doesNotContain("joe");
  }

  @Test
  @DisplayName("what rules do to a channel does not change its key")
  void beforeRules() throws Exception {
    Channel channel = channel("tvg-id=\"one\"", "One", "http://h/one");
    assertThat(ChannelKey.of(channel.with(KnownField.CHANNEL_NAME, "Two").with(KnownField.TVG_ID, "")
        .with(KnownField.STREAM_URL, "http://h/live/a/b/1.ts"))).isEqualTo(ChannelKey.of(channel));
  }

  @Test
  @DisplayName("hashes differ by key, scope and ordinal, and are the same in every run")
  void hashes() {
    Set<Long> all = new HashSet<>();
    for (String text : List.of("live:1", "live:2", "movie:1", "")) {
      for (int scope = 0; scope < 20; scope++) {
        for (int ordinal = 0; ordinal < 200; ordinal++) {
          all.add(new ChannelKey(text).hash(scope, ordinal));
        }
      }
    }
    assertThat(all).hasSize(4 * 20 * 200);
    assertThat(new ChannelKey("live:1").hash(1, 0)).isEqualTo(new ChannelKey("live:" + 1).hash(1, 0));
  }

  private String key(String attributes, String name, String address) throws Exception {
    return ChannelKey.of(channel(attributes, name, address)).text();
  }

  private Channel channel(String attributes, String name, String address) throws Exception {
    String list = "#EXTM3U\n#EXTINF:-1 " + attributes + "," + name + "\n" + address + "\n";
    return ListReading.of(folder, list.getBytes(StandardCharsets.UTF_8)).channels().getFirst();
  }
}
