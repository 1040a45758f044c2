package app.lineup.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a programme guide of about so many bytes: `GuideGenerator FILE MEGABYTES`.
public final class GuideGenerator {

  private static final int CHANNELS = 5000;

  private GuideGenerator() {}

  /// Writes it.
  public static void main(String[] args) throws IOException {
    long bytes = Long.parseLong(args[1]) * 1_000_000;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 20)) {
      put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tv generator-info-name=\"bench\">\n");
      for (int i = 0; i < CHANNELS; i++) {
        put(out, "  <channel id=\"c" + i + ".example\"><display-name>Channel " + i + "</display-name></channel>\n");
      }
      for (long written = 0, i = 0; written < bytes; i++) {
        long day = 10 + i / CHANNELS / 24 % 18;
        long hour = 10 + i / CHANNELS % 14;
        written += put(out, "  <programme start=\"202601" + day + hour + "0000 +0000\" stop=\"202601" + day + hour
            + "5500 +0000\" channel=\"c" + i % CHANNELS + ".example\">\n    <title lang=\"en\">Programme " + i
            + "</title>\n    <desc lang=\"en\">" + "What happens in it, told at some length. ".repeat(8)
            + "</desc>\n    <category>Series</category>\n    <icon src=\"http://pictures.example/" + i
            + ".jpg\"/>\n  </programme>\n");
      }
      put(out, "</tv>\n");
    }
  }

  private static int put(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    return bytes.length;
  }
}
