package app.lineup.xmltv;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.watch.StageMeter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A guide twice as long takes twice the work, whatever is in it (`XMLTV-56`).
final class LinearGuideTest {

  private static final int TIMES = 5_000;

  @ParameterizedTest
  @ValueSource(strings = {
    "<!--", "<?", "<!", "<![CDATA[", "<![", "<!a", "<!a'", "<!a\"", "<!a[", "<!DOCTYPE [", "<!--\n<?",
    "<!--<![CDATA[<?<!",
    "<programme><!--", "<programme><?", "<programme><![CDATA[", "<programme <!--", "<programme a=\"", "<programme a='>",
    "<channel><channel", "</programme", "<a>", "<", "<programme></programme", "<programme>]]>-->", "-->", "<!->",
    "<!-- -",
    "<programme><a", "<programme channel=\"c\"><!-- -->", "&", "<tv", "</tv"
  })
  void takesTwiceTheWork(String piece) throws IOException, InterruptedException {
    long once = work(piece.repeat(TIMES));
    long twice = work(piece.repeat(2 * TIMES));
    assertThat(twice).isLessThan(3 * once + 100_000);
  }

  private static long work(String guide) throws IOException, InterruptedException {
    byte[] bytes = guide.getBytes(StandardCharsets.UTF_8);
    try (var elements = new ElementReader(
        new ByteArrayInputStream(bytes), StageMeter.unwatched(), new GuideLog(), 64 * 1024, 0)) {
      while (elements.next()) {
        elements.line();
      }
      return elements.looked();
    }
  }
}
