package app.lineup.rule;

/// A check that reads one field alone and is answered from a [VerdictCache]. Not thread-safe; used by one thread.
final class MemoCheck implements Check {

  private final Check check;
  private final VerdictCache memo;
  private final long bit;
  private final boolean catches;

  /// @param catches whether the groups of its patterns are used: then what is known to be true is asked again
  MemoCheck(Check check, VerdictCache memo, boolean catches) {
    this.check = check;
    this.memo = memo;
    this.bit = memo.newCheck();
    this.catches = catches;
  }

  @Override
  public boolean holds() {
    return catches ? memo.isNotFalse(bit) && remembered() : memo.answer(bit, check);
  }

  @Override
  public Gate gate() {
    return new Gate.Remembered(memo, bit);
  }

  private boolean remembered() {
    boolean holds = check.holds();
    memo.note(bit, holds);
    return holds;
  }
}
