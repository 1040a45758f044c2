package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.FindingKind;
import app.lineup.model.guide.GuideTimes;
import app.lineup.pipeline.GuideOutcome;
import app.lineup.pipeline.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/// `XMLTV-50` to `XMLTV-59` through a whole run: what a guide says, and what is published of it.
final class GuideRowsTest {

  private static final String LIST = """
      #EXTM3U
      #EXTINF:-1 tvg-id="one",Channel One
      http://h/1
      #EXTINF:-1 tvg-id="elsewhere",Second  Channel
      http://h/2
      #EXTINF:-1,A film
      http://h/movie/3.mp4
      #EXTINF:-1,Without a guide
      http://h/4
      """;
  private static final String TITLE = "<title>T</title>";

  @TempDir
  private Path folder;

  private RunResult result;
  private String out;

  private void run(String... guides) throws Exception {
    var run = new TestRun(folder).list(LIST);
    for (String guide : guides) {
      run.guide(guide.getBytes(StandardCharsets.UTF_8), GuideTimes.AS_WRITTEN);
    }
    run(run);
  }

  private void run(TestRun run) throws Exception {
    result = run.runOnly();
    assertThat(folder.resolve("out.m3u")).as("the playlist is there whatever became of the guide").hasContent(LIST);
    Path published = folder.resolve("guide.xml");
    out = Files.exists(published) ? Files.readString(published) : "";
    if (result.guide().orElseThrow() instanceof GuideOutcome.Published) {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(out)));
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("tv");
    }
  }

  private GuideOutcome.Published published() {
    return (GuideOutcome.Published) result.guide().orElseThrow();
  }

  private Map<FindingKind, Long> found() {
    return published().reports().getFirst().counts();
  }

  private static String tv(String content) {
    return "<?xml version=\"1.0\"?>\n<tv generator-info-name=\"x\">\n" + content + "\n</tv>\n";
  }

  private static String programme(String start, String content) {
    return "<programme start=\"" + start + "\" stop=\"20260101130000 +0000\" channel=\"one\">" + content
        + "</programme>";
  }

  private String onlyProgramme() {
    assertThat(out).containsOnlyOnce("<programme");
    return out.substring(out.indexOf("<programme"), out.indexOf("</programme>") + 12);
  }

  @Test
  @DisplayName(
      "what nothing has to repair comes out byte for byte, unknown children and attributes, too; others do not")
  void untouched() throws Exception {
    String odd = "<programme  start='20260101120000 +0100'\n stop=\"20260101130000 +0100\" channel='one' x:y=\"1\" >\n"
        + "<!-- </programme> --><title lang=\"de\"><![CDATA[a & <b>]]></title><own a='1'><deep/></own "
        + ">\r\n</programme >";
    String channel = "<channel id=\"one\"><display-name>Eins</display-name><own/></channel>";
    run(tv(channel + "<channel id=\"two\"/>" + odd + odd.replace("'one'", "'two'")));
    assertThat(out).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tv SYSTEM \"xmltv.dtd\">\n"
        + "<tv generator-info-name=\"x\">\n  " + channel + "\n  " + odd + "\n</tv>\n");
    assertThat(found()).isEmpty();
    assertThat(published().programmes()).isEqualTo(1);
    assertThat(published().channels()).isEqualTo(1);
    assertThat(published().without()).as("the film does not count").isEqualTo(2);
  }

  @Test
  @DisplayName("XMLTV-50: a time without an offset is UTC, or what the source's setting says")
  void withoutOffset() throws Exception {
    String guide = tv(programme("20260101120000", TITLE));
    run(guide);
    assertThat(onlyProgramme()).isEqualTo(programme("20260101120000", TITLE));
    assertThat(found()).containsEntry(FindingKind.NO_OFFSET, 1L);
    run(new TestRun(folder).list(LIST).guide(guide.getBytes(StandardCharsets.UTF_8),
        new GuideTimes(ZoneOffset.ofHours(-5), Duration.ZERO, Map.of())));
    assertThat(onlyProgramme()).isEqualTo(programme("20260101120000 -0500", TITLE));
  }

  @ParameterizedTest(name = "XMLTV-51: {0} is read")
  @CsvSource({"20260101120000 BST,20260101110000", "200601010000,20060101000000", "20060101,20060101000000",
      "2006,20060101000000", "20260101120000 +05:30,20260101063000", "20260101120000 Europe/Berlin,20260101110000",
      "20260101120000Z,20260101120000"})
  void oddTimes(String time, String utc) throws Exception {
    run(tv(programme(time, TITLE)), tv(programme(utc + " +0000", "<title>the same</title>")));
    assertThat(onlyProgramme()).isEqualTo(programme(time, TITLE));
    assertThat(published().duplicates()).isEqualTo(1);
  }

  @Test
  @DisplayName("XMLTV-51: what is no time costs its programme and nothing else; an unknown zone is read as UTC")
  void noTime() throws Exception {
    run(tv(programme("20261301120000", TITLE) + programme("soon", TITLE) + programme("20260101120000 QQT", TITLE)));
    assertThat(onlyProgramme()).isEqualTo(programme("20260101120000 +0000", TITLE));
    assertThat(found()).containsEntry(FindingKind.BAD_TIME, 2L).containsEntry(FindingKind.UNKNOWN_ZONE, 1L);
  }

  @Test
  @DisplayName("XMLTV-52: without a stop it ends when the next one on its channel begins; the last one stays open")
  void withoutStop() throws Exception {
    String first = "<programme start=\"20260101120000 +0100\" channel=\"one\">" + TITLE + "</programme>";
    String other = "<programme start=\"20260101121500 +0100\" channel=\"zwei\">" + TITLE + "</programme>";
    String last = "<programme start=\"20260101123000 +0100\" channel=\"one\">" + TITLE + "</programme>";
    run(tv(first + other + last));
    assertThat(out).contains(
        "  <programme stop=\"20260101123000 +0100\" start=\"20260101120000 +0100\" channel=\"one\">" + TITLE
        + "</programme>\n  " + last);
    assertThat(found()).containsEntry(FindingKind.NO_STOP, 2L);
  }

  @Test
  @DisplayName("XMLTV-53: entities of HTML, a byte order mark, stray signs are repaired and reported with their line")
  void repaired() throws Exception {
    run("\uFEFF"
        + tv(programme(
            "20260101120000 +0000", "<title a=\"Q&A\">Caf&eacute; &amp; Tom & Jerry&nbsp;< 3 &#0;\u0001</title>")));
    assertThat(onlyProgramme()).isEqualTo(programme("20260101120000 +0000",
        "<title a=\"Q&amp;A\">Café &amp; Tom &amp; Jerry\u00A0&lt; 3 &amp;#0;</title>"));
    assertThat(found()).containsEntry(FindingKind.HTML_ENTITY, 2L).containsEntry(FindingKind.STRAY_SIGN, 4L)
        .containsEntry(FindingKind.GUIDE_BYTE_ORDER_MARK, 1L).containsEntry(FindingKind.GUIDE_CONTROLS, 1L);
    assertThat(published().reports().getFirst().findings())
        .filteredOn(finding -> finding.kind() == FindingKind.HTML_ENTITY).allMatch(finding -> finding.line() == 3)
        .extracting(finding -> finding.detail()).containsExactly("&eacute;", "&nbsp;");
  }

  @Test
  @DisplayName("XMLTV-53: what XML does not allow is left out, and what is moved into an attribute is written as one")
  void endedByAnother() throws Exception {
    run(tv("<programme start='20260101120000 +0000' channel=\"one\">" + TITLE + "</programme>"
        + "<programme start='20260101130000 &#43;0000' channel=\"one\" stop=\"20260101140000 +0000\">" + TITLE
        + "</programme><channel id=\"one\" id='two' 1='x'><display-name>O]]>ne\uFFFE</display-name>"
        + "<?xml ?></channel>"));
    assertThat(out).contains("<channel id=\"one\"><display-name>O]]&gt;ne</display-name></channel>");
    assertThat(out).contains("<programme stop=\"20260101130000 +0000\" start='20260101120000 +0000'");
    assertThat(found()).containsEntry(FindingKind.NOT_WELL_FORMED, 1L);
  }

  @Test
  @DisplayName("XMLTV-53: an element that cannot be mended costs no other")
  void broken() throws Exception {
    String good = programme("20260101120000 +0000", TITLE);
    run(tv(programme("20260101110000 +0000", "<title>T</desc>") + "<programme start=\"2026\" channel=\"one\"><title>"
        + good + "<programme start=x channel=\"one\"></programme>" + programme("20260101110000 +0000", "<a b=c></a>")));
    assertThat(onlyProgramme()).isEqualTo(good);
    assertThat(found()).containsEntry(FindingKind.BROKEN_ELEMENT, 3L);
  }

  @ParameterizedTest(name = "a guide in {0}")
  @CsvSource({"ISO-8859-2", "UTF-16LE", "UTF-16BE", "windows-1251"})
  void charsets(String charset) throws Exception {
    String text = charset.equals("windows-1251") ? "Новости" : "Čas 12";
    String guide = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><tv>"
        + programme("20260101120000 +0000", "<title>" + text + "</title>") + "</tv>";
    run(new TestRun(folder).list(LIST).guide(guide.getBytes(Charset.forName(charset)), GuideTimes.AS_WRITTEN));
    assertThat(onlyProgramme()).isEqualTo(programme("20260101120000 +0000", "<title>" + text + "</title>"));
  }

  @Test
  @DisplayName("M3U-4: bytes that are no UTF-8 become it")
  void latin1() throws Exception {
    byte[] guide = tv(programme("20260101120000 +0000", "<title>Café</title>")).getBytes(StandardCharsets.ISO_8859_1);
    run(new TestRun(folder).list(LIST).guide(guide, GuideTimes.AS_WRITTEN));
    assertThat(onlyProgramme()).contains("<title>Café</title>");
    assertThat(found()).containsEntry(FindingKind.GUIDE_NOT_UTF8, 1L);
  }

  @Test
  @DisplayName("XMLTV-54: entities of a DOCTYPE are never resolved, and their names stay as text")
  void entityBomb() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
    var bomb = new StringBuilder("<!DOCTYPE tv [<!ENTITY a0 \"ha\"><!ENTITY file SYSTEM \"" + secret.toUri() + "\">\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">\n");
    }
    run(bomb + "<!-- ]> --><!ENTITY p \"<programme>\">]><tv>"
        + programme("20260101120000 +0000", "<title>&a29;&file;</title>") + "</tv>");
    assertThat(onlyProgramme()).contains("<title>&amp;a29;&amp;file;</title>");
    assertThat(out).doesNotContain("s3cret").doesNotContain("ENTITY");
    assertThat(found()).containsEntry(FindingKind.OWN_ENTITIES, 1L);
  }

  @Test
  @DisplayName("XMLTV-54: a DOCTYPE without an end is given up after a megabyte, with a clear error")
  void endlessDoctype() throws Exception {
    Files.writeString(folder.resolve("guide.xml"), "the last good one");
    run("<!DOCTYPE tv [" + "<!ENTITY a \"b\">".repeat(200_000) + "]><tv>" + programme("20260101120000 +0000", TITLE)
        + "</tv>");
    assertThat(result.guide().orElseThrow()).isInstanceOfSatisfying(GuideOutcome.Failed.class,
        failed -> assertThat(failed.failure().what()).contains("nothing in its first megabyte"));
    assertThat(out).isEqualTo("the last good one");
  }

  @Test
  @DisplayName("XMLTV-55: each of several display names matches, in any case, where no guide has the tvg-id")
  void displayNames() throws Exception {
    String channel =
        "<channel id=\"z\"><display-name>Zwei</display-name><display-name>SECOND channel</display-name></channel>";
    run(tv(channel + "<channel id=\"y\"><display-name>Channel One</display-name></channel>"
        + programme("20260101120000 +0000", TITLE).replace("\"one\"", "\"z\"")
        + programme("20260101120000 +0000", TITLE).replace("\"one\"", "\"ONE\"")
        + programme("20260101120000 +0000", TITLE).replace("\"one\"", "\"y\"")));
    assertThat(out).contains(channel).contains("channel=\"z\"").contains("channel=\"ONE\"").doesNotContain("\"y\"")
        .contains("<channel id=\"ONE\"><display-name>ONE</display-name></channel>");
    assertThat(published().channels()).isEqualTo(2);
  }

  @Test
  @DisplayName("XMLTV-56: a guide larger than a block, packed, of which little is wanted")
  void large() throws Exception {
    var guide = new StringBuilder("<tv>");
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String one = programme(
          String.format("2026%02d%02d%02d%02d00 +0000", i / 7200 % 12 + 1, i / 288 % 25 + 1, i / 12 % 24, i % 12 * 5),
          "<title>" + i + "</title><desc>" + "words ".repeat(i % 50) + "</desc>");
      guide.append(i % 100 == 0 ? one : one.replace("\"one\"", "\"c" + i % 100 + "\"")).append('\n');
      if (i % 100 == 0) {
        wanted.add("  " + one + "\n");
      }
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(guide.append("</tv>").toString().getBytes(StandardCharsets.UTF_8));
    }
    run(new TestRun(folder).list(LIST).guide(packed.toByteArray(), GuideTimes.AS_WRITTEN));
    assertThat(out.substring(out.indexOf("  <programme"), out.indexOf("</tv>"))).isEqualTo(String.join("", wanted));
    assertThat(published().reports().getFirst().programmes()).isEqualTo(20_000);
    assertThat(published().reports().getFirst().lines()).isEqualTo(20_001);
  }

  @Test
  @DisplayName("XMLTV-57: channels after programmes and children in any order are read, and written in the DTD's order")
  void order() throws Exception {
    run(tv(programme("20260101120000 +0000", "\n<own/> <desc>D</desc>\n<icon src=\"i\"/><title>T</title>")
        + "<channel id=\"one\"><icon src=\"i\"/><display-name>1</display-name></channel>"));
    assertThat(out)
        .contains("  <channel id=\"one\"><display-name>1</display-name><icon src=\"i\"/></channel>\n  <programme");
    assertThat(onlyProgramme())
        .isEqualTo(programme("20260101120000 +0000", "\n<title>T</title> <desc>D</desc>\n<icon src=\"i\"/><own/>"));
    assertThat(found()).containsEntry(FindingKind.CHILDREN_OUT_OF_ORDER, 2L);
  }

  @Test
  @DisplayName("XMLTV-58: of the same programme in two guides the first guide's is written, of channels, too")
  void twice() throws Exception {
    String channel = "<channel id=\"one\"><display-name>first</display-name></channel>";
    run(tv(channel + programme("20260101120000 +0000", "<title>first</title>")),
        tv(channel.replace("first", "second") + programme("20260101130000 +0100", "<title>second</title>")
            + programme("20260101140000 +0100", "<title>more</title>")));
    assertThat(out).contains("<title>first</title>").contains("<title>more</title>").doesNotContain("second");
    assertThat(published().duplicates()).isEqualTo(1);
    assertThat(published().programmes()).isEqualTo(2);
  }

  @Test
  @DisplayName("XMLTV-59: times are moved by an offset of the guide, or of the channel")
  void shifted() throws Exception {
    byte[] guide = tv(programme("20260101233000 +0100", TITLE)
        + programme("20260101120000 -0330", TITLE).replace("\"one\"", "\"elsewhere\""))
        .getBytes(StandardCharsets.UTF_8);
    var times = new GuideTimes(ZoneOffset.UTC, Duration.ofHours(1), Map.of("elsewhere", Duration.ofMinutes(-90)));
    run(new TestRun(folder).list(LIST).guide(guide, times));
    assertThat(out).contains("start=\"20260102003000 +0100\" stop=\"20260101140000 +0000\" channel=\"one\"")
        .contains("start=\"20260101103000 -0330\" stop=\"20260101113000 +0000\" channel=\"elsewhere\"");
  }

  @Test
  @DisplayName("a guide that ends in the middle gives what came before, and that is said")
  void cutOff() throws Exception {
    String good = programme("20260101120000 +0000", TITLE);
    run("<tv>\n" + good + "\n<programme start=\"20260101130000\" channel=\"one\"><title>T");
    assertThat(onlyProgramme()).isEqualTo(good);
    assertThat(found()).containsEntry(FindingKind.GUIDE_CUT_OFF, 1L);
  }

  @ParameterizedTest(name = "no guide: {0}")
  @CsvSource(
      {"'',it is empty", "'#EXTM3U\n#EXTINF:-1,A\nhttp://h/a\n',a playlist", "'<!DOCTYPE html><html>',an HTML page",
      "'{}',does not begin with <tv>", "'<tv></tv>',no programme for any channel"})
  void noGuide(String text, String what) throws Exception {
    Files.writeString(folder.resolve("guide.xml"), "the last good one");
    run(text);
    assertThat(result.guide().orElseThrow()).isInstanceOfSatisfying(
        GuideOutcome.Failed.class, failed -> assertThat(failed.failure().what()).contains(what));
    assertThat(out).isEqualTo("the last good one");
  }
}
