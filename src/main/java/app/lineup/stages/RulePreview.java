package app.lineup.stages;

import app.lineup.engine.accumulate.SealedList;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.run.Chain;
import app.lineup.engine.run.StreamingPipeline;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.entry.ScanLimits;
import app.lineup.entry.Wanted;
import app.lineup.model.Channel;
import app.lineup.model.Source;
import app.lineup.provider.m3u.M3uList;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import app.lineup.stages.load.Loading;
import java.util.List;
import java.util.function.Consumer;

/// Asks one rule or filter about every channel of the lists, as the rules before it leave them; nothing is published.
/// Confined to the thread that calls it, which is interrupted to cancel.
public final class RulePreview {

  /// Of 2,000 channels each: some forty tellings a million channels, the first after the first chunk.
  private static final int CHUNKS_A_TELLING = 12;

  private final RunMeans means;

  /// @param means what previews work with
  public RulePreview(RunMeans means) {
    this.means = means;
  }

  /// Looks through all sources. One that fails is left out from there on, and said.
  ///
  /// @param soFar told now and then what was found by then, on this thread
  /// @throws app.lineup.rule.RuleSyntaxException if what is asked about, or a rule or filter beside it, cannot be read
  /// @throws PipelineException    if a pattern had to be stopped
  /// @throws InterruptedException if it was cancelled
  public RuleEffect look(PreviewPlan plan, Consumer<RuleEffect> soFar) throws PipelineException, InterruptedException {
    var question = Question.of(plan.asked(), plan.separators());
    CompiledMapping before = CompiledMapping.compile(plan.before());
    var sum = new EffectSum(question);
    try {
      for (Source source : plan.sources()) {
        look(source, before, question, sum, soFar);
      }
    } catch (RuleFailedException e) {
      throw PlaylistPipeline.failed(e);
    }
    return sum.now();
  }

  private void look(
      Source source, CompiledMapping before, Question question, EffectSum sum, Consumer<RuleEffect> soFar)
      throws InterruptedException {
    try (var effects = new ParallelIterator<>(
        mapped(source, before), question::step, means.workers(), means.threads() + 1)) {
      int chunks = 0;
      while (effects.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
          instanceof IteratorResult.Items<ChunkEffect>(List<ChunkEffect> found)) {
        found.forEach(sum::add);
        if (chunks++ % CHUNKS_A_TELLING == 0) {
          soFar.accept(sum.now());
        }
      }
    } catch (PipelineException e) {
      sum.failed(source, e);
    }
  }

  private PipelineIterator<Channel> mapped(Source source, CompiledMapping before)
      throws PipelineException, InterruptedException {
    M3uList list = M3uList.of(source, means.inputs().prepare(source, bytes -> {}), ScanLimits.DEFAULT);
    var registry = RunParts.toMapping(before, means.threads(), new Loading(Wanted.ALL)).build();
    var pipeline = new StreamingPipeline(
        registry, Demands.NONE, new RunTelemetry(StageType.ids()), RunObserver.none(), means.engine(Tuning.NONE));
    Chain<Channel> chain = pipeline.from(new SealedList<>(List.of(list), 1, source.name()))
        .through(PlaylistPipeline.LOADING)
        .through(PlaylistPipeline.MAPPING);
    return chain.open();
  }
}
