package app.lineup.pipeline.map;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.MatchCounts;
import java.util.List;

/// All rules on the entries of a block, rule by rule. Not thread-safe; used by one thread at a time: it remembers
/// what its rules have learned.
final class MappingStep implements ChunkFunction<Channel, Channel> {

  private final BlockRules rules;
  private final MatchCounts.Counter counter;

  /// @param memos whether to remember what was said of groups, sources and types
  /// @param counts how many channels each rule was for
  MappingStep(CompiledMapping rules, boolean memos, MatchCounts counts) {
    this.rules = rules.blocks(memos);
    this.counter = counts.counter();
  }

  @Override
  public List<Channel> apply(List<Channel> chunk) {
    ChannelSlice slice = ChannelSlice.of(chunk);
    // Small chunks of one block may be on several workers, and their texts stand in one array.
    synchronized (slice.block()) {
      ChannelSlice left = rules.apply(slice, counter);
      counter.add();
      if (left.isEmpty()) {
        left.release();
      }
      return left;
    }
  }
}
