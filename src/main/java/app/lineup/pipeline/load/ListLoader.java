package app.lineup.pipeline.load;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.m3u.scan.M3uList;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;

/// One list after the other, each as a whole. Immutable.
///
/// @param profile        what is said of it
/// @param loading        which entries come through
/// @param unpackedAtOnce how many lists that are slow to unpack may be unpacked before their turn; with 0 each is when
///     it is read
record ListLoader(StrategyProfile profile, Loading loading, int unpackedAtOnce)
    implements StageStrategy<M3uList, Channel> {

  @Override
  public PipelineIterator<Channel> attach(PipelineIterator<M3uList> upstream, StageContext context) {
    return loading.channels(ahead(upstream, context), list -> open(list, context));
  }

  /// The lists, some of them on their way.
  PipelineIterator<M3uList> ahead(PipelineIterator<M3uList> upstream, StageContext context) {
    return unpackedAtOnce == 0 ? upstream : new UnpackedAhead(upstream, context, unpackedAtOnce);
  }

  private PipelineIterator<Channel> open(M3uList list, StageContext context)
      throws PipelineException, InterruptedException {
    return profile.onWorkers()
        ? list.openAhead(context.meter(), context.workers(), context::chunksAhead,
            () -> BlockLoader.blockBytes(context.memory().level(), context.blockFactor()), loading.wanted(),
            context.bridges())
        : list.open(context.meter(), loading.wanted(), context.bridges());
  }
}
