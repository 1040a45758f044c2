package app.lineup.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every shape of a login is hidden (`SECRET-99`), and nothing else that tells two addresses apart.
final class SecretsTest {

  private static Stream<String> shapes() {
    return Stream.of(
        SecretShapes.entries().stream(), SecretShapes.entries().stream().map(entry -> "#EXTINF:-1,News\n" + entry),
        SecretShapes.attributes().stream().map(attribute -> "#EXTINF:-1 tvg-id=\"a\" " + attribute + ",News"),
        SecretShapes.texts().stream()).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void hidesEveryShape(String shape) {
    check(shape, "uSer77", "secretPW4");
    check(shape, "uSer77", "hunter2");
    check(shape, "MYUSER", "PASSWORD");
  }

  @Property(tries = 40)
  void hidesWhateverTheLoginIs(@ForAll("words") String user, @ForAll("words") String password) {
    // Not the same beginning: a folder that repeats the one before it is taken for a name.
    shapes().forEach(shape -> check(shape, "u" + user, "q" + password));
  }

  @Property
  void hidesKeysThatAreAPartOfThePath(@ForAll("keys") String key) {
    assertThat(Secrets.mask("http://h.example/hls/" + key + "/index.m3u8")).doesNotContain(key).contains("***");
    assertThat(Secrets.mask("#EXTINF:-1 x-ref=\"" + key + "\",News")).doesNotContain(key);
    assertThat(Secrets.mask("http://h.example/x.ts?id=" + key)).doesNotContain(key);
  }

  private static void check(String shape, String user, String password) {
    String masked = Secrets.mask(shape.replace("%U", user).replace("%P", password));
    assertThat(masked).as(shape).doesNotContain(password).doesNotContain(user).contains("***");
    assertThat(Secrets.mask(masked)).as("again: " + shape).doesNotContain(password).doesNotContain(user);
  }

  @Provide
  Arbitrary<String> words() {
    Arbitrary<String> mixed = Arbitraries.strings().withCharRange('a', 'z').withCharRange('A', 'Z')
        .withCharRange('0', '9').withChars("_-!").ofMinLength(5).ofMaxLength(14);
    return mixed.map(word -> word + "7Zk");
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.randomValue(random -> {
      String[] alphabets = {"0123456789abcdef", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"};
      String alphabet = alphabets[random.nextInt(alphabets.length)];
      var key = new StringBuilder();
      for (int i = 0; i < 32; i++) {
        key.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      return key.toString();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "UK: News HD [Not 24/7]",
    "https://logos.example/countries/uk/bbc.png",
    "https://host/playlist.m3u?type=m3u_plus&output=ts",
    "udp://@239.0.0.1:1234",
    "/home/me/lists/all.m3u",
    "C:\\lists\\a@b.m3u",
    "https://host/live/news.m3u8",
    "group_title = \"a\"",
    "NBA: Lakers @ Celtics",
    "Basic Instinct",
    "#EXTINF:-1 tvg-id=\"AtTV.th@SD\",@TV",
    "#EXTVLCOPT:http-user-agent=Mozilla/5.0 (X11; Linux)",
    "#EXTVLCOPT:network-caching=1000",
    "#KODIPROP:inputstream.adaptive.manifest_type=hls",
    "https://cdn.example/ajmantv/live/playlist.m3u8",
    "https://live.example/alarabiapublish/alarabiya.smil/playlist.m3u8",
    "https://voa.example/hls/live/2033874/tvmc06/playlist.m3u8",
    "https://cdn.example/linear/amg00488-foxdigital-livenowbyfox-lgus/playlist.m3u8",
    "http://h.example:1935/vgtrk/tomsk/russia1-hd/index.m3u8",
    "http://h.example:8001/udp/239.106.90.2:5000",
    "https://h.example/x=4/i=urn:bbc:pips:service:one/hd.mpd",
    "https://jmp2.example/stvp-GB800002OP",
    "http://h.example/list.m3u?type=m3u_plus: the server answered 404",
    "the source “News” has no entries: add one"
  })
  void leavesTheRestAlone(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {
    "http://USER:PASS@host:8080/get.php?username=USER&output=ts http://***@host:8080/get.php?username=***&output=ts",
    "http://h.example/live/bob/s3cret/77.ts http://h.example/live/***/***/77.ts",
    "http://h.example/9fK2mQp8Xz7LwVtR4sYb/a.ts?id=5 http://h.example/9fK2***4sYb/a.ts?id=5",
    "http://h.example/a.ts|User-Agent=VLC&Cookie=x http://h.example/a.ts|User-Agent=VLC&Cookie=***"
  })
  void saysWhereTheAddressLeads(String address, String shown) {
    assertThat(Secrets.mask(address)).isEqualTo(shown);
  }

  @Test
  void doesNotSwallowTheMessageBehindAnAddress() {
    assertThat(Secrets.mask("http://h/a.ts|Cookie=***: connection refused")).endsWith(": connection refused");
    assertThat(Secrets.mask("http://h/?token=*** timed out")).endsWith(" timed out");
  }

  @Test
  void tellsALoginFromWhatOnlyMayBeOne() {
    assertThat(Secrets.areIn("http://h/live/bob/s3cret/77.ts")).isTrue();
    assertThat(Secrets.areIn("http://h.example/9fK2mQp8Xz7LwVtR4sYb/a.ts")).isFalse();
  }

  @Test
  void hidesAValueByItsName() {
    assertThat(Secrets.maskValue("attr(\"user-pass\")", "bob:x")).isEqualTo("***");
    assertThat(Secrets.maskValue("stream_url", "http://bob:my pass@h/x")).isEqualTo("http://***@h/x");
    assertThat(Secrets.maskValue("group_title", "News")).isEqualTo("News");
  }
}
