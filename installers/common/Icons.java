import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Draws `lineup.svg` in every size and form that a system wants.
///
/// Run by hand when the drawing was changed, in the project's folder: `java installers/common/Icons.java`. What it
/// writes is kept with the sources.
final class Icons {

  private static final int DRAWN = 512;

  private final NodeList shapes;

  private Icons(NodeList shapes) {
    this.shapes = shapes;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Path installers = Path.of("installers");
    var drawing = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
        .parse(installers.resolve("common", "lineup.svg").toFile());
    var icons = new Icons(drawing.getDocumentElement().getElementsByTagName("*"));
    Path window = Files.createDirectories(Path.of("resources", "app", "lineup", "icon"));
    for (int size : List.of(32, 64, 128)) {
      Files.write(window.resolve("lineup-" + size + ".png"), icons.png(size));
    }
    Files.write(installers.resolve("linux", "Lineup.png"), icons.png(256));
    Files.write(installers.resolve("windows", "Lineup.ico"), icons.ico(List.of(16, 24, 32, 48, 64, 256)));
    Files.write(installers.resolve("macos", "Lineup.icns"), icons.icns());
  }

  private byte[] png(int size) throws IOException {
    var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.transform(AffineTransform.getScaleInstance((double) size / DRAWN, (double) size / DRAWN));
    for (int i = 0; i < shapes.getLength(); i++) {
      var shape = (Element) shapes.item(i);
      pen.setColor(Color.decode(shape.getAttribute("fill")));
      pen.fill(shapeOf(shape));
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private static Shape shapeOf(Element shape) {
    return switch (shape.getTagName()) {
      case "rect" -> new RoundRectangle2D.Double(number(shape, "x"), number(shape, "y"), number(shape, "width"),
          number(shape, "height"), 2 * number(shape, "rx"), 2 * number(shape, "rx"));
      case "circle" -> {
        double radius = number(shape, "r");
        yield new Ellipse2D.Double(number(shape, "cx") - radius, number(shape, "cy") - radius, 2 * radius, 2 * radius);
      }
      case "polygon" -> {
        var polygon = new Polygon();
        for (String point : shape.getAttribute("points").split(" ")) {
          String[] at = point.split(",");
          polygon.addPoint(Integer.parseInt(at[0]), Integer.parseInt(at[1]));
        }
        yield polygon;
      }
      default -> throw new IllegalStateException("cannot draw <" + shape.getTagName() + ">");
    };
  }

  private static double number(Element shape, String name) {
    return Double.parseDouble(shape.getAttribute(name));
  }

  /// Windows' form: a table of contents, then PNGs.
  private byte[] ico(List<Integer> sizes) throws IOException {
    var pictures = new ByteArrayOutputStream();
    int table = 6 + 16 * sizes.size();
    ByteBuffer contents = ByteBuffer.allocate(table).order(ByteOrder.LITTLE_ENDIAN);
    contents.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
    for (int size : sizes) {
      byte[] png = png(size);
      // A byte for width and height each, where 0 means 256; no palette; one plane of 32 bits.
      contents.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32);
      contents.putInt(png.length).putInt(table + pictures.size());
      pictures.writeBytes(png);
    }
    var file = new ByteArrayOutputStream();
    file.writeBytes(contents.array());
    file.writeBytes(pictures.toByteArray());
    return file.toByteArray();
  }

  /// The Mac's form: PNGs, each behind the four letters that stand for its size.
  private byte[] icns() throws IOException {
    record Part(String letters, int size) {}
    var parts = new ByteArrayOutputStream();
    var data = new DataOutputStream(parts);
    for (Part part : List.of(new Part("ic11", 32), new Part("ic12", 64), new Part("ic07", 128), new Part("ic08", 256),
        new Part("ic09", 512), new Part("ic10", 1024))) {
      byte[] png = png(part.size());
      data.writeBytes(part.letters());
      data.writeInt(8 + png.length);
      data.write(png);
    }
    var file = new ByteArrayOutputStream();
    var whole = new DataOutputStream(file);
    whole.writeBytes("icns");
    whole.writeInt(8 + parts.size());
    whole.write(parts.toByteArray());
    return file.toByteArray();
  }
}
