package app.lineup.xmltv;

import app.lineup.model.channel.ByteSearch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Tells UTF-8 from other bytes, and turns those into it. Not thread-safe; used by one thread.
final class Utf8 {

  private static final Charset STAND_IN = Charset.forName("windows-1252");
  private static final int CHARS = 8 * 1024;

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer chars = CharBuffer.allocate(CHARS);

  boolean isUtf8(byte[] bytes, int from, int to) {
    int high = ByteSearch.nextHigh(bytes, from, to);
    if (high == to) {
      return true;
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, high, to - high);
    decoder.reset();
    CoderResult result;
    do {
      chars.clear();
      result = decoder.decode(rest, chars, true);
    } while (result.isOverflow());
    return !result.isError();
  }

  static byte[] recoded(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, STAND_IN).getBytes(StandardCharsets.UTF_8);
  }
}
