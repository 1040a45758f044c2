package app.lineup.app.preview;

import app.lineup.app.Differences;
import app.lineup.app.preview.ChunkEffect.Act;
import app.lineup.app.preview.RuleEffect.Outcome;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.m3u.Separators;
import app.lineup.model.Field;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A rule or filter made ready to be asked about, by the very code that a run uses.
sealed interface Question {

  /// Makes what is asked about ready.
  ///
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if it, or a filter beside it, cannot be read
  static Question of(PreviewPlan.Asked asked, SeparatorPolicy separators) {
    return switch (asked) {
      case PreviewPlan.AskedRule(String text) ->
          new OfRule(CompiledMapping.compile(List.of(new Rule(text, true))), separators);
      case PreviewPlan.AskedFilter(Filter.Mode mode, String text, List<Filter> others) -> new OfFilter(
          mode,
          // What an include filter keeps is what it matches.
          CompiledFilters.compile(List.of(new Filter(Filter.Mode.INCLUDE, text, true))),
          CompiledFilters.compile(others.stream().filter(other -> other.mode() == Filter.Mode.EXCLUDE).toList()),
          separators);
    };
  }

  /// What asks about chunk after chunk on one thread.
  ChunkFunction<Channel, ChunkEffect> step();

  /// What becomes of a channel in the end; asked on the thread of the preview.
  Outcome finalOutcome(Act act);

  /// The fields that are read or set.
  Set<Field> fields();

  /// About a mapping rule.
  record OfRule(CompiledMapping rule, SeparatorPolicy separators) implements Question {

    @Override
    public ChunkFunction<Channel, ChunkEffect> step() {
      BlockRules rules = rule.blocks(true);
      var spare = new ChannelBlock();
      return new EffectStep(separators, (channels, count) -> {
        List<Channel> before = ChannelSlice.takenOut(channels);
        rules.apply(ChannelSlice.of(before, spare), (_, block, entry, removes) -> {
          count.matching(block, entry);
          Channel channel = before.get(entry);
          if (removes) {
            count.acting(() -> new Act(channel, channel, Outcome.REMOVED));
          } else if (Differences.any(channel, block, entry)) {
            count.acting(() -> new Act(channel, channel.withChanges(block.changes(entry)), Outcome.CHANGED));
          }
        });
      });
    }

    @Override
    public Outcome finalOutcome(Act act) {
      return act.outcome();
    }

    @Override
    public Set<Field> fields() {
      Set<Field> fields = new HashSet<>(rule.reads());
      fields.addAll(rule.sets());
      return fields;
    }
  }

  /// About a filter.
  ///
  /// @param excludes the exclude filters beside it
  record OfFilter(Filter.Mode mode, CompiledFilters filter, CompiledFilters excludes, SeparatorPolicy separators)
      implements Question {

    @Override
    public ChunkFunction<Channel, ChunkEffect> step() {
      BlockFilters filters = filter.blocks(true);
      var spare = new ChannelBlock();
      Outcome outcome = mode == Filter.Mode.INCLUDE ? Outcome.KEPT : Outcome.LEFT_OUT;
      return new EffectStep(separators, (channels, count) -> {
        ChannelSlice slice = ChannelSlice.of(channels, spare);
        filters.each(slice, (_, block, entry, _) -> {
          count.matching(block, entry);
          count.acting(() -> new Act(block.channel(entry), block.channel(entry), outcome));
        });
        slice.release();
      });
    }

    @Override
    public Outcome finalOutcome(Act act) {
      if (act.outcome() == Outcome.KEPT && !excludes.blocks(true).keeps(act.before())) {
        return Outcome.LEFT_OUT_BY_ANOTHER;
      }
      boolean hidden = act.outcome() == Outcome.KEPT && separators == SeparatorPolicy.HIDE
          && Separators.isSeparator(act.before());
      return hidden ? Outcome.HIDDEN_SEPARATOR : act.outcome();
    }

    @Override
    public Set<Field> fields() {
      Set<Field> fields = new HashSet<>(filter.reads());
      fields.addAll(excludes.reads());
      return fields;
    }
  }
}
