package app.lineup.xmltv;

import app.lineup.model.FindingKind;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before the first element of a guide: byte order mark, XML declaration, DOCTYPE and `<tv …>`.
///
/// @param root  the start tag of `<tv>`, in UTF-8
/// @param bytes how many bytes of UTF-8 all that is
/// @param marked whether it begins with a byte order mark
/// @param declares whether its DOCTYPE declares entities
record GuideHead(Piece root, int bytes, boolean marked, boolean declares) {

  /// As far as `<tv>` is looked for: what comes before it is short in any guide, and endless only in a trap.
  static final int MOST_BYTES = 1024 * 1024;

  private static final byte[] TV = Markup.ascii("<tv");
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Pattern ENCODING = Pattern.compile("^[^<]*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

  /// The charset that the first bytes tell of: UTF-8 unless they name another that can be read.
  static Charset charset(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00FE\u00FF") || text.startsWith("\0<")) {
      return StandardCharsets.UTF_16BE;
    }
    if (text.startsWith("\u00FF\u00FE") || text.startsWith("<\0")) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher named = ENCODING.matcher(text);
    if (!named.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset charset = Charset.forName(named.group(1));
      boolean readsItself = "<".equals(new String(new byte[] {'<'}, charset));
      return readsItself && !charset.equals(StandardCharsets.US_ASCII) ? charset : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /// Whether something that begins like this is a guide.
  static boolean isGuide(byte[] start) {
    return find(start).isPresent();
  }

  /// Reads the head.
  ///
  /// @param start   the first bytes in UTF-8, at most [#MOST_BYTES]
  /// @param subject the guide, for messages
  /// @throws PipelineException if this is no guide
  static GuideHead read(byte[] start, String subject) throws PipelineException {
    Optional<GuideHead> found = find(start);
    if (found.isPresent()) {
      return found.get();
    }
    String text = new String(start, 0, Math.min(start.length, 4096), StandardCharsets.UTF_8).strip()
        .toLowerCase(Locale.ROOT);
    String what = text.isEmpty() ? "it is empty"
        : text.startsWith("#extm3u") || text.startsWith("#extinf") ? "a playlist instead of a programme guide (XMLTV)"
        : text.contains("<html") || text.startsWith("<!doctype html")
        ? "an HTML page instead of a programme guide (XMLTV)"
        : start.length == MOST_BYTES ? "no programme guide (XMLTV): nothing in its first megabyte is its beginning"
        : "no programme guide (XMLTV): it does not begin with <tv>";
    throw new PipelineException(Kind.USER, subject, what, "Check that this is the right address or file.");
  }

  private static Optional<GuideHead> find(byte[] bytes) {
    boolean marked = Markup.startsWith(bytes, 0, bytes.length, MARK);
    boolean declares = false;
    int at = Markup.skipBlanks(bytes, marked ? MARK.length : 0, bytes.length);
    while (at < bytes.length && bytes[at] == '<') {
      if (Markup.isTag(bytes, at, bytes.length, TV)) {
        int end = Markup.tagEnd(bytes, at, bytes.length);
        return end < 0
            ? Optional.empty() : Optional.of(new GuideHead(new Piece(bytes, at, end, false), end, marked, declares));
      }
      byte second = at + 1 < bytes.length ? bytes[at + 1] : 0;
      int end = second == '!' || second == '?' ? Markup.prologEnd(bytes, at, bytes.length) : -1;
      if (end < 0) {
        return Optional.empty();
      }
      declares |= new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).contains("<!ENTITY");
      at = Markup.skipBlanks(bytes, end, bytes.length);
    }
    return Optional.empty();
  }

  void tell(GuideLog log) {
    if (marked) {
      log.add(FindingKind.GUIDE_BYTE_ORDER_MARK, 1, "");
    }
    if (declares) {
      log.add(FindingKind.OWN_ENTITIES, 1, "");
    }
  }
}
