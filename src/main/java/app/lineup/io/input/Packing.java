package app.lineup.io.input;

import java.util.Arrays;

/// How a file is packed, judged by its first bytes: names lie (`M3U-5`).
enum Packing {
  NONE,
  GZIP,
  BZIP2,
  XZ,
  ZIP;

  /// How many bytes [#of] wants to see.
  static final int HEAD_BYTES = 10;

  private static final byte[] XZ_MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
  private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
  private static final byte[] BZIP2_END = {0x17, 0x72, 0x45, 0x38, 0x50, (byte) 0x90};

  /// Whether unpacking takes longer than all that is then done with the list.
  boolean isSlow() {
    return switch (this) {
      case BZIP2, XZ -> true;
      case NONE, GZIP, ZIP -> false;
    };
  }

  /// How many times larger a playlist is, unpacked; roughly, most of them more.
  int likelyGrowth() {
    return switch (this) {
      case NONE -> 1;
      case GZIP, ZIP -> 6;
      case BZIP2, XZ -> 8;
    };
  }

  /// @param head the first bytes, fewer than [#HEAD_BYTES] only where the file is shorter
  static Packing of(byte[] head) {
    if (head.length < 4) {
      return NONE;
    }
    if (head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == 8) {
      return GZIP;
    }
    if (head[0] == 'P' && head[1] == 'K' && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6))) {
      return ZIP;
    }
    if (has(head, 0, XZ_MAGIC)) {
      return XZ;
    }
    boolean bzip2 = head[0] == 'B' && head[1] == 'Z' && head[2] == 'h' && head[3] >= '1' && head[3] <= '9'
        && (has(head, 4, BZIP2_BLOCK) || has(head, 4, BZIP2_END));
    return bzip2 ? BZIP2 : NONE;
  }

  private static boolean has(byte[] head, int from, byte[] magic) {
    int to = from + magic.length;
    return head.length >= to && Arrays.equals(head, from, to, magic, 0, magic.length);
  }
}
