package app.lineup.m3u.scan;

import app.lineup.m3u.Ascii;
import app.lineup.model.channel.ByteSearch;

/// Looks for a number's key without reading the attributes: all of them end in `no` or `number` (`M3U-20`).
final class NumberKeys {

  private NumberKeys() {}

  /// False only where the line surely has none.
  static boolean mayHave(byte[] bytes, int from, int to) {
    return next(bytes, from, to) < to;
  }

  /// The `=` behind the first text in `[from, to)` that may be such a key, or `to`.
  static int next(byte[] bytes, int from, int to) {
    int equals = ByteSearch.indexOf(bytes, (byte) '=', from, to);
    while (equals < to) {
      // One look at the byte before says no of most.
      int before = equals > from ? bytes[equals - 1] | 0x20 : 0;
      if ((before == 'o' || before == 'r' || before == ' ' || before == '\t' + 0x20) && isKey(bytes, from, equals)) {
        return equals;
      }
      equals = ByteSearch.indexOf(bytes, (byte) '=', equals + 1, to);
    }
    return to;
  }

  private static boolean isKey(byte[] bytes, int from, int equals) {
    int key = Ascii.trimEnd(bytes, from, equals) - 1;
    return key > from && endsLikeNumber(bytes[key - 1] | 0x20, bytes[key] | 0x20);
  }

  private static boolean endsLikeNumber(int lastButOne, int last) {
    return lastButOne == 'n' && last == 'o' || lastButOne == 'e' && last == 'r';
  }
}
