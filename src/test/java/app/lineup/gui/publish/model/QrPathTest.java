package app.lineup.gui.publish.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A reader of codes that is not ours reads the path that is drawn.
final class QrPathTest {

  private static final Pattern RUN = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v4h-\\3z");
  private static final int BORDER = QrPath.BORDER_MODULES * QrPath.MODULE_PIXELS;

  @Test
  void aReaderFindsTheAddress() throws Exception {
    String address = "http://127.0.0.1:8787/4gW0Yz-uP_a1B2c3D4e5Fg/playlist.m3u";
    QrPath path = QrPath.of(address);
    assertThat(RUN.matcher(path.outline()).replaceAll("")).isEmpty();
    int[] pixels = new int[path.side() * path.side()];
    Arrays.fill(pixels, 0xFFFFFF);
    RUN.matcher(path.outline()).results().forEach(run -> fill(pixels, path.side(), run));
    assertThat(read(pixels, path.side())).isEqualTo(address);
  }

  private static void fill(int[] pixels, int side, MatchResult run) {
    int x = BORDER + Integer.parseInt(run.group(1));
    int y = BORDER + Integer.parseInt(run.group(2));
    for (int row = y; row < y + QrPath.MODULE_PIXELS; row++) {
      Arrays.fill(pixels, row * side + x, row * side + x + Integer.parseInt(run.group(3)), 0);
    }
  }

  private static String read(int[] pixels, int side) throws Exception {
    var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    try {
      return new QRCodeReader().decode(image).getText();
    } catch (NotFoundException e) {
      return "no code";
    }
  }
}
