package app.lineup.pipeline.number;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.m3u.Separators;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Numbering;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.NumberedSlice;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Optional;

/// Numbers channels as they pass; `keep` and ranges look through the claimants first.
public final class StreamingNumbering implements StageStrategy<Channel, NumberedChannel> {

  private static final StrategyProfile STREAMING = new StrategyProfile(
      "streaming_numbering", Shape.IN_ORDER, MemoryPressureLevel.EMERGENCY, "only the taken numbers in memory")
      .costing(CostEstimate.passing(200_000, 10_000_000));
  private static final StrategyProfile IN_MEMORY = new StrategyProfile(
      "inmemory_numbering", Shape.IN_ORDER, MemoryPressureLevel.MODERATE, "as streaming_numbering")
      .when(Condition.NAMED).costing(CostEstimate.passing(200_000, 10_000_000));

  private final StrategyProfile profile;
  private final Numbering numbering;
  private final VersionedSource<Channel> claimants;
  private final NumberConflicts conflicts;
  private final Optional<StickyNumbers> sticky;

  /// The strategies of Channel Numbering, best first.
  ///
  /// @param numbering how channels are numbered
  /// @param claimants the channels that will pass and may have a number of their own, for a pass before
  /// @param conflicts counts lost numbers
  /// @param sticky    what is remembered of earlier runs, where that counts
  public static List<StageStrategy<Channel, NumberedChannel>> strategies(
      Numbering numbering, VersionedSource<Channel> claimants, NumberConflicts conflicts,
      Optional<StickyNumbers> sticky) {
    return List.of(
        new StreamingNumbering(STREAMING, numbering, claimants, conflicts, sticky),
        new StreamingNumbering(IN_MEMORY, numbering, claimants, conflicts, sticky));
  }

  private StreamingNumbering(
      StrategyProfile profile, Numbering numbering, VersionedSource<Channel> claimants, NumberConflicts conflicts,
      Optional<StickyNumbers> sticky) {
    this.profile = profile;
    this.numbering = numbering;
    this.claimants = claimants;
    this.conflicts = conflicts;
    this.sticky = sticky;
  }

  @Override
  public StrategyProfile profile() {
    return profile;
  }

  @Override
  public PipelineIterator<NumberedChannel> attach(PipelineIterator<Channel> upstream, StageContext context)
      throws PipelineException, InterruptedException {
    if (numbering.keepsOwn()) {
      return inTwoPasses(upstream, Zones.of(numbering), context);
    }
    return numbering instanceof Numbering.From(int first)
        ? new ChunkIterator<>(upstream, inSequence(first))
        : new ChunkIterator<>(upstream, chunk -> new NumberedSlice(ChannelSlice.of(chunk)));
  }

  private PipelineIterator<NumberedChannel> inTwoPasses(
      PipelineIterator<Channel> upstream, Zones zones, StageContext context)
      throws PipelineException, InterruptedException {
    return new DeclaredNumbers(upstream, new KeepNumbers(zones, conflicts, sticky).after(claimants), context.leases());
  }

  private static ChunkFunction<Channel, NumberedChannel> inSequence(int first) {
    return new ChunkFunction<>() {
      private int next = first;

      @Override
      public List<NumberedChannel> apply(List<Channel> chunk) throws PipelineException {
        ChannelSlice slice = ChannelSlice.of(chunk);
        ChannelBlock block = slice.block();
        // The rules may be at work on another chunk of the same block.
        synchronized (block) {
          for (int i = 0; i < slice.size(); i++) {
            int entry = slice.entry(i);
            if (!Separators.isSeparator(block, entry)) {
              if (next > ChannelNumber.MAX_MAJOR) {
                throw Numbers.exhausted();
              }
              block.number(entry, next++, 0);
            }
          }
          return new NumberedSlice(slice);
        }
      }
    };
  }
}
