package app.lineup.stages.map;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.Channel;
import app.lineup.model.ChannelSlice;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledMapping;
import java.util.List;

/// All rules on the entries of a block, rule by rule. Not thread-safe; used by one thread at a time: it remembers
/// what its rules have learned.
final class MappingStep implements ChunkFunction<Channel, Channel> {

  private final BlockRules rules;

  /// @param memos whether to remember what was said of groups, sources and types
  MappingStep(CompiledMapping rules, boolean memos) {
    this.rules = rules.blocks(memos);
  }

  @Override
  public List<Channel> apply(List<Channel> chunk) {
    ChannelSlice left = rules.apply(ChannelSlice.of(chunk));
    if (left.isEmpty()) {
      left.release();
    }
    return left;
  }
}
