package app.lineup.stages.map;

import app.lineup.engine.accumulate.PackedAhead;
import app.lineup.engine.accumulate.RecordForm;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import app.lineup.model.ChannelSlice;
import app.lineup.rule.CompiledMapping;
import app.lineup.store.ChannelCodec;
import app.lineup.store.Lz4Packing;
import java.util.Set;

/// Channel by channel on the thread that pulls, from what another thread has read ahead and keeps packed. For a source that
/// gives its list in bursts: it can be tens of thousands of channels ahead. Packing costs more than simple rules do, so that
/// with a list on a disk it is slower than the others.
///
/// It is read by two threads, so that it cannot be left in mid-run; it keeps less ahead where memory is short.
final class CompressedMapping implements StageStrategy<Channel, Channel> {

  /// Some 90,000 channels, packed.
  private static final long MOST_AHEAD_BYTES = 8_000_000;
  /// Of what may be in memory, the part that is kept ahead at most.
  private static final int SHARE_OF_LIMIT = 16;
  /// A chunk has one block.
  private static final int BLOCK_ITEMS = MemoryPressureLevel.OPTIMAL.chunkItems();

  private final CompiledMapping rules;

  CompressedMapping(CompiledMapping rules) {
    this.rules = rules;
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "compressed_mapping", ProcessingMode.HYBRID, MemoryPressureLevel.CRITICAL, Set.of(),
        CostEstimate.passing(MOST_AHEAD_BYTES, 820_000),
        "channel by channel, read far ahead and kept packed: for slow sources, costs time elsewhere");
  }

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<Channel> upstream, StageContext context) {
    var form = new RecordForm<>(new ChannelCodec(), BLOCK_ITEMS, new Lz4Packing());
    var ahead = new PackedAhead<>(
        new ChunkIterator<>(upstream, ChannelSlice::takenOut), form, context.readingAhead(), context.chunkItems(), () -> roomBytes(context.memory()), context.leases());
    return rules.isEmpty() ? ahead : new ChunkIterator<>(ahead, Mappings.step(rules, true));
  }

  /// As much less as fewer chunks would be kept unpacked.
  private static long roomBytes(MemoryMonitor memory) {
    long most = Math.min(MOST_AHEAD_BYTES, memory.limitBytes() / SHARE_OF_LIMIT);
    return most * memory.level().chunksBuffered() / MemoryPressureLevel.OPTIMAL.chunksBuffered();
  }
}
