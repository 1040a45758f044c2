package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentCheckTest {

  private static final String URL = "http://host/get.php?password=***";

  @ParameterizedTest(name = "M3U-6: refused as a page: {0}")
  @ValueSource(strings = {
    "<!DOCTYPE html>\n<html><body>Blocked</body></html>",
    "\n\n  <HTML lang=en><p>no</p>",
    "<head><title>403</title></head>",
    "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html xmlns='x'/>",
    "<!-- cached -->\n<html></html>",
    "<br />\n<b>Fatal error</b>: out of memory",
    "\uFEFF<html></html>",
    "<html><textarea>\n#EXTM3U\n#EXTINF:-1,A\nhttp://h/1\n</textarea></html>",
  })
  void refusesPages(String text) {
    PipelineException refusal = refusal(text, URL);
    assertThat(refusal.what()).startsWith("answered with an HTML page instead of a playlist: «<");
    assertThat(refusal.kind()).isEqualTo(Kind.EXTERNAL);
    assertThat(refusal.subject()).isEqualTo(URL);
  }

  @Test
  @DisplayName("M3U-6: the quote is one short line with nothing hidden in it and no login")
  void quotes() {
    String text = "<html>\r\n\t<b>a\u0000b\u202Ec</b> http://h/live/joe/s3cret/1.ts?password=s3cret " + "x".repeat(200);
    assertThat(quote(text))
        .startsWith("<html> <b>a␀bU+202Ec</b> http://h/live/***/***/1.ts?password=*** xxx")
        .endsWith("x…")
        .hasSize(80);
  }

  @Test
  @DisplayName("M3U-6: a login at the place where the quote is cut stays hidden")
  void quotesNoHalfLogin() {
    for (int filler = 0; filler < 100; filler++) {
      assertThat(quote("<html>" + "x".repeat(filler) + " http://h/u5er/s3cret/12 ")).doesNotContain("s3c", "u5e");
    }
  }

  @Test
  @DisplayName("M3U-6: a quote is not cut inside a character")
  void quotesWholeCharacters() {
    assertThat(quote("<html> " + "😀".repeat(50))).endsWith("😀…").hasSizeLessThanOrEqualTo(80);
    assertThat(quote("<html>" + "😀".repeat(50))).endsWith("😀…").hasSizeLessThanOrEqualTo(80);
  }

  private static String quote(String text) {
    String what = refusal(text, URL).what();
    return what.substring(what.indexOf('«') + 1, what.indexOf('»'));
  }

  @ParameterizedTest(name = "M3U-6: refused as JSON: {0}")
  @ValueSource(strings = {"{\"error\": 1}", "[]", "{}", " [ {\"a\":1}]", "[\"x\"]", "{ \"error\" : \"#EXTINF\" }"})
  void refusesJson(String text) {
    assertThat(refusal(text, URL).what())
        .startsWith("answered with JSON, an answer for programs, instead of a playlist: «");
  }

  @Test
  @DisplayName("M3U-6: the login that an Xtream answer begins with is not quoted")
  void hidesJsonLogins() {
    String quote = quote("{\"user_info\":{\"username\":\"u5er\",\"password\":\"s3cret\",\"auth\":1}}");
    assertThat(quote)
        .startsWith("{\"user_info\":{\"username\":\"***\",\"password\":\"***\"")
        .doesNotContain("u5er", "s3cret");
  }

  @ParameterizedTest(name = "refused as a guide: {0}")
  @ValueSource(strings = {
    "<?xml version=\"1.0\"?>\n<!DOCTYPE tv SYSTEM \"xmltv.dtd\">\n<tv>", "<tv generator-info-name=\"x\">",
    "<?xml?><tv><channel/></tv>",
  })
  void refusesGuides(String text) {
    assertThat(refusal(text, "/tmp/x.m3u").what())
        .startsWith("holds a programme guide (XMLTV), not a list of channels: «");
  }

  @Test
  @DisplayName("another XML document is refused as one, and a file is the user's")
  void refusesXml() {
    PipelineException refusal = refusal("<?xml version=\"1.0\"?><playlist/>", "/tmp/x.xspf");
    assertThat(refusal.what()).startsWith("holds an XML document instead of a playlist: «<?xml");
    assertThat(refusal.kind()).isEqualTo(Kind.USER);
  }

  @ParameterizedTest(name = "M3U-36: refused as a single stream: {0}")
  @ValueSource(strings = {
    "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:9.9,\nseg1.ts\n",
    "#EXTM3U\r\n#EXT-X-MEDIA-SEQUENCE:5\r\n#EXTINF:4,\r\na.ts",
    "#EXTM3U\r#EXT-X-STREAM-INF:BANDWIDTH=1\rlow.m3u8",
    "\uFEFF#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow.m3u8",
  })
  void refusesStreams(String text) {
    PipelineException refusal = refusal(text, URL);
    assertThat(refusal.what()).isEqualTo("this is a single stream, not a list of channels");
    assertThat(refusal.advice()).contains("#EXTINF:-1,Name");
    assertThat(refusal.kind()).isEqualTo(Kind.USER);
  }

  @ParameterizedTest(name = "refused as data: {0}")
  @ValueSource(strings = {
    "\u0089PNG\r\n", "GIF89a", "\0\0\0 ftypisom", "\u001F\u008B\b", "PK\u0003\u0004", "%PDF-1.4", "Rar!\u001A",
  })
  void refusesFilesOfOtherKinds(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refusal(bytes, URL).what()).startsWith("answered with a").contains("not a playlist: «");
  }

  @Test
  @DisplayName("data with no magic is refused for its bytes")
  void refusesNoise() {
    var random = new Random(7);
    for (int i = 0; i < 50; i++) {
      byte[] noise = new byte[8192];
      random.nextBytes(noise);
      noise[0] = 'x';
      assertThat(refusal(noise, URL).what()).startsWith("answered with data that is no text");
    }
  }

  @Test
  @DisplayName("a transport stream is a single stream")
  void refusesTransportStreams() {
    byte[] packets = new byte[188 * 20];
    new Random(7).nextBytes(packets);
    for (int at = 0; at < packets.length; at += 188) {
      packets[at] = 'G';
    }
    assertThat(refusal(packets, URL).what()).isEqualTo("this is a single stream, not a list of channels");
  }

  @Test
  @DisplayName("a list in UTF-16 is refused by that name")
  void refusesUtf16() {
    assertThat(refusal("\uFEFF#EXTM3U\n".getBytes(StandardCharsets.UTF_16LE), URL).what()).contains("UTF-16");
  }

  @ParameterizedTest(name = "passes: {0}")
  @ValueSource(strings = {
    "", " \n ", "#EXTM3U\n", "\uFEFF#EXTM3U\n#EXTINF:-1,A\nhttp://h/1\n",
    "http://h/1\nhttp://h/2\n", "<br>\n#EXTM3U\n#EXTINF:-1,A\nhttp://h/1\n", "[News]\nhttp://h/1", "{x}\nhttp://h/1",
    "[1] News\nhttp://h/1", "<3 Music\nhttp://h/1", "G\nhttp://h/1",
    "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:-1,A\nhttp://h/1\n",
    "#EXTM3U\n#EXTINF:-1 tvg-id=\"a\",A\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttp://h/1\n",
    "#EXTM3U\n#EXTINF:-1,say #EXT-X-TARGETDURATION:9\nhttp://h/1\n",
    "#EXTM3U\n#EXTINF:-1,<html>\nhttp://h/1\n",
  })
  void passesLists(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThatCode(() -> ContentCheck.check(bytes, bytes.length, URL)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "M3U-65: refused as words: {0}")
  @ValueSource(strings = {
    "#EXTM3U\nAccount expired", "#EXTM3U\r\nToo many connections\r\n", "Too many connections", "Error",
    "Your account has expired.\nRenew it at once.", "Your account has expired\nhttp://provider.example/renew",
    "#EXTM3U\n\nYour account has expired, please renew: http://provider.example/renew", "403 Forbidden",
    "#EXTM3U x-tvg-url=\"http://h/g.xml\"\nACCESS DENIED FOR THIS IP", "\uFEFF#EXTM3U\nDein Konto ist gesperrt",
    "Invalid username/password", "/ not found here", "OK", "null", "http:// is not allowed here",
  })
  void refusesSentences(String text) {
    assertThat(refusal(text, URL).what()).startsWith("answered with words instead of a playlist: «")
        .doesNotContain("#EXTM3U");
  }

  @ParameterizedTest(name = "M3U-65: refused as {1}: {0}")
  @CsvSource(delimiter = '|', value = {
    "'#EXTM3U\n{\"error\":\"expired\"}'|JSON", "'#EXTM3U\n<html><body>no</body></html>'|an HTML page",
    "'name,url\nBBC,http://h/1\nCNN,http://h/2\n'|a table (CSV)", "'id;name;url\n1;BBC;http://h/1\n'|a table (CSV)",
    "'id\tname\n1\tBBC'|a table (CSV)",
    "'[playlist]\nFile1=http://h/1\nTitle1=A\nNumberOfEntries=1\n'|a PLS playlist",
    "'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n'|a pointer of Git LFS",
  })
  void refusesOtherFormats(String escaped, String kind) {
    String text = escaped.translateEscapes();
    assertThat(refusal(text, URL).what()).startsWith("answered with " + kind);
    assertThat(refusal(text, "/tmp/x.m3u").what()).startsWith("holds " + kind);
  }

  @ParameterizedTest(name = "M3U-65: passes: {0}")
  @ValueSource(strings = {
    "rtmp://h/a\n", "\\\\nas\\films\\a.mkv", "C:\\films\\a.mkv", "/films/a b.ts", "films/my film.mp4",
    "udp:@239.0.0.1:1234",
    "plugin://plugin.video.x/?a=b", "a.m3u8?token=1", "HTTP://H/1", "News,#genre#\nBBC,http://h/1\nCNN,http://h/2",
    "BBC,http://h/1\nCNN,http://h/2", "BBC\nhttp://h/1\nCNN\nhttp://h/2", "EXTM3U\nEXTINF:-1,A\nhttp://h/1",
    "#EXTM3U\n# nothing here yet\n", "#extm3u\n#extinf:-1,A\nhttp://h/1",
    "My list of all channels\nhttp://h/1\nhttp://h/2",
    "#EXTM3U\n#EXTVLCOPT:x\nudp://@239.0.0.1:1234", "Hello dear customer\n#EXTINF:-1,A\nhttp://h/1\n",
  })
  void passesWhatMayBeLists(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThatCode(() -> ContentCheck.check(bytes, bytes.length, URL)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("M3U-38: NUL and control characters do not make data of a list")
  void passesControls() {
    String entry = "#EXTINF:-1,A\0\u0001\u0002\nhttp://h/1\n";
    for (String text : new String[] {"#EXTM3U\n" + entry.repeat(500), entry.repeat(500), "\nhttp://h/\0\0\n"}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThatCode(() -> ContentCheck.check(bytes, bytes.length, URL)).doesNotThrowAnyException();
    }
  }

  @Test
  @DisplayName("bytes behind the length do not count")
  void readsOnlyTheLength() {
    byte[] bytes = Arrays.copyOf("http://h".getBytes(StandardCharsets.UTF_8), 1000);
    assertThatCode(() -> ContentCheck.check(bytes, 8, URL)).doesNotThrowAnyException();
  }

  private static PipelineException refusal(String text, String subject) {
    return refusal(text.getBytes(StandardCharsets.UTF_8), subject);
  }

  private static PipelineException refusal(byte[] bytes, String subject) {
    PipelineException refusal = catchThrowableOfType(
        PipelineException.class, () -> ContentCheck.check(bytes, bytes.length, subject));
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.advice()).isNotBlank();
    return refusal;
  }
}
