package app.lineup.pipeline.number;

/// Which numbers go on waiting for channels that were not in the run: those missed for the shortest time, so that what
/// is remembered does not grow without end. Not thread-safe; used by one thread.
final class Waiting {

  private final long all;
  private final long kept;
  private final int limit;
  private long atLimit;

  /// @param all     how many wait
  /// @param kept    how many go on waiting
  /// @param limit   who was missed in fewer runs goes on waiting
  /// @param atLimit so many of those that were missed in just as many do, too
  private Waiting(long all, long kept, int limit, long atLimit) {
    this.all = all;
    this.kept = kept;
    this.limit = limit;
    this.atLimit = atLimit;
  }

  /// @param most so many go on waiting
  static Waiting of(NumberTable table, long most) {
    var byRuns = new long[RememberedNumber.MOST_MISSED + 1];
    table.each((key, remembered) -> {
      if (!RememberedNumber.isSeen(remembered)) {
        byRuns[RememberedNumber.missed(remembered)]++;
      }
    });
    long all = 0;
    for (long some : byRuns) {
      all += some;
    }
    long kept = 0;
    int limit = 0;
    while (limit < byRuns.length && kept + byRuns[limit] <= most) {
      kept += byRuns[limit];
      limit++;
    }
    long atLimit = limit == byRuns.length ? 0 : most - kept;
    return new Waiting(all, kept + atLimit, limit, atLimit);
  }

  long all() {
    return all;
  }

  long kept() {
    return kept;
  }

  /// Whether this one goes on waiting; asked once for each.
  boolean keeps(long remembered) {
    int missed = RememberedNumber.missed(remembered);
    return missed < limit || missed == limit && atLimit-- > 0;
  }
}
