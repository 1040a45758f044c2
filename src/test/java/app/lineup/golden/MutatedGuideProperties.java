package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.guide.GuideTimes;
import app.lineup.pipeline.GuideOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Whatever is wrong in a guide, what is published of it is read by the reader of the JDK (`XMLTV-53`).
final class MutatedGuideProperties {

  private static final String LIST = "#EXTM3U\n#EXTINF:-1 tvg-id=\"one\",One\nhttp://h/1\n";
  private static final String GUIDE = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tv SYSTEM "xmltv.dtd">
      <tv generator-info-name="x" date="2026">
        <channel id="one"><display-name lang="en">One</display-name><icon src="http://h/1.png"/></channel>
        <programme start="20260101110000 +0000" stop="20260101120000 +0000" channel="one">
          <title lang="de">Tom &amp; Jerry</title><desc><![CDATA[A < B]]></desc><!-- a note -->
          <category>Film</category><rating system="a"><value>12</value></rating>
        </programme>
        <programme start="20260101120000 +0000" channel="one"><title>News</title></programme>
        <programme start="20260101130000 +0000" channel="one"><title>Sport é</title></programme>
      </tv>
      """;
  private static final List<String> PIECES = List.of(
      "<1a>", "<a:b>", "</1a>", "<a b='1' b='2'>", " lang='x'", " lang=\"y\" lang='z'", " 1=\"2\"", " a:b=\"c\"",
      " xmlns:q=\"u\"", " xmlns=\"\"", " xml:lang=\"en\"", " b", " b=c", "]]>", "\uFFFE", "\uFFFF", "\u0001",
      "\u001b", "\0",
      "\u007f", "\u0085", "<?xml version=\"1.0\"?>", "<?php x ?>", "<?XML?>", "<?", "?>", "<!--", "-->",
      "<!-- a -- b -->",
      "<!-- a --->", "<!---->", "<!-->", "<![CDATA[", "<![CDATA[ ]] ]]>", "<!DOCTYPE tv>", "<!ENTITY x 'y'>", "<!", "&",
      "&#0;", "&#xFFFE;", "&#xD800;", "&x;", "&amp", "&nbsp;", "<", ">", "\"", "'", "/", "=", "<é>", "é",
      "\uD83D\uDE00",
      "<title>", "</title>", "<title/>", "</programme>", "<programme>", "<channel id=\"one\">", "</channel>",
      "</tv>", "<tv>",
      "\r", "\t");

  private static Path folder;

  @BeforeContainer
  static void make() throws IOException {
    folder = Files.createTempDirectory("guides");
  }

  @AfterContainer
  static void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  @Property(tries = 600)
  void isPublishedWellFormed(@ForAll Random random) throws Exception {
    byte[] guide = mutated(random);
    TestRun run = new TestRun(folder).list(LIST).guide(guide, GuideTimes.AS_WRITTEN);
    if (run.runOnly().guide().orElseThrow() instanceof GuideOutcome.Published) {
      byte[] published = Files.readAllBytes(folder.resolve("guide.xml"));
      try {
        assertThat(reader().parse(new ByteArrayInputStream(published)).getDocumentElement().getNodeName())
            .isEqualTo("tv");
      } catch (SAXException e) {
        throw new AssertionError(e.getMessage() + "\nof " + new String(guide, StandardCharsets.UTF_8) + "\nmade "
            + new String(published, StandardCharsets.UTF_8), e);
      }
    }
  }

  private static DocumentBuilder reader() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    DocumentBuilder reader = factory.newDocumentBuilder();
    reader.setErrorHandler(new DefaultHandler());
    reader.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
    return reader;
  }

  private static byte[] mutated(Random random) {
    byte[] guide = GUIDE.getBytes(StandardCharsets.UTF_8);
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(guide.length);
      int to = Math.min(guide.length, at + random.nextInt(60));
      guide = switch (random.nextInt(6)) {
        case 0 -> joined(guide, at, new byte[0], to);
        case 1 -> joined(guide, to, Arrays.copyOfRange(guide, at, to), to);
        case 2 -> joined(guide, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
        default -> joined(guide, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), at);
      };
      if (guide.length > 20_000) {
        break;
      }
    }
    return guide;
  }

  private static byte[] joined(byte[] guide, int to, byte[] piece, int from) {
    var joined = new ByteArrayOutputStream();
    joined.write(guide, 0, to);
    joined.writeBytes(piece);
    joined.write(guide, from, guide.length - from);
    return joined.toByteArray();
  }
}
