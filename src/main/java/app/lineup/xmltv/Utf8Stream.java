package app.lineup.xmltv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text of another charset as UTF-8. Not thread-safe; used by one thread.
final class Utf8Stream extends InputStream {

  private static final int CHARS = 64 * 1024;

  private final Reader reader;
  private final char[] chars = new char[CHARS];
  private byte[] bytes = {};
  private int at;

  Utf8Stream(InputStream stream, Charset charset) {
    reader = new InputStreamReader(stream, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, from, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      // One place is left for the second half of a pair.
      int count = reader.read(chars, 0, CHARS - 1);
      if (count < 0) {
        return false;
      }
      if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
        int second = reader.read();
        if (second >= 0) {
          chars[count++] = (char) second;
        }
      }
      bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
