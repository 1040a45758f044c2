package app.lineup.m3u.scan;

import app.lineup.m3u.Ascii;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ByteSearch;
import app.lineup.model.channel.EntryLayout;

/// The address line of an entry.
final class StreamUrl {

  private StreamUrl() {}

  /// Where the address ends and player headers begin (`M3U-27`): at a `|` that a `Name=` follows.
  static int withoutHeaders(byte[] bytes, int from, int to) {
    int bar = ByteSearch.indexOf(bytes, (byte) '|', from, to);
    if (bar >= to || bar == from) {
      return to;
    }
    int i = bar + 1;
    while (i < to && Ascii.isKeyByte(bytes[i])) {
      i++;
    }
    return i > bar + 1 && i < to && bytes[i] == '=' ? bar : to;
  }

  /// Notes the last segment of the address's path as what serves for a name (`M3U-9` and `M3U-22`).
  static void noteName(byte[] bytes, InfoLine info) {
    int from = info.get(KnownField.STREAM_URL.ordinal() * 2);
    int to = info.get(KnownField.STREAM_URL.ordinal() * 2 + 1);
    int end = Math.min(ByteSearch.indexOf(bytes, (byte) '?', from, to),
        ByteSearch.indexOf(bytes, (byte) '#', from, to));
    while (end > from + 1 && bytes[end - 1] == '/') {
      end--;
    }
    int start = end;
    while (start > from && bytes[start - 1] != '/' && bytes[start - 1] != '\\') {
      start--;
    }
    info.set(EntryLayout.STAND_IN_FROM, start);
    info.set(EntryLayout.STAND_IN_TO, end);
  }
}
