package app.lineup.io.input;

/// How far a packed list may expand (`M3U-5`), so that a few kilobytes cannot fill a disk.
///
/// @param maxExpandedBytes at most, and at most copied from standard input
/// @param freeBytes        given before the ratio counts: short lists of equal lines pack very well
/// @param maxRatio         of unpacked to packed bytes
/// @param maxUnpackerKib   of memory for unpacking; the strongest usual setting of xz takes 65 MiB
public record InputLimits(long maxExpandedBytes, long freeBytes, int maxRatio, int maxUnpackerKib) {

  /// Sixteen gigabytes, a thousandfold after the first 64 MiB, 128 MiB for unpacking.
  public static final InputLimits DEFAULT = new InputLimits(16L << 30, 64L << 20, 1000, 128 * 1024);

  public InputLimits {
    if (maxExpandedBytes < 1 || freeBytes < 0 || maxRatio < 1 || maxUnpackerKib < 1) {
      throw new IllegalArgumentException("a limit is not positive");
    }
  }
}
