package app.lineup.app.census;

import app.lineup.app.Differences;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import app.lineup.rule.RuleListener;
import java.util.BitSet;
import java.util.List;

/// A rule or filter by itself, asked about channels that a run may never ask it about. Not thread-safe; used by one
/// thread.
final class Alone {

  /// Goes over a slice and tells of the entries that it is for.
  @FunctionalInterface
  private interface Sweep {
    void over(ChannelSlice slice, RuleListener listener);
  }

  private final Sweep sweep;
  private final ChannelBlock spare = new ChannelBlock();

  private Alone(Sweep sweep) {
    this.sweep = sweep;
  }

  static Alone rule(Rule rule) {
    return new Alone(CompiledMapping.compile(List.of(new Rule(rule.text(), true))).blocks(true)::apply);
  }

  static Alone filter(Filter filter) {
    return new Alone(CompiledFilters.compile(List.of(new Filter(filter.mode(), filter.text(), true)))
        .blocks(true)::each);
  }

  /// Which of the channels it is for, by their indexes.
  BitSet matching(List<Channel> channels) {
    return asked(channels, false);
  }

  /// Which of the channels it, a rule, would change or take out.
  BitSet acting(List<Channel> channels) {
    return asked(channels, true);
  }

  /// A pattern may be too much for a text that a run never asks it about: of that channel nothing is known then.
  private BitSet asked(List<Channel> channels, boolean onlyActing) {
    BitSet found = new BitSet();
    try {
      sweep.over(ChannelSlice.of(channels, spare), (_, block, entry, removes) ->
          found.set(entry, !onlyActing || removes || Differences.any(channels.get(entry), block, entry)));
    } catch (RuleFailedException _) {
      found.clear();
      for (int i = 0; i < channels.size() && channels.size() > 1; i++) {
        found.set(i, !asked(List.of(channels.get(i)), onlyActing).isEmpty());
      }
    }
    return found;
  }
}
