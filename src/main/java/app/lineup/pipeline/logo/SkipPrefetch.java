package app.lineup.pipeline.logo;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.PerChunk;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.LogoState;
import app.lineup.model.channel.EnrichedSlice;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.NumberedSlice;
import java.util.List;

/// No picture is looked for; addresses stay as they are.
public final class SkipPrefetch implements PerChunk<NumberedChannel, LogoEnrichedChannel> {

  static final StrategyProfile PROFILE = new StrategyProfile(
      "skip_prefetch", Shape.PER_BLOCK, MemoryPressureLevel.EMERGENCY, "logos are not fetched")
      .can(Capability.SWITCHES_MID_STAGE);

  @Override
  public StrategyProfile profile() {
    return PROFILE;
  }

  @Override
  public ChunkFunction<NumberedChannel, LogoEnrichedChannel> function() {
    return SkipPrefetch::notFetched;
  }

  /// A chunk in block form stays one, and nobody looks at its entries.
  private static List<LogoEnrichedChannel> notFetched(List<NumberedChannel> chunk) {
    return chunk instanceof NumberedSlice slice
        ? new EnrichedSlice(slice, LogoState.NOT_FETCHED)
        : chunk.stream().map(numbered -> new LogoEnrichedChannel(numbered, LogoState.NOT_FETCHED)).toList();
  }
}
