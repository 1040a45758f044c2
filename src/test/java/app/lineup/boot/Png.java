package app.lineup.boot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;

/// Writes an image as a PNG file, without the desktop module that the JDK's own writer needs.
final class Png {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};

  private Png() {}

  static void write(Image image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var head = new ByteArrayOutputStream();
    try (var numbers = new DataOutputStream(head)) {
      numbers.writeInt(width);
      numbers.writeInt(height);
      numbers.write(EIGHT_BIT_RGB);
    }
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeLong(SIGNATURE);
      chunk(out, "IHDR", head.toByteArray());
      chunk(out, "IDAT", pixels(image, width, height));
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static byte[] pixels(Image image, int width, int height) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflated = new DeflaterOutputStream(packed)) {
      byte[] line = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int pixel = image.getPixelReader().getArgb(x, y);
          line[1 + 3 * x] = (byte) (pixel >> 16);
          line[2 + 3 * x] = (byte) (pixel >> 8);
          line[3 + 3 * x] = (byte) pixel;
        }
        deflated.write(line);
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
