package app.lineup.stages.filter;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.entry.Separators;
import app.lineup.model.Channel;
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.CompiledFilters;
import java.util.ArrayList;
import java.util.List;

/// All filters on one channel after the other. Confined: it remembers what its evaluator has learned.
final class FilterStep implements ChunkFunction<Channel, Channel> {

  private final CompiledFilters.Evaluator evaluator;
  private final SeparatorPolicy separators;

  /// @param memos whether to remember what was said of groups, sources and types
  FilterStep(CompiledFilters filters, SeparatorPolicy separators, boolean memos) {
    this.evaluator = filters.evaluator(memos);
    this.separators = separators;
  }

  @Override
  public List<Channel> apply(List<Channel> chunk) {
    List<Channel> kept = new ArrayList<>(chunk.size());
    for (Channel channel : chunk) {
      if (evaluator.keeps(channel) && !isHidden(channel, separators)) {
        kept.add(channel);
      }
    }
    return kept;
  }

  static boolean isHidden(Channel channel, SeparatorPolicy separators) {
    return separators == SeparatorPolicy.HIDE && Separators.isSeparator(channel);
  }
}
