package app.lineup.entry;

import java.nio.charset.Charset;
import java.util.Arrays;

/// Replacements of parts of one entry, applied in the order of their places while the rest is copied. Confined.
final class EntryEdits {

  private int[] from = new int[16];
  private int[] to = new int[16];
  private String[] text = new String[16];
  private int used;

  void clear() {
    used = 0;
  }

  boolean isEmpty() {
    return used == 0;
  }

  /// Replaces `[start, end)`. Of two at one place the one added first comes first.
  void replace(int start, int end, String by) {
    place(start, end, by, start);
  }

  /// Writes `more` at a place, before whatever replaces the bytes there.
  void insertFirst(int at, String more) {
    place(at, at, more, at - 1);
  }

  private void place(int start, int end, String by, int after) {
    makeRoom();
    int at = used++;
    while (at > 0 && from[at - 1] > after) {
      from[at] = from[at - 1];
      to[at] = to[at - 1];
      text[at] = text[at - 1];
      at--;
    }
    from[at] = start;
    to[at] = end;
    text[at] = by;
  }

  private void makeRoom() {
    if (used == from.length) {
      from = Arrays.copyOf(from, used * 2);
      to = Arrays.copyOf(to, used * 2);
      text = Arrays.copyOf(text, used * 2);
    }
  }

  /// Whether something is replaced that ends there.
  boolean endsAt(int end) {
    for (int i = 0; i < used; i++) {
      if (to[i] == end && from[i] < end) {
        return true;
      }
    }
    return false;
  }

  /// Writes `[start, end)` of `block` with the replacements made.
  void apply(byte[] block, int start, int end, Charset charset, ByteSink sink) {
    int copied = start;
    for (int i = 0; i < used; i++) {
      if (from[i] >= copied) {
        sink.put(block, copied, from[i]);
        copied = from[i];
      }
      sink.put(text[i], charset);
      copied = Math.max(copied, to[i]);
    }
    sink.put(block, copied, end);
  }

  /// Whether all new texts can be written in `charset`.
  boolean fits(Charset charset) {
    var encoder = charset.newEncoder();
    for (int i = 0; i < used; i++) {
      if (!encoder.canEncode(text[i])) {
        return false;
      }
    }
    return true;
  }
}
