package app.lineup.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The attributes of an `#EXTINF` or `#EXTM3U` line, and the name behind them, in raw form. Not thread-safe; used by
/// whoever reads the line.
///
/// The grammar, in which `_` is a space or tab and a key is of letters, digits and `-_.:` (`M3U-10` to `M3U-19`): an
/// attribute is `key_=_value`; a value that begins with `"` or `'` ends at the first such quote that the line's end, a
/// comma, another attribute, or directly a `key="` follows. Where a later quote opens the value of another attribute
/// before such a one is found, and where none is found, the first quote ends it; where there is no quote, the line's
/// end. Other values end before a blank or a comma. The name begins behind the first comma outside values and stray
/// quotes; without a comma it is what follows the last attribute.
final class PlainAttributes {

  /// @param key    in lower case
  /// @param keyAt  where the key begins
  /// @param value  without quotes
  /// @param to     after the value and its quote
  record Attribute(String key, int keyAt, Span value, int to) {}

  private static final String KEY = "[A-Za-z0-9_.:-]";
  private static final Pattern DURATION = Pattern.compile("[ \t]*[-+]?[0-9.]*");
  private static final Pattern BEGIN = Pattern.compile("(" + KEY + "+)[ \t]*=");
  private static final Pattern WORD = Pattern.compile(KEY + "+");
  private static final Pattern STRAY_QUOTED = Pattern.compile("(?s)\"[^\"]*\"");
  private static final Pattern BARE = Pattern.compile("[^, \t]*");
  private static final Pattern BLANKS = Pattern.compile("[ \t]*");
  private static final Pattern AFTER_VALUE =
      Pattern.compile("[ \t]*(?:,|\\z)|[ \t]+" + KEY + "+[ \t]*=|" + KEY + "{2,}=\"");
  private static final Pattern OPENS_VALUE = Pattern.compile("[ \t]" + KEY + "+[ \t]*=[ \t]*\\z");

  final List<Attribute> all = new ArrayList<>();
  /// Where a new attribute is written.
  int end;
  Span name;
  boolean comma;

  private final String raw;
  private final int to;

  /// Reads an `#EXTINF` line.
  ///
  /// @param raw  what it stands in
  /// @param from after `#EXTINF:`
  /// @param to   after its last character that is no blank
  static PlainAttributes ofInfo(String raw, int from, int to) {
    Matcher duration = match(DURATION, raw, from, to);
    return new PlainAttributes(raw, duration.lookingAt() ? duration.end() : from, to);
  }

  /// @param from where the first attribute may begin
  PlainAttributes(String raw, int from, int to) {
    this.raw = raw;
    this.to = to;
    this.end = from;
    this.name = new Span(to, to);
    int at = from;
    while (at >= 0) {
      at = step(at);
    }
  }

  /// Reads what begins there and gives where to go on, -1 where the name was read.
  private int step(int from) {
    int at = behind(BLANKS, from);
    if (at >= to) {
      name = trimmed(end);
      return -1;
    }
    if (raw.charAt(at) == ',') {
      comma = true;
      end = at;
      name = trimmed(at + 1);
      return -1;
    }
    Matcher begin = match(BEGIN, raw, at, to);
    if (begin.lookingAt()) {
      var attribute = attribute(begin.group(1).toLowerCase(Locale.ROOT), at, begin.end());
      all.add(attribute);
      end = attribute.to();
      return end;
    }
    int word = behind(WORD, at);
    return word > at ? word : Math.max(at + 1, behind(STRAY_QUOTED, at));
  }

  private Attribute attribute(String key, int keyAt, int afterEquals) {
    int from = behind(BLANKS, afterEquals);
    if (from < to && (raw.charAt(from) == '"' || raw.charAt(from) == '\'')) {
      int close = closing(from + 1, raw.charAt(from));
      return new Attribute(key, keyAt, new Span(from + 1, close), Math.min(to, close + 1));
    }
    if (from > afterEquals && match(BEGIN, raw, from, to).lookingAt()) {
      return new Attribute(key, keyAt, new Span(afterEquals, afterEquals), afterEquals);
    }
    int last = behind(BARE, from);
    return new Attribute(key, keyAt, new Span(from, last), last);
  }

  private int closing(int from, char quote) {
    int first = quote(from, quote);
    for (int at = first; at < to; at = quote(at + 1, quote)) {
      if (match(AFTER_VALUE, raw, at + 1, to).lookingAt()) {
        return at;
      }
      if (at > first && match(OPENS_VALUE, raw, first + 1, at).find()) {
        return first;
      }
    }
    return first;
  }

  private int quote(int from, char quote) {
    int at = raw.indexOf(quote, from);
    return at < 0 || at > to ? to : at;
  }

  private Span trimmed(int from) {
    int start = Math.min(to, behind(BLANKS, from));
    return new Span(start, start + PlainLine.trimmed(raw.substring(start, to)).length());
  }

  private int behind(Pattern pattern, int from) {
    Matcher matcher = match(pattern, raw, from, to);
    return matcher.lookingAt() ? matcher.end() : from;
  }

  private static Matcher match(Pattern pattern, String raw, int from, int to) {
    return pattern.matcher(raw).region(from, to);
  }
}
