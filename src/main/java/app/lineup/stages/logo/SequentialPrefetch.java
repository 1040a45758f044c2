package app.lineup.stages.logo;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.LogoState;
import app.lineup.model.NumberedChannel;
import app.lineup.model.NumberedSlice;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One logo after the other, on the thread that pulls. Holds nothing between chunks.
final class SequentialPrefetch implements StageStrategy<NumberedChannel, LogoEnrichedChannel> {

  static final StrategyProfile PROFILE = new StrategyProfile(
      "sequential_prefetch", ProcessingMode.STREAMING, MemoryPressureLevel.HIGH, Set.of(Capability.SWITCHES_MID_STAGE),
      CostEstimate.passing(1_000_000, 1_400),
      "one logo after the other");

  private final LogoRun logos;

  SequentialPrefetch(LogoRun logos) {
    this.logos = logos;
  }

  @Override
  public StrategyProfile profile() {
    return PROFILE;
  }

  @Override
  public PipelineIterator<LogoEnrichedChannel> attach(PipelineIterator<NumberedChannel> upstream, StageContext context) {
    return new Attached(upstream);
  }

  private LogoState look(NumberedChannel numbered) throws InterruptedException {
    Optional<LogoAddress> address = LogoAddress.of(numbered);
    if (address.isEmpty()) {
      return LogoState.NO_ADDRESS;
    }
    Optional<LogoState> known = logos.known(address.get());
    return known.isPresent() ? logos.counters().count(known.get()) : logos.fetch(address.get());
  }

  private final class Attached implements PipelineIterator<LogoEnrichedChannel> {

    private final PipelineIterator<NumberedChannel> upstream;

    Attached(PipelineIterator<NumberedChannel> upstream) {
      this.upstream = upstream;
    }

    @Override
    public IteratorResult<LogoEnrichedChannel> nextChunk(int maxItems) throws PipelineException, InterruptedException {
      if (upstream.nextChunk(maxItems) instanceof IteratorResult.Items<NumberedChannel>(List<NumberedChannel> chunk)) {
        List<LogoEnrichedChannel> looked = new ArrayList<>(chunk.size());
        for (NumberedChannel numbered : NumberedSlice.takenOut(chunk)) {
          looked.add(new LogoEnrichedChannel(numbered, look(numbered)));
        }
        return new IteratorResult.Items<>(looked);
      }
      return new IteratorResult.Finished<>();
    }

    @Override
    public void close() {
      upstream.close();
    }
  }
}
