package app.lineup.m3u;

import app.lineup.model.channel.ByteSearch;

/// Reads the attributes and the name of one `#EXTINF` line, or the attributes of an `#EXTM3U` line. Not thread-safe;
/// one instance reads one line after the other (`M3U-10` to `M3U-19`).
public final class AttributeScanner {

  private byte[] bytes = new byte[0];
  private int next;
  private int end;
  /// The key that was seen behind a closing quote, so that it is not read twice; −1 where none was.
  private int seenKey;
  private int seenEquals;

  /// The place of the attribute that was found last.
  public int keyFrom;
  public int keyTo;
  public int valueFrom;
  public int valueTo;

  /// Where a new attribute is written: before the name's comma, or after the last attribute where there is none.
  public int attributesTo;
  /// The name after the comma, or after the last attribute where there is none.
  public int nameFrom;
  public int nameTo;
  public boolean comma;

  /// Begins at the first byte after `#EXTINF:`, where a duration may stand.
  public void startInfo(byte[] line, int from, int to) {
    start(line, from, to);
    int i = Ascii.skipBlanks(bytes, from, to);
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    while (i < to && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == '.')) {
      i++;
    }
    next = i;
    attributesTo = i;
  }

  /// Begins at the first byte after `#EXTM3U`.
  void start(byte[] line, int from, int to) {
    bytes = line;
    next = from;
    end = to;
    seenKey = -1;
    attributesTo = from;
    nameFrom = to;
    nameTo = to;
    comma = false;
  }

  /// Moves to the next attribute; false where there is none, and the name's place is then known.
  public boolean nextAttribute() {
    if (seenKey >= 0) {
      keyFrom = seenKey;
      keyTo = Ascii.isBlank(bytes[seenEquals - 1]) ? Ascii.trimEnd(bytes, seenKey, seenEquals) : seenEquals;
      seenKey = -1;
      value(afterBlanks(seenEquals + 1), seenEquals + 1);
      return true;
    }
    int i = next;
    while (true) {
      i = afterBlanks(i);
      if (i >= end) {
        name(attributesTo, false);
        return false;
      }
      byte b = bytes[i];
      if (b == ',') {
        name(i + 1, true);
        return false;
      }
      int key = i;
      i += Keys.usualLength(bytes, i, end);
      while (i < end && Ascii.isKeyByte(bytes[i])) {
        i++;
      }
      int keyEnd = i;
      int equals = afterBlanks(i);
      if (keyEnd > key && equals < end && bytes[equals] == '=') {
        keyFrom = key;
        keyTo = keyEnd;
        value(afterBlanks(equals + 1), equals + 1);
        return true;
      }
      // A word that is no attribute: stray text, or the name of a line that has no comma.
      i = keyEnd > key ? keyEnd : afterQuoted(i);
    }
  }

  /// The first byte from `at` on that is no blank. Mostly that is the one at `at`, which is seen without a call.
  private int afterBlanks(int at) {
    return at < end && bytes[at] <= ' ' ? Ascii.skipBlanks(bytes, at, end) : at;
  }

  /// A comma inside stray quotes does not begin the name (`M3U-11`).
  private int afterQuoted(int at) {
    if (bytes[at] != '"') {
      return at + 1;
    }
    int close = ByteSearch.indexOf(bytes, (byte) '"', at + 1, end);
    return close < end ? close + 1 : at + 1;
  }

  private void name(int from, boolean afterComma) {
    comma = afterComma;
    if (afterComma) {
      attributesTo = from - 1;
    }
    nameFrom = Ascii.skipBlanks(bytes, from, end);
    nameTo = Ascii.trimEnd(bytes, nameFrom, end);
    next = end;
  }

  private void value(int from, int afterEquals) {
    if (from < end && (bytes[from] == '"' || bytes[from] == '\'')) {
      valueFrom = from + 1;
      valueTo = closingQuote(from + 1, bytes[from]);
      next = valueTo < end ? valueTo + 1 : end;
    } else if (from > afterEquals && startsAttribute(from)) {
      // `key= next="x"`: a blank value before the next attribute.
      valueFrom = afterEquals;
      valueTo = afterEquals;
      next = afterEquals;
    } else {
      valueFrom = from;
      int i = from;
      while (i < end && bytes[i] != ',' && !Ascii.isBlank(bytes[i])) {
        i++;
      }
      valueTo = i;
      next = i;
    }
    attributesTo = next;
  }

  /// `M3U-13`: a quote ends the value where white space and a key, a comma, or the line's end follow; where none does
  /// before another attribute's value is opened, the first quote ends it.
  private int closingQuote(int from, byte quote) {
    int first = ByteSearch.indexOf(bytes, quote, from, end);
    for (int i = first; i < end; i = ByteSearch.indexOf(bytes, quote, i + 1, end)) {
      if (endsValue(i + 1)) {
        return i;
      }
      if (i > first && opensValue(first + 1, i)) {
        return first;
      }
    }
    return first;
  }

  /// Whether white space, a key and `=` stand in `[from, quote)` right before the quote: `"x"stray next="y"`.
  private boolean opensValue(int from, int quote) {
    int equals = Ascii.trimEnd(bytes, from, quote) - 1;
    if (equals < from || bytes[equals] != '=') {
      return false;
    }
    int keyEnd = Ascii.trimEnd(bytes, from, equals);
    int key = keyEnd;
    while (key > from && Ascii.isKeyByte(bytes[key - 1])) {
      key--;
    }
    return key < keyEnd && key > from && Ascii.isBlank(bytes[key - 1]);
  }

  private boolean endsValue(int after) {
    if (after >= end || bytes[after] == ',') {
      return true;
    }
    if (!Ascii.isBlank(bytes[after])) {
      return startsQuotedAttribute(after);
    }
    int i = afterBlanks(after + 1);
    return i >= end || bytes[i] == ',' || startsAttribute(i);
  }

  private boolean startsAttribute(int from) {
    int i = from + Keys.usualLength(bytes, from, end);
    while (i < end && Ascii.isKeyByte(bytes[i])) {
      i++;
    }
    int equals = afterBlanks(i);
    boolean starts = i > from && equals < end && bytes[equals] == '=';
    if (starts) {
      seenKey = from;
      seenEquals = equals;
    }
    return starts;
  }

  /// `"x"key="y"` with no space between: a new attribute begins, and not a quote within the value.
  private boolean startsQuotedAttribute(int from) {
    int i = from;
    while (i < end && Ascii.isKeyByte(bytes[i])) {
      i++;
    }
    return i > from + 1 && i + 1 < end && bytes[i] == '=' && bytes[i + 1] == '"';
  }
}
