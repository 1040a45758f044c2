package app.lineup.pipeline.logo.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How many pixels a picture has, read from its header: nothing is decoded. A small file may say that it is larger than
/// any memory, and whoever decodes it believes that (`HTTP-64`). Immutable.
///
/// @param width  in pixels
/// @param height in pixels
record PictureSize(long width, long height) {

  /// Far beyond any logo; as many pixels take 64 MB where they are decoded.
  private static final long MOST_PIXELS = 16_000_000;
  private static final long MOST_SIDE = 16_384;
  /// Text has none of its own, and what cannot be read is not decoded by anybody either.
  private static final PictureSize NONE = new PictureSize(0, 0);
  private static final int PNG_SIGN = 0x89504E47;

  boolean isTooLarge() {
    return width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS;
  }

  /// The size that the header of `bytes` tells.
  static PictureSize of(byte[] bytes, PictureType type) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    try {
      return switch (type) {
        case PNG -> png(header, 0);
        case GIF -> new PictureSize(little(header).getShort(6) & 0xFFFF, header.getShort(8) & 0xFFFF);
        case BMP -> bmp(little(header));
        case ICO -> ico(little(header));
        case WEBP -> webp(little(header));
        case JPEG -> jpeg(header);
        case SVG -> NONE;
      };
    } catch (IndexOutOfBoundsException e) {
      return NONE;
    }
  }

  private static ByteBuffer little(ByteBuffer header) {
    return header.order(ByteOrder.LITTLE_ENDIAN);
  }

  private static PictureSize png(ByteBuffer header, int at) {
    header.order(ByteOrder.BIG_ENDIAN);
    return new PictureSize(header.getInt(at + 16) & 0xFFFF_FFFFL, header.getInt(at + 20) & 0xFFFF_FFFFL);
  }

  private static PictureSize bmp(ByteBuffer header) {
    return header.getInt(14) == 12
        ? new PictureSize(header.getShort(18) & 0xFFFF, header.getShort(20) & 0xFFFF)
        : new PictureSize(Math.abs((long) header.getInt(18)), Math.abs((long) header.getInt(22)));
  }

  /// The largest of those in it: each may be a PNG.
  private static PictureSize ico(ByteBuffer header) {
    PictureSize largest = NONE;
    int pictures = header.getShort(4) & 0xFFFF;
    for (int i = 0; i < pictures; i++) {
      int at = header.order(ByteOrder.LITTLE_ENDIAN).getInt(6 + 16 * i + 12);
      if (at >= 0 && at + 24 <= header.capacity()
          && header.order(ByteOrder.BIG_ENDIAN).getInt(at) == PNG_SIGN) {
        PictureSize size = png(header, at);
        largest = size.isTooLarge() ? size : largest;
      }
    }
    return largest;
  }

  private static PictureSize webp(ByteBuffer header) {
    return switch (header.getInt(12)) {
      case 0x58385056 -> new PictureSize(1 + side(header, 24), 1 + side(header, 27));
      case 0x4C385056 -> {
        int sides = header.getInt(21);
        yield new PictureSize(1 + (sides & 0x3FFF), 1 + (sides >>> 14 & 0x3FFF));
      }
      default -> new PictureSize(header.getShort(26) & 0x3FFF, header.getShort(28) & 0x3FFF);
    };
  }

  /// Of three bytes.
  private static long side(ByteBuffer header, int at) {
    return header.getShort(at) & 0xFFFF | (header.get(at + 2) & 0xFF) << 16;
  }

  /// In the first frame's header, behind segments of other kinds.
  private static PictureSize jpeg(ByteBuffer header) {
    int at = 2;
    while (true) {
      int marker = header.getShort(at) & 0xFFFF;
      boolean frame = marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
      if (frame) {
        return new PictureSize(header.getShort(at + 7) & 0xFFFF, header.getShort(at + 5) & 0xFFFF);
      }
      if (marker < 0xFF00 || marker == 0xFFDA) {
        return NONE;
      }
      at += marker == 0xFFFF ? 1 : 2 + Math.max(2, header.getShort(at + 2) & 0xFFFF);
    }
  }
}
