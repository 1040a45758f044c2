package app.lineup.stages;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.Channel;
import app.lineup.model.ChannelSlice;
import app.lineup.model.Filter;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Counts what each rule and filter does to the channels of a chunk. Not thread-safe; used by one thread at a time: it
/// remembers which ones did something.
///
/// Whatever acts on nothing is also asked what it would have done to channels that earlier rules have changed or taken
/// out: nothing is asked twice of a rule that has work.
final class CensusStep implements ChunkFunction<Channel, ChunkCensus> {

  private static final int NOBODY = -1;

  private final CompiledMapping.Evaluator[] rules;
  private final CompiledFilters.Evaluator[] filters;
  private final Filter.Mode[] modes;
  private final @Nullable Channel[] states;
  private final boolean[] matched;
  private final boolean[] acted;
  private final int[] spoiledBy;
  private final int[] shadowedBy;
  private int[] matching = {};
  private int[] acting = {};

  /// @param rules   one compiled by itself for each
  /// @param filters one compiled by itself for each, as one that includes
  CensusStep(List<CompiledMapping> rules, List<CompiledFilters> filters, List<Filter.Mode> modes) {
    this.rules = rules.stream().map(CompiledMapping::evaluator).toArray(CompiledMapping.Evaluator[]::new);
    this.filters = filters.stream().map(CompiledFilters::evaluator).toArray(CompiledFilters.Evaluator[]::new);
    this.modes = modes.toArray(Filter.Mode[]::new);
    int places = rules.size() + filters.size();
    this.states = new @Nullable Channel[rules.size() + 1];
    this.matched = new boolean[places];
    this.acted = new boolean[places];
    this.spoiledBy = nobody(places);
    this.shadowedBy = nobody(places);
  }

  private static int[] nobody(int places) {
    int[] nobody = new int[places];
    Arrays.fill(nobody, NOBODY);
    return nobody;
  }

  @Override
  public List<ChunkCensus> apply(List<Channel> chunk) {
    matching = new int[matched.length];
    acting = new int[matched.length];
    for (Channel channel : ChannelSlice.takenOut(chunk)) {
      // A census that was cancelled leaves its thread to the next work; what it returns then is read by nobody.
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      map(channel);
      filter(channel);
    }
    return List.of(new ChunkCensus(chunk.size(), matching, acting, spoiledBy.clone(), shadowedBy.clone()));
  }

  private void map(Channel read) {
    states[0] = read;
    for (int i = 0; i < rules.length; i++) {
      Channel before = states[i];
      boolean matches = false;
      boolean acts = false;
      if (before != null) {
        Channel after = rules[i].apply(before);
        matches = rules[i].applied() > 0;
        acts = matches && differs(before, after);
        states[i + 1] = after;
      } else {
        states[i + 1] = null;
      }
      count(i, matches, acts);
      if (before != read) {
        CompiledMapping.Evaluator rule = rules[i];
        blame(i, i, matches, channel -> matches(rule, channel), channel -> acts(rule, channel));
      }
    }
  }

  private void filter(Channel read) {
    Channel last = states[rules.length];
    int included = NOBODY;
    int excluded = NOBODY;
    for (int i = 0; i < filters.length; i++) {
      int place = rules.length + i;
      CompiledFilters.Evaluator filter = filters[i];
      boolean matches = last != null && filter.keeps(last);
      int before = modes[i] == Filter.Mode.INCLUDE ? included : excluded;
      count(place, matches, matches && before == NOBODY);
      if (matches && before == NOBODY) {
        included = modes[i] == Filter.Mode.INCLUDE ? place : included;
        excluded = modes[i] == Filter.Mode.EXCLUDE ? place : excluded;
      } else if (matches && shadowedBy[place] == NOBODY) {
        shadowedBy[place] = before;
      }
      if (last != read && !matches) {
        blame(place, rules.length, false, channel -> keeps(filter, channel), channel -> false);
      }
    }
  }

  private void count(int place, boolean matches, boolean acts) {
    matching[place] += matches ? 1 : 0;
    acting[place] += acts ? 1 : 0;
    matched[place] |= matches;
    acted[place] |= acts;
  }

  /// Looks for the rule that took a channel, or the work on it, from the one at `place`, which sees the channel as the
  /// first `before` rules left it.
  private void blame(
      int place, int before, boolean matches, Predicate<@Nullable Channel> wouldMatch, Predicate<@Nullable Channel> wouldAct) {
    if (!matched[place] && spoiledBy[place] == NOBODY) {
      spoiledBy[place] = lastBeforeItFails(before, wouldMatch);
    }
    if (matches && !acted[place] && shadowedBy[place] == NOBODY) {
      shadowedBy[place] = lastBeforeItFails(before, wouldAct);
    }
  }

  /// The rule before which `would` is true and after which it is not, of a channel as it was read; nobody where it is
  /// false from the beginning.
  private int lastBeforeItFails(int before, Predicate<@Nullable Channel> would) {
    if (!would.test(states[0])) {
      return NOBODY;
    }
    for (int i = 0; i < before; i++) {
      if (!would.test(states[i + 1])) {
        return i;
      }
    }
    return NOBODY;
  }

  private static boolean differs(Channel before, @Nullable Channel after) {
    return after == null || after != before && Differences.any(before, after);
  }

  /// A pattern may be too much for a text that a run never asks it about: then nothing is known.
  private static boolean matches(CompiledMapping.Evaluator rule, @Nullable Channel channel) {
    try {
      if (channel != null) {
        rule.apply(channel);
      }
      return channel != null && rule.applied() > 0;
    } catch (RuleFailedException _) {
      return false;
    }
  }

  private static boolean acts(CompiledMapping.Evaluator rule, @Nullable Channel channel) {
    try {
      return channel != null && differs(channel, rule.apply(channel)) && rule.applied() > 0;
    } catch (RuleFailedException _) {
      return false;
    }
  }

  private static boolean keeps(CompiledFilters.Evaluator filter, @Nullable Channel channel) {
    try {
      return channel != null && filter.keeps(channel);
    } catch (RuleFailedException _) {
      return false;
    }
  }
}
