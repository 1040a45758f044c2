package app.lineup.rule;

import app.lineup.model.channel.ChannelBlock;

/// Hears which rules or filters are for which entries while [BlockRules] or [BlockFilters] go over a block. Used by the
/// thread that goes over it.
///
/// It is told rule by rule, and of one rule in the order of the entries. Where the block fails, what it was told of the
/// entry that failed, and of those before, is right; of the others it may have been told too much.
@FunctionalInterface
public interface RuleListener {

  /// A rule is for an entry: it was just carried out, or takes the entry out. A filter matches it.
  ///
  /// @param rule    its place among those that are on, the first is 0
  /// @param entry   the entry as it is now
  /// @param removes whether it is taken out: by a rule, or an exclude filter
  void applied(int rule, ChannelBlock block, int entry, boolean removes);
}
