package app.lineup.m3u.scan;

import app.lineup.problem.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Tells a playlist from what comes in its place: pages, guides, answers for programs, errors in words, tables, single
/// streams, films (`M3U-6`, `M3U-36` and `M3U-65`). Whatever becomes a list is judged here, be it a file, an address,
/// a pipe, or what was pasted or dropped. Thread-safe: no state.
///
/// It refuses only what is certainly none. Odd lists pass, for a list may begin with anything.
final class ContentCheck {

  private static final int LOOKED_AT = 32 * 1024;
  private static final int FEW_CONTROLS = 16;

  /// What a web page begins with, and what a piece of one does.
  private static final String[] PAGES = {
    "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script", "<style", "<link",
  };
  private static final String[] PIECES = {
    "<br", "<b>", "<p>", "<p ", "<div", "<center", "<h1", "<h2", "<h3", "<span", "<font", "<pre", "<table", "<a ",
    "<img", "<form", "<iframe",
  };

  /// Bytes as Latin-1, where they stand, what they mean.
  private static final Magic[] MAGICS = {
    new Magic("\u0089PNG", 0, "a picture"), new Magic("\u00FF\u00D8\u00FF", 0, "a picture"),
    new Magic("GIF8", 0, "a picture"), new Magic("RIFF", 0, "a picture or a film"),
    new Magic("ftyp", 4, "a film (MP4)"), new Magic("\u001AE\u00DF\u00A3", 0, "a film (Matroska)"),
    new Magic("FLV\u0001", 0, "a film"), new Magic("OggS", 0, "sound"), new Magic("%PDF", 0, "a PDF document"),
    new Magic("PK\u0003\u0004", 0, "an archive inside an archive"),
    new Magic("\u001F\u008B", 0, "a packed file inside a packed file"),
    new Magic("7z\u00BC\u00AF", 0, "a 7-Zip archive, which cannot be unpacked here"),
    new Magic("Rar!", 0, "a RAR archive, which cannot be unpacked here"),
    new Magic("(\u00B5/\u00FD", 0, "a Zstandard file, which cannot be unpacked here"),
    new Magic("ustar", 257, "a tar archive, which cannot be unpacked here"),
    new Magic("SQLite format 3", 0, "a database"), new Magic("\u007FELF", 0, "a program"),
  };

  private record Magic(String bytes, int at, String meaning) {}

  private ContentCheck() {}

  /// Looks at the beginning of a list. An empty one passes.
  ///
  /// @param head    the first bytes of the list, unpacked
  /// @param length  how many of them count
  /// @param subject the list, with credentials masked
  /// @throws PipelineException if this is certainly no playlist
  static void check(byte[] head, int length, String subject) throws PipelineException {
    String bytes = new String(head, 0, Math.min(length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    var refusal = new Refusal(bytes, subject);
    if (bytes.startsWith("\u00FF\u00FE") || bytes.startsWith("\u00FE\u00FF")) {
      throw refusal.of("text in UTF-16, which no player reads",
          "Save it as UTF-8 with a text editor and add it again.");
    }
    String text = (bytes.startsWith("\u00EF\u00BB\u00BF") ? bytes.substring(3) : bytes).stripLeading();
    checkForStream(text, refusal);
    var lines = ListLines.of(text);
    boolean header = text.startsWith("#EXTM3U") || text.startsWith("EXTM3U");
    if (lines.hasEntry() && (header || text.startsWith("#EXTINF"))) {
      return;
    }
    // Some panels put the header before whatever they say.
    String said = header ? text.substring(ListLines.end(text, 0)).stripLeading() : text;
    var saying = header ? new Refusal(said, subject) : refusal;
    if (said.startsWith("<")) {
      checkMarkup(said.toLowerCase(Locale.ROOT), saying);
    } else if (isJson(said) && !lines.hasEntry()) {
      throw saying.of("JSON, an answer for programs, instead of a playlist",
          "Read what it says. An address with player_api.php gives JSON; the list is at get.php with the same login "
              + "and &type=m3u_plus.");
    }
    checkForBinary(bytes, refusal);
    if (!lines.areList()) {
      throw saying.of(meaning(said), "Read what it says, and check that this is the right address or file. A playlist "
          + "has lines that begin with #EXTINF, and addresses.");
    }
  }

  /// What text is that is no list.
  private static String meaning(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("[playlist]") ? "a PLS playlist, another format, instead of an M3U playlist"
        : lower.startsWith("version https://git-lfs") ? "a pointer of Git LFS, not the file that it stands for,"
        : ListLines.isTable(text) ? "a table (CSV) instead of a playlist"
        : "words instead of a playlist";
  }

  private static void checkForStream(String text, Refusal refusal) throws PipelineException {
    boolean hls = hasLine(text, "#EXT-X-TARGETDURATION") || hasLine(text, "#EXT-X-MEDIA-SEQUENCE")
        || hasLine(text, "#EXT-X-STREAM-INF");
    if (hls && !text.contains("tvg-") && !text.contains("group-title=")) {
      throw refusal.stream();
    }
  }

  private static boolean hasLine(String text, String start) {
    for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      if (at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r') {
        return true;
      }
    }
    return false;
  }

  private static void checkMarkup(String lower, Refusal refusal) throws PipelineException {
    String text = lower;
    while (text.startsWith("<!--") && text.contains("-->")) {
      text = text.substring(text.indexOf("-->") + 3).stripLeading();
    }
    boolean document = text.startsWith("<?xml") || text.startsWith("<!doctype");
    boolean hasList = hasLine(lower, "#extinf");
    boolean piece = startsWithAny(text, PIECES) && !hasList;
    if (piece || startsWithAny(text, PAGES) || (document && text.contains("<html"))) {
      throw refusal.of("an HTML page instead of a playlist",
          "Open the address in a browser: the page may say why, for example that the account has expired.");
    }
    if (startsWithAny(text, "<tv>", "<tv ", "<tv\n", "<tv\r", "<!doctype tv") || (document && text.contains("<tv"))) {
      throw refusal.of("a programme guide (XMLTV), not a list of channels",
          "Give it as a guide; the list of channels has an address or file of its own.");
    }
    if (document || (!hasList && text.contains("</") && !text.startsWith("</"))) {
      throw refusal.of("an XML document instead of a playlist", "Check that this is the right address or file.");
    }
  }

  private static boolean startsWithAny(String text, String... starts) {
    for (String start : starts) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /// A `[News]` or `{x}` at the start of a list is none.
  private static boolean isJson(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return false;
    }
    String inner = text.substring(1).stripLeading();
    return text.charAt(0) == '{'
        ? startsWithAny(inner, "\"", "}")
        : startsWithAny(inner, "{", "[{", "[\"", "[]", "\"", "]");
  }

  private static void checkForBinary(String bytes, Refusal refusal) throws PipelineException {
    for (Magic magic : MAGICS) {
      if (bytes.startsWith(magic.bytes(), magic.at())) {
        throw refusal.of(magic.meaning() + ", not a playlist", "Check that this is the right address or file.");
      }
    }
    long controls = bytes.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f').count();
    boolean transportStream = bytes.length() > 564
        && bytes.charAt(0) == 'G' && bytes.charAt(188) == 'G' && bytes.charAt(376) == 'G' && bytes.charAt(564) == 'G';
    if (transportStream && controls > 0) {
      throw refusal.stream();
    }
    // A list may carry stray NULs (`M3U-38`); in data for machines each twentieth byte and more is one or its like.
    if (controls > FEW_CONTROLS && controls * 20 > bytes.length()) {
      throw refusal.of("data that is no text, and so no playlist", "Check that this is the right address or file.");
    }
  }
}
