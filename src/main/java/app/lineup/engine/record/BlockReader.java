package app.lineup.engine.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads what a [BlockWriter] wrote, in the same order. Not thread-safe; used by one thread; the array it reads from
/// is never written to again, so that items may be views of it.
public final class BlockReader {

  private final byte[] bytes;
  private final List<Object> shared = new ArrayList<>();
  private int at;

  /// @param bytes what was written, from its first byte on
  public BlockReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The array that the block stands in. Read only.
  public byte[] array() {
    return bytes;
  }

  /// The index of the next byte in [#array].
  public int position() {
    return at;
  }

  /// Passes over bytes that are looked at in [#array].
  public void skip(int length) {
    at += length;
  }

  /// Reads one byte, 0 to 255.
  public int octet() {
    return bytes[at++] & 0xFF;
  }

  /// Reads a number.
  public long number() {
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7F;
    int shift = 7;
    while (true) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  /// Reads a number that was an `int` when it was written.
  public int count() {
    byte first = bytes[at];
    if (first >= 0) {
      at++;
      return first;
    }
    return (int) number();
  }

  /// Reads a text.
  public String text() {
    int header = count();
    int length = header >>> 1;
    boolean wide = (header & 1) != 0;
    String text = wide ? wide(length) : new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    at += wide ? length * 2 : length;
    return text;
  }

  private String wide(int length) {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) (bytes[at + 2 * i] & 0xFF | bytes[at + 2 * i + 1] << 8);
    }
    return new String(chars);
  }

  /// Reads a value that items of the block have in common.
  ///
  /// @param type  what kind of value it is
  /// @param parts reads what the writer's parts wrote
  public <S> S shared(Class<S> type, Function<BlockReader, S> parts) {
    int index = count();
    if (index < shared.size()) {
      return type.cast(shared.get(index));
    }
    S value = parts.apply(this);
    shared.add(value);
    return value;
  }
}
