package app.lineup.engine.run;

import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.strategy.Stage;
import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Stages joined behind a source, not yet at work: each [#open] sets them all to work afresh, which is how a stage that
/// needs two passes looks at everything above it once more.
///
/// @param <T> what the last stage gives
public final class Chain<T> implements VersionedSource<T> {

  private final StreamingPipeline pipeline;
  private final SourceInfo info;
  private final Opener<T> opener;

  Chain(StreamingPipeline pipeline, SourceInfo info, Opener<T> opener) {
    this.pipeline = pipeline;
    this.info = info;
    this.opener = opener;
  }

  /// One more stage at the end.
  public <O> Chain<O> through(Stage<T, O> stage) {
    return new Chain<>(pipeline, info, () -> pipeline.attach(stage, this));
  }

  /// Something small behind the last stage that is no stage of its own.
  public Chain<T> with(UnaryOperator<PipelineIterator<T>> step) {
    return new Chain<>(pipeline, info, () -> step.apply(open()));
  }

  /// The same, and `observer` sees each chunk that passes.
  public Chain<T> seenBy(Consumer<? super List<T>> observer) {
    return new Chain<>(pipeline, info, () -> new ChunkIterator<>(open(), chunk -> {
      observer.accept(chunk);
      return chunk;
    }));
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public PipelineIterator<T> open() throws PipelineException, InterruptedException {
    return opener.open();
  }

  /// Nothing to release: readers are closed by whoever opened them.
  @Override
  public void close() {}

  @FunctionalInterface
  interface Opener<T> {
    PipelineIterator<T> open() throws PipelineException, InterruptedException;
  }
}
