package app.lineup.rule.pattern;

import app.lineup.model.channel.ByteSearch;
import app.lineup.rule.syntax.CaseFold;

/// The bytes that one place of a pattern matches. Immutable.
///
/// What is below 0x80 is exact. Of what is above, [#reach] says how much the pattern's place matches.
public final class ByteSet {

  /// What a place of a pattern matches outside ASCII, [NonAsciiHazard]s left aside.
  enum Reach {
    NOTHING,
    EVERYTHING,
    SOMETHING
  }

  private final boolean[] has;
  private final Reach reach;
  /// Where it has all from a space on but one byte: that byte, 0 where it has that too. Else −1.
  private final int but;

  /// @param ascii which of the 128 it has
  ByteSet(boolean[] ascii, Reach reach) {
    has = new boolean[256];
    this.reach = reach;
    int missing = 0;
    int lastMissing = 0;
    for (int i = 0; i < 256; i++) {
      has[i] = i < 128 ? ascii[i] : reach == Reach.EVERYTHING;
      if (i >= ' ' && !has[i]) {
        missing++;
        lastMissing = i;
      }
    }
    but = missing > 1 ? -1 : lastMissing;
  }

  Reach reach() {
    return reach;
  }

  /// Whether the byte is in it.
  public boolean has(byte b) {
    return has[b & 0xFF];
  }

  /// Where the bytes of this set that begin at `from` end, at the latest at `limit`.
  int runEnd(byte[] bytes, int from, int limit) {
    int at = from;
    if (but >= 0) {
      // The bytes of this kind of set come in long runs, so that eight at a time are worth it.
      at = ByteSearch.nextControl(bytes, from, limit);
      at = but == 0 ? at : ByteSearch.indexOf(bytes, (byte) but, from, at);
    }
    while (at < limit && has[bytes[at] & 0xFF]) {
      at++;
    }
    return at;
  }

  /// The first place in `[from, to)` whose byte is in this set, or `to`.
  int firstIn(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !has[bytes[at] & 0xFF]) {
      at++;
    }
    return at;
  }

  /// This set without what is in `other`.
  ByteSet without(ByteSet other) {
    boolean[] rest = new boolean[128];
    for (int i = 0; i < 128; i++) {
      rest[i] = has[i] && !other.has[i];
    }
    return new ByteSet(rest, other.reach == Reach.NOTHING ? reach : Reach.NOTHING);
  }

  /// The last place in `[from, to)` whose byte is in this set, or `from - 1`.
  int lastIn(byte[] bytes, int from, int to) {
    int at = to - 1;
    while (at >= from && !has[bytes[at] & 0xFF]) {
      at--;
    }
    return at;
  }

  /// The bytes of both.
  public ByteSet or(ByteSet other) {
    boolean[] both = new boolean[128];
    for (int i = 0; i < 128; i++) {
      both[i] = has[i] || other.has[i];
    }
    boolean everything = reach == Reach.EVERYTHING || other.reach == Reach.EVERYTHING;
    boolean nothing = reach == Reach.NOTHING && other.reach == Reach.NOTHING;
    return new ByteSet(both, everything ? Reach.EVERYTHING : nothing ? Reach.NOTHING : Reach.SOMETHING);
  }

  /// The only ASCII byte in it; −1 where there are none or several.
  int only() {
    int only = -1;
    for (int i = 0; i < 128; i++) {
      if (has[i]) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  /// The small letter where it has that letter and its capital alone, the only byte where that is no letter; else −1.
  int onlyFolded() {
    int found = -1;
    for (int i = 0; i < 128; i++) {
      if (has[i]) {
        int folded = CaseFold.fold((byte) i);
        if (found >= 0 && folded != found) {
          return -1;
        }
        found = folded;
      }
    }
    boolean letter = found >= 'a' && found <= 'z';
    return letter && !(has[found] && has[found - 0x20]) ? -1 : found;
  }
}
