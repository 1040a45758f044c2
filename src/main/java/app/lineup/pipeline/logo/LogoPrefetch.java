package app.lineup.pipeline.logo;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;

/// Logo Prefetch with a cache, as one of the rows does it. Immutable.
///
/// @param row   how many servers are asked at once
/// @param logos what the run has to do with pictures
record LogoPrefetch(PrefetchRow row, LogoRun logos) implements StageStrategy<NumberedChannel, LogoEnrichedChannel> {

  @Override
  public StrategyProfile profile() {
    return row.profile();
  }

  @Override
  public PipelineIterator<LogoEnrichedChannel> attach(PipelineIterator<NumberedChannel> upstream,
      StageContext context) {
    return new PrefetchIterator(upstream, logos, row.atOnce());
  }
}
