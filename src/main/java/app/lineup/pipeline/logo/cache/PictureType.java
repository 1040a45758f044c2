package app.lineup.pipeline.logo.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// The kinds of picture that are taken for a logo (`HTTP-64`), told by their first bytes: what a server calls
/// them is not asked.
public enum PictureType {
  PNG,
  JPEG,
  GIF,
  WEBP,
  BMP,
  ICO,
  /// Text without scripts and without anything from elsewhere.
  SVG;

  private static final String PNG_MAGIC = "\u0089PNG\r\n\u001A\n";
  private static final String JPEG_MAGIC = "\u00FF\u00D8\u00FF";
  private static final String ICO_MAGIC = "\0\0\1\0";
  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;
  private static final int BMP_HEADER = 14;
  /// The lengths of the headers that a BMP's second part may begin with.
  private static final Set<Integer> BMP_KINDS = Set.of(12, 40, 52, 56, 64, 108, 124);

  /// What `bytes` are; empty where they are no picture that is taken.
  public static Optional<PictureType> of(byte[] bytes) {
    if (begins(bytes, 0, PNG_MAGIC)) {
      return Optional.of(PNG);
    }
    if (begins(bytes, 0, JPEG_MAGIC)) {
      return Optional.of(JPEG);
    }
    if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
      return Optional.of(GIF);
    }
    if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (isBmp(bytes)) {
      return Optional.of(BMP);
    }
    if (isIco(bytes)) {
      return Optional.of(ICO);
    }
    return SafeSvg.is(bytes) ? Optional.of(SVG) : Optional.empty();
  }

  /// Whether the header of `bytes`, a picture of this kind, tells of more pixels than are taken.
  public boolean isTooLarge(byte[] bytes) {
    return PictureSize.of(bytes, this).isTooLarge();
  }

  private static boolean begins(byte[] bytes, int at, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /// Two letters are too little to go by: a text may begin with them.
  private static boolean isBmp(byte[] bytes) {
    return begins(bytes, 0, "BM") && bytes.length >= BMP_HEADER + 4
        && BMP_KINDS.contains(little(bytes).getInt(BMP_HEADER));
  }

  private static boolean isIco(byte[] bytes) {
    if (!begins(bytes, 0, ICO_MAGIC) || bytes.length < ICO_HEADER + ICO_ENTRY) {
      return false;
    }
    int pictures = little(bytes).getShort(4) & 0xFFFF;
    long from = little(bytes).getInt(ICO_HEADER + 12) & 0xFFFF_FFFFL;
    return pictures > 0 && from >= ICO_HEADER + (long) pictures * ICO_ENTRY && from < bytes.length;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
