package app.lineup.gui.publish.model;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as one path of squares, so that it is sharp on every screen. Immutable.
///
/// @param outline the dark modules, as the text of an SVG path
/// @param side    width and height with the light border that readers need, in pixels
public record QrPath(String outline, int side) {

  static final int MODULE_PIXELS = 4;
  /// As the standard asks for.
  static final int BORDER_MODULES = 4;

  public static QrPath of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var outline = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      int x = 0;
      while (x < code.size) {
        int from = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          run(outline, from, y, x - from);
        }
        x++;
      }
    }
    return new QrPath(outline.toString(), (code.size + 2 * BORDER_MODULES) * MODULE_PIXELS);
  }

  private static void run(StringBuilder outline, int x, int y, int length) {
    int width = length * MODULE_PIXELS;
    outline.append('M').append(x * MODULE_PIXELS).append(',').append(y * MODULE_PIXELS)
        .append('h').append(width).append('v').append(MODULE_PIXELS).append('h').append(-width).append('z');
  }
}
