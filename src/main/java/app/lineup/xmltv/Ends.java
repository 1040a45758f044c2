package app.lineup.xmltv;

import app.lineup.model.channel.ByteSearch;

/// Finds the ends of comments, CDATA sections and instructions in a block that is read on, and remembers how far there
/// is none: a guide full of beginnings without an end is looked through once, not once for each of them. Not
/// thread-safe; used by one thread.
final class Ends {

  private static final byte[][] BEGIN = {Markup.COMMENT, Markup.CDATA, Markup.INSTRUCTION};
  private static final byte[][] END = {Markup.COMMENT_END, Markup.CDATA_END, Markup.INSTRUCTION_END};

  /// For each kind: no end lies between these places of the guide.
  private final long[] noneFrom = new long[END.length];
  private final long[] noneTo = new long[END.length];
  private long before;
  private long looked;

  /// What stood in the block before `keep` is gone.
  void shift(int keep) {
    before += keep;
  }

  /// After what begins at `at` with `<!` or `<?`; [Markup#UNFINISHED] or [Markup#BROKEN] where it has no end.
  int after(byte[] block, int at, int used) {
    for (int kind = 0; kind < END.length; kind++) {
      if (Markup.startsWith(block, at, used, BEGIN[kind])) {
        return after(block, at + BEGIN[kind].length, used, kind);
      }
    }
    int end = Markup.declarationEnd(block, at, used);
    looked += (end < 0 ? at + 1 : end) - at;
    return end;
  }

  private int after(byte[] block, int begin, int used, int kind) {
    byte[] end = END[kind];
    boolean known = before + begin >= noneFrom[kind] && before + begin <= noneTo[kind];
    int from = known ? (int) Math.max(begin, noneTo[kind] - before - end.length + 1) : begin;
    for (int at = from; at < used; at++) {
      int next = ByteSearch.indexOf(block, end[0], at, used);
      looked += next - at;
      at = next;
      if (Markup.startsWith(block, at, used, end)) {
        return at + end.length;
      }
    }
    noneFrom[kind] = known ? noneFrom[kind] : before + begin;
    noneTo[kind] = before + used;
    return Markup.UNFINISHED;
  }

  /// How many bytes were looked at.
  long looked() {
    return looked;
  }
}
