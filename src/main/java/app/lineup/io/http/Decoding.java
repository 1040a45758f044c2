package app.lineup.io.http;

import app.lineup.problem.PipelineException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Takes off what a server packed around a document for the way (`HTTP-89`). Thread-safe: no state.
///
/// Servers say gzip and send plain text, or name a charset where a packing belongs: what begins like a list or a guide
/// is taken as it is, whatever they say. A list that is itself a `.gz` stays one.
final class Decoding {

  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int LOOKED_AT = 64;
  private static final int MOST = 3;

  private Decoding() {}

  /// The document.
  static InputStream of(Answer answer, Failures failures) throws IOException, PipelineException {
    List<String> codings = answer.headers().allValues("Content-Encoding").stream()
        .flatMap(line -> Stream.of(line.split(","))).map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !isNothing(word)).toList();
    if (codings.size() > MOST) {
      throw failures.encoded(String.join(", ", codings));
    }
    InputStream in = answer.body();
    // The last one that is named was put around the others.
    for (String coding : codings.reversed()) {
      in = without(coding, in, failures);
    }
    return in;
  }

  private static boolean isNothing(String word) {
    return switch (word) {
      case "", "identity", "none", "utf8", "binary", "chunked", "7bit", "8bit" -> true;
      default -> isCharset(word);
    };
  }

  private static boolean isCharset(String word) {
    try {
      return Charset.isSupported(word);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static InputStream without(String coding, InputStream packed, Failures failures)
      throws IOException, PipelineException {
    var in = new PushbackInputStream(new BufferedInputStream(packed, BLOCK_BYTES), LOOKED_AT);
    byte[] head = in.readNBytes(LOOKED_AT);
    in.unread(head);
    if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
      return new GZIPInputStream(in, BLOCK_BYTES);
    }
    if (isText(head)) {
      return in;
    }
    return switch (coding) {
      case "gzip", "x-gzip" -> in;
      case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(head)), BLOCK_BYTES);
      default -> throw failures.encoded(coding);
    };
  }

  /// What is called deflate has a frame of its own, or none.
  private static boolean isZlib(byte[] head) {
    return head.length >= 2 && (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) * 256 + (head[1] & 0xFF)) % 31 == 0;
  }

  private static boolean isText(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return text.startsWith("#EXT") || text.startsWith("<?xml") || text.startsWith("<!DOCTYPE") || text.startsWith("<tv")
        || text.startsWith("http://") || text.startsWith("https://");
  }
}
