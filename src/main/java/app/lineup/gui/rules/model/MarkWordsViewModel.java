package app.lineup.gui.rules.model;

import app.lineup.app.census.Census;
import app.lineup.app.census.RuleTally;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.model.RuleKind;

/// What was counted of a rule, in words. Thread-safe: no state.
final class MarkWordsViewModel {

  private final Texts texts;

  MarkWordsViewModel(Texts texts) {
    this.texts = texts;
  }

  /// @param useless the number of the row that leaves it nothing to do; 0 where none does
  RuleMark mark(RuleKind kind, RuleTally tally, Census census, int useless) {
    RuleMark.Notice noticed = noticed(tally, census, useless);
    String tells = tells(kind, noticed, tally, census, useless);
    return new RuleMark(noticed, Amounts.count(tally.matching()),
        census.complete() ? tells : tells + " " + texts.get("mark.incomplete"));
  }

  /// Of lists that could not be read nobody knows whether a rule is for their channels.
  private static RuleMark.Notice noticed(RuleTally tally, Census census, int useless) {
    if (tally.acting() > 0 || !census.complete() || census.lookedAt() == 0) {
      return RuleMark.Notice.WORKS;
    }
    return useless > 0 ? RuleMark.Notice.USELESS : tally.matching() > 0 ? RuleMark.Notice.IDLE
        : RuleMark.Notice.NOTHING;
  }

  private String tells(RuleKind kind, RuleMark.Notice noticed, RuleTally tally, Census census, int useless) {
    String all = Amounts.count(census.lookedAt());
    String matching = Amounts.count(tally.matching());
    return switch (noticed) {
      case NOTHING -> texts.get("mark.nothing", all);
      case IDLE -> texts.get("mark.idle", matching);
      case USELESS -> tally.matching() == 0
          ? texts.get("mark.nothing-left", useless)
          : texts.get(kind.isFilter() ? "mark.useless.filter" : "mark.useless.rule", matching, useless);
      case WORKS -> tally.acting() == tally.matching() || kind.isFilter()
          ? texts.get("mark.works", matching, all)
          : texts.get("mark.works.some", matching, all, Amounts.count(tally.acting()));
    };
  }
}
