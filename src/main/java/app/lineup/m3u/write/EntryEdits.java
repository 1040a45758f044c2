package app.lineup.m3u.write;

import app.lineup.model.channel.ByteSearch;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Replacements of parts of one entry, applied in the order of their places while the rest is copied. Not thread-safe;
/// used for one entry after the other.
///
/// The new texts stand one behind the other in an array of UTF-8. One is written into [#text] first, and the
/// replacement that is noted then takes all that was written since the one before.
final class EntryEdits {

  /// The numbers of a replacement: from, to, and where its text begins and ends.
  private static final int ROW = 4;

  private final ByteSink text = new ByteSink(1024);
  private int textFrom;
  private int[] rows = new int[ROW * 16];
  private int used;

  void clear() {
    text.clear();
    textFrom = 0;
    used = 0;
  }

  boolean isEmpty() {
    return used == 0;
  }

  /// Where the text of the next replacement is written.
  ByteSink text() {
    return text;
  }

  /// Replaces `[start, end)`. Of two at one place the one added first comes first.
  void replace(int start, int end) {
    place(start, end, start);
  }

  /// Writes the text at a place, before whatever replaces the bytes there.
  void insertFirst(int at) {
    place(at, at, at - 1);
  }

  private void place(int start, int end, int after) {
    if (used == rows.length) {
      rows = Arrays.copyOf(rows, 2 * used);
    }
    int at = used;
    used += ROW;
    while (at > 0 && rows[at - ROW] > after) {
      rows[at] = rows[at - 4];
      rows[at + 1] = rows[at - 3];
      rows[at + 2] = rows[at - 2];
      rows[at + 3] = rows[at - 1];
      at -= ROW;
    }
    rows[at] = start;
    rows[at + 1] = end;
    rows[at + 2] = textFrom;
    rows[at + 3] = text.length();
    textFrom = text.length();
  }

  /// Whether something is replaced that ends there.
  boolean endsAt(int end) {
    for (int at = 0; at < used; at += ROW) {
      if (rows[at + 1] == end && rows[at] < end) {
        return true;
      }
    }
    return false;
  }

  /// Writes `[start, end)` of an entry in UTF-8 with the replacements made.
  void apply(byte[] block, int start, int end, ByteSink sink) {
    byte[] texts = text.bytes();
    byte[] out = sink.room(end - start + text.length());
    int to = sink.length();
    int copied = start;
    for (int at = 0; at < used; at += ROW) {
      int place = rows[at];
      if (place > copied) {
        System.arraycopy(block, copied, out, to, place - copied);
        to += place - copied;
        copied = place;
      }
      int length = rows[at + 3] - rows[at + 2];
      System.arraycopy(texts, rows[at + 2], out, to, length);
      to += length;
      copied = Math.max(copied, rows[at + 1]);
    }
    System.arraycopy(block, copied, out, to, end - copied);
    sink.filled(to + end - copied);
  }

  /// Writes `[start, end)` of an entry in an old code page with the replacements made.
  void apply(byte[] block, int start, int end, Charset codePage, ByteSink sink) {
    int copied = start;
    for (int at = 0; at < used; at += ROW) {
      if (rows[at] > copied) {
        sink.put(block, copied, rows[at]);
        copied = rows[at];
      }
      sink.put(decoded(at).getBytes(codePage));
      copied = Math.max(copied, rows[at + 1]);
    }
    sink.put(block, copied, end);
  }

  /// Whether all new texts can be written in an old code page.
  boolean fits(Charset codePage) {
    if (ByteSearch.nextHigh(text.bytes(), 0, text.length()) == text.length()) {
      return true;
    }
    CharsetEncoder encoder = codePage.newEncoder();
    for (int at = 0; at < used; at += ROW) {
      if (!encoder.canEncode(decoded(at))) {
        return false;
      }
    }
    return true;
  }

  private String decoded(int at) {
    return new String(text.bytes(), rows[at + 2], rows[at + 3] - rows[at + 2], StandardCharsets.UTF_8);
  }
}
