package app.lineup.m3u.scan;

import java.util.regex.Pattern;

/// What the lines of a text have of a playlist (`M3U-65`). Immutable.
///
/// @param hasEntry  whether one of them begins an entry
/// @param addresses how many of them can be an address
/// @param sentences how many of them are words that can be no address
/// @param others    how many of them are neither, nor comments
record ListLines(boolean hasEntry, int addresses, int sentences, int others) {

  private static final Pattern ENTRY = Pattern.compile("#?EXTINF[:\\s]", Pattern.CASE_INSENSITIVE);

  /// A scheme, a path from the root, a drive, a share, an add-on's address.
  private static final Pattern ADDRESS = Pattern.compile(
      "[a-z][a-z0-9+.-]*://\\S|/[^\\s/<]|"
          + "[a-z]:[\\\\/]|\\\\\\\\[^\\s\\\\]|plugin:|(?:rtp|udp|rtsp|rtmp|mms|srt):",
      Pattern.CASE_INSENSITIVE);

  /// A relative path that ends like a medium, before what may follow it.
  private static final Pattern MEDIUM = Pattern.compile(
      "[^\\s?#|<>{}\",;=][^?#|<>{}\",;=]*\\.(?:ts|m2ts|m3u8?|mpd|mp4|m4v|mkv|avi|mov|wmv|flv|webm|mpe?g|mp3|aac|m4a"
          + "|ogg|flac|wav|strm)(?:[?#|].*)?",
      Pattern.CASE_INSENSITIVE);

  /// `Name,address`, and the heading of a group: some players write their lists so.
  private static final Pattern NAMED = Pattern.compile("[^,]+,(?:[a-z][a-z0-9+.-]*://\\S.*|#genre#)",
      Pattern.CASE_INSENSITIVE);

  /// Short words with commas, semicolons or tabs between them.
  private static final Pattern CELLS = Pattern.compile(
      "[^,;\\s]+(?: [^,;\\s]+)?(?:[,;\\t](?:[^,;\\s]+(?: [^,;\\s]+)?)?)+");

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  /// Words between blanks that make a sentence; fewer may be a name that stands above its address.
  private static final int WORDS = 3;

  /// Looks at every line.
  ///
  /// @param text the beginning of a text, without a byte order mark, one character a byte
  static ListLines of(String text) {
    boolean entry = false;
    boolean table = isTable(text);
    int addresses = 0;
    int sentences = 0;
    int others = 0;
    for (int at = 0; at < text.length(); at = end(text, at)) {
      String line = text.substring(at, end(text, at)).strip();
      if (line.isEmpty()) {
        continue;
      }
      if (ENTRY.matcher(line).lookingAt()) {
        entry = true;
      } else if (isAddress(line) || (!table && NAMED.matcher(line).matches())) {
        addresses++;
      } else if (line.charAt(0) != '#' && !line.startsWith("EXTM3U")) {
        if (BLANKS.split(line, -1).length >= WORDS) {
          sentences++;
        } else {
          others++;
        }
      }
    }
    return new ListLines(entry, addresses, sentences, others);
  }

  private static boolean isAddress(String line) {
    return ADDRESS.matcher(line).lookingAt() || MEDIUM.matcher(line).matches();
  }

  /// Whether the first line is the head of a table.
  static boolean isTable(String text) {
    String first = text.substring(0, end(text, 0)).strip();
    return !first.startsWith("#") && CELLS.matcher(first).matches() && !NAMED.matcher(first).matches()
        && !isAddress(first);
  }

  /// Where the line behind the one at `from` begins.
  static int end(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
        return at + 1;
      }
    }
    return text.length();
  }

  /// Whether they can be a list: an entry, an address, or nothing but comments. One address below a sentence is what an
  /// error in words names, not a list.
  boolean areList() {
    return hasEntry || (addresses == 0 ? sentences + others == 0 : addresses > 1 || sentences == 0);
  }
}
