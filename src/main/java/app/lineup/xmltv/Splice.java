package app.lineup.xmltv;

import java.io.ByteArrayOutputStream;

/// A copy of bytes in which parts are replaced, from the first to the last. Not thread-safe; used by one thread.
final class Splice {

  private final byte[] bytes;
  private final int to;
  private final ByteArrayOutputStream changed;
  private int copied;

  Splice(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    this.copied = from;
    this.changed = new ByteArrayOutputStream(to - from + 64);
  }

  /// Puts `text` in place of what stands from `from` to `end`, not before what was put last.
  void put(int from, int end, byte[] text) {
    changed.write(bytes, copied, from - copied);
    changed.writeBytes(text);
    copied = end;
  }

  byte[] bytes() {
    changed.write(bytes, copied, to - copied);
    copied = to;
    return changed.toByteArray();
  }
}
