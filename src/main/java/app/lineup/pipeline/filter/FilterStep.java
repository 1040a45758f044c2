package app.lineup.pipeline.filter;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.m3u.Separators;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.MatchCounts;
import java.util.List;

/// All filters on the entries of a block. Not thread-safe; used by one thread at a time: it remembers what its
/// filters have learned.
final class FilterStep implements ChunkFunction<Channel, Channel> {

  private final BlockFilters filters;
  private final SeparatorPolicy separators;
  private final MatchCounts.Counter counter;

  /// @param memos whether to remember what was said of groups, sources and types
  /// @param counts how many channels each filter decided on
  FilterStep(CompiledFilters filters, SeparatorPolicy separators, boolean memos, MatchCounts counts) {
    this.counter = counts.counter();
    this.filters = filters.blocks(memos);
    this.separators = separators;
  }

  @Override
  public List<Channel> apply(List<Channel> chunk) {
    ChannelSlice slice = ChannelSlice.of(chunk);
    // The rules may be at work on another chunk of the same block.
    synchronized (slice.block()) {
      ChannelSlice included = filters.apply(slice, counter);
      counter.add();
      ChannelSlice kept = switch (separators) {
        case HIDE -> included.only((block, entry) -> !Separators.isSeparator(block, entry));
        case KEEP -> included;
      };
      if (kept.isEmpty()) {
        kept.release();
      }
      return kept;
    }
  }
}
