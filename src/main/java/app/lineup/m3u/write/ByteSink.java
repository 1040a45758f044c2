package app.lineup.m3u.write;

import app.lineup.m3u.Lines;
import app.lineup.model.channel.ByteSearch;
import java.util.Arrays;

/// A growing array of bytes that is filled from its beginning. Not thread-safe; used by one thread at a time.
public final class ByteSink {

  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int used;

  /// @param firstBytes how many bytes it has room for before it grows
  public ByteSink(int firstBytes) {
    bytes = new byte[firstBytes];
  }

  /// The array, whose first [#length] bytes count. Another one after it grew.
  public byte[] bytes() {
    return bytes;
  }

  /// How many bytes were put in.
  public int length() {
    return used;
  }

  /// Begins anew; the array stays.
  public void clear() {
    used = 0;
  }

  /// Makes room for `more` bytes.
  ///
  /// @throws OutOfMemoryError if no array is that long
  public void reserve(int more) {
    if (bytes.length - used < more) {
      long need = (long) used + more;
      if (need > MOST_BYTES) {
        throw new OutOfMemoryError("more than two gigabytes in one piece");
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, Math.max(need, 2L * bytes.length)));
    }
  }

  /// The array with room for `more` bytes, for who writes them there and says with [#filled] how far.
  byte[] room(int more) {
    reserve(more);
    return bytes;
  }

  /// So many bytes count from here on.
  void filled(int length) {
    used = length;
  }

  /// Whether what was put in last ends a line; false where nothing was.
  boolean endsLine() {
    return used > 0 && Lines.isEnd(bytes[used - 1]);
  }

  void put(char ascii) {
    reserve(1);
    bytes[used++] = (byte) ascii;
  }

  void put(byte[] source) {
    put(source, 0, source.length);
  }

  void put(byte[] source, int from, int to) {
    int length = to - from;
    reserve(length);
    System.arraycopy(source, from, bytes, used, length);
    used += length;
  }

  /// Puts what may stand between double quotes: a single one in the place of each double one.
  void putQuotable(byte[] source, int from, int to) {
    int at = used;
    put(source, from, to);
    for (int i = quote(at); i < used; i = quote(i + 1)) {
      bytes[i] = '\'';
    }
  }

  private int quote(int from) {
    return ByteSearch.indexOf(bytes, (byte) '"', from, used);
  }

  /// Puts a channel's number.
  ///
  /// @param minor 0 for none
  void putNumber(int major, int minor) {
    reserve(2 * Decimal.MOST_DIGITS + 1);
    used = Decimal.write(major, bytes, used);
    if (minor > 0) {
      bytes[used++] = '.';
      used = Decimal.write(minor, bytes, used);
    }
  }
}
