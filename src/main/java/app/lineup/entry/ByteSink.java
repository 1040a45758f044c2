package app.lineup.entry;

import java.nio.charset.Charset;

/// A growing array into which entries are written one after the other. When it is full a new array is begun and the
/// entry under way moves over; entries already taken keep the old one. Confined.
final class ByteSink {

  private static final int FIRST_SIZE = 64 * 1024;

  private byte[] bytes = new byte[0];
  private int used;
  private int entry;

  /// Begins an entry.
  void begin() {
    entry = used;
  }

  /// The array of the entry under way.
  byte[] array() {
    return bytes;
  }

  /// Where the entry under way begins.
  int from() {
    return entry;
  }

  /// How long the entry under way is.
  int length() {
    return used - entry;
  }

  /// Lets go of the array, so that what comes next does not hold on to what came before.
  void release() {
    bytes = new byte[0];
    used = 0;
    entry = 0;
  }

  /// Makes room for `more` bytes.
  void reserve(int more) {
    if (bytes.length - used < more) {
      int length = used - entry;
      byte[] fresh = new byte[Math.max(FIRST_SIZE, (length + more) * 2)];
      System.arraycopy(bytes, entry, fresh, 0, length);
      bytes = fresh;
      entry = 0;
      used = length;
    }
  }

  void put(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, used, to - from);
    used += to - from;
  }

  void put(String text, Charset charset) {
    int length = text.length();
    reserve(length);
    int start = used;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        used = start;
        byte[] encoded = text.getBytes(charset);
        put(encoded, 0, encoded.length);
        return;
      }
      bytes[start + i] = (byte) c;
    }
    used = start + length;
  }
}
