package app.lineup.stages;

import app.lineup.engine.accumulate.AccumulationStrategy;
import app.lineup.engine.accumulate.IteratorAccumulator;
import app.lineup.engine.accumulate.SealedList;
import app.lineup.engine.accumulate.SourceInfo;
import app.lineup.engine.accumulate.SourceRegistry;
import app.lineup.engine.accumulate.VersionedSource;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.run.Chain;
import app.lineup.engine.run.StreamingPipeline;
import app.lineup.engine.strategy.KnownSize;
import app.lineup.engine.strategy.StageContext;
import app.lineup.model.Channel;
import app.lineup.model.ChannelSlice;
import app.lineup.problem.PipelineException;
import app.lineup.provider.m3u.M3uList;
import app.lineup.store.ChannelCodec;
import java.util.Optional;

/// The place between filtering and numbering: channels pass it, but where they can be read only once and numbering looks
/// at them twice they come to rest here, and are found by [#NAME] in the run's sources. Not thread-safe; used by the
/// run's thread.
final class RestingPlace {

  /// What the rested channels are called.
  static final String NAME = "channels to be numbered";

  /// A quarter: with half of 96 MB the heap grows to all it may have, and the process past 160 MiB.
  private static final int SHARE_OF_MEMORY = 4;

  private final RunParts parts;
  private final SealedList<M3uList> lists;
  private final SourceRegistry sources;

  /// @param lists   what the run reads
  /// @param sources the sealed sources of the run, which belong to the caller and outlive its chains
  RestingPlace(RunParts parts, SealedList<M3uList> lists, SourceRegistry sources) {
    this.parts = parts;
    this.lists = lists;
    this.sources = sources;
  }

  RunParts parts() {
    return parts;
  }

  SealedList<M3uList> lists() {
    return lists;
  }

  private boolean isNeeded() {
    return parts.plan().numbering().keepsOwn() && !lists.items().stream().allMatch(M3uList::isReadTwice);
  }

  /// `filtered` as numbering takes it.
  Chain<Channel> behind(Chain<Channel> filtered, StreamingPipeline pipeline) {
    return isNeeded() ? pipeline.from(new Rested(filtered, pipeline)) : filtered;
  }

  /// The channels for the pass before: those that rest here, else `again`.
  VersionedSource<Channel> claimants(Chain<Channel> again) {
    return isNeeded() ? new Found() : again;
  }

  private Optional<VersionedSource<Channel>> found() {
    return sources.find(NAME, Channel.class);
  }

  /// Channels that are brought to rest when they are opened for the first time.
  private final class Rested implements VersionedSource<Channel> {

    private final Chain<Channel> once;
    private final StreamingPipeline pipeline;

    private Rested(Chain<Channel> once, StreamingPipeline pipeline) {
      this.once = once;
      this.pipeline = pipeline;
    }

    @Override
    public SourceInfo info() {
      return once.info();
    }

    @Override
    public PipelineIterator<Channel> open() throws PipelineException, InterruptedException {
      if (found().isEmpty()) {
        rest();
      }
      return found().orElseThrow().open();
    }

    private void rest() throws PipelineException, InterruptedException {
      StageContext context = pipeline.context(PlaylistPipeline.NUMBERING);
      try (var accumulator = new IteratorAccumulator<>(context.accumulation(new ChannelCodec(), strategy(context)));
          PipelineIterator<Channel> channels = new ChunkIterator<>(once.open(), ChannelSlice::takenOut)) {
        accumulator.addAll(channels, context.chunkItems());
        sources.register(NAME, Channel.class, accumulator.seal(NAME));
      }
    }

    /// By size, but in a small budget no more of it than leaves the others their room.
    private AccumulationStrategy strategy(StageContext context) {
      KnownSize size = parts.size(lists);
      return switch (AccumulationStrategy.forSize(size.items(), size.bytes())) {
        case AccumulationStrategy.Hybrid(long usual) ->
            new AccumulationStrategy.Hybrid(Math.min(usual, context.memory().limitBytes() / SHARE_OF_MEMORY));
        case AccumulationStrategy.InMemory inMemory -> inMemory;
        case AccumulationStrategy.FileSpilled spilled -> spilled;
      };
    }

    /// What rests belongs to the run's sources.
    @Override
    public void close() {}
  }

  /// The rested channels by their name, once they are there.
  private final class Found implements VersionedSource<Channel> {

    @Override
    public SourceInfo info() {
      return found().map(VersionedSource::info).orElse(lists.info());
    }

    @Override
    public PipelineIterator<Channel> open() throws PipelineException, InterruptedException {
      return found().orElseThrow().open();
    }

    @Override
    public void close() {}
  }
}
