package app.lineup.stages.number;

import app.lineup.engine.accumulate.AccumulationStrategy;
import app.lineup.engine.accumulate.GatheringIterator;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Channel;
import app.lineup.model.ChannelSlice;
import app.lineup.model.NumberedChannel;
import app.lineup.model.Numbering;
import app.lineup.problem.PipelineException;
import app.lineup.store.ChannelCodec;
import java.util.Optional;

/// Numbers channels after all of them were gathered, so that the sources are read once; where no channel has to know of a
/// later one, it does what [StreamingNumbering] does.
public final class InMemoryNumbering implements StageStrategy<Channel, NumberedChannel> {

  /// What a channel at rest takes besides its entry's bytes, with what rules changed.
  private static final int CHANNEL_BYTES = 420;

  private final Numbering numbering;
  private final NumberConflicts conflicts;
  private final Optional<StickyNumbers> sticky;
  private final StreamingNumbering inOrder;

  /// @param numbering how channels are numbered
  /// @param conflicts counts lost numbers
  /// @param sticky    what is remembered of earlier runs, where that counts
  /// @param inOrder   the same numbering as channels pass
  public InMemoryNumbering(Numbering numbering, NumberConflicts conflicts, Optional<StickyNumbers> sticky, StreamingNumbering inOrder) {
    this.numbering = numbering;
    this.conflicts = conflicts;
    this.sticky = sticky;
    this.inOrder = inOrder;
  }

  @Override
  public StrategyProfile profile() {
    CostEstimate cost =
        numbering.keepsOwn() ? CostEstimate.holding(CHANNEL_BYTES, 1_800_000) : inOrder.profile().cost();
    return new StrategyProfile("inmemory_numbering", ProcessingMode.BATCH, MemoryPressureLevel.MODERATE, cost,
        "all channels gathered, sources read once");
  }

  @Override
  public PipelineIterator<NumberedChannel> attach(PipelineIterator<Channel> upstream, StageContext context)
      throws PipelineException, InterruptedException {
    return numbering.keepsOwn()
        ? keeping(upstream, context, Zones.of(numbering)) : inOrder.attach(upstream, context);
  }

  private PipelineIterator<NumberedChannel> keeping(
      PipelineIterator<Channel> upstream, StageContext context, Zones zones) {
    var numbers = new KeepNumbers(zones, conflicts, sticky);
    PipelineIterator<Channel> claiming = new ChunkIterator<>(upstream, chunk -> {
      ChannelSlice slice = ChannelSlice.of(chunk);
      numbers.claim(slice);
      return ChannelSlice.takenOut(chunk);
    });
    var how = context.accumulation(new ChannelCodec(), new AccumulationStrategy.InMemory());
    var gathered = new GatheringIterator<>(claiming, how, context.chunkItems(), "channels to be numbered");
    return new DeclaredNumbers(gathered, numbers, context.leases());
  }
}
