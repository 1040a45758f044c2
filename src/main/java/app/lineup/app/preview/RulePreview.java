package app.lineup.app.preview;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.run.Chain;
import app.lineup.engine.run.StreamingPipeline;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.Stamp;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.pipeline.CompiledPlan;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Tuning;
import app.lineup.pipeline.load.Loading;
import app.lineup.problem.PipelineException;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks one rule or filter about every channel of the lists, as the rules before it leave them; nothing is published.
/// Not thread-safe; used by the thread that calls it, which is interrupted to cancel.
public final class RulePreview {

  /// Of 2,000 channels each: some forty tellings a million channels, the first after the first chunk.
  private static final int CHUNKS_A_TELLING = 12;

  private final RunResources means;
  private final Optional<PreviewRest> rest;

  /// One that reads the lists each time.
  ///
  /// @param means what previews work with
  public RulePreview(RunResources means) {
    this(means, Optional.empty());
  }

  /// @param means what previews work with
  /// @param rest  keeps channels from one preview to the next
  public RulePreview(RunResources means, Optional<PreviewRest> rest) {
    this.means = means;
    this.rest = rest;
  }

  /// Looks through all sources. One that fails is left out from there on, and said.
  ///
  /// @param soFar told now and then what was found by then, on this thread
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if what is asked about, or a rule or filter beside it, cannot
  ///                                                    be read
  /// @throws PipelineException    if a pattern had to be stopped
  /// @throws InterruptedException if it was cancelled
  public RuleEffect look(PreviewPlan plan, Consumer<RuleEffect> soFar) throws PipelineException, InterruptedException {
    var question = Question.of(plan.asked(), plan.separators());
    CompiledMapping before = CompiledMapping.compile(plan.before());
    try {
      Optional<RuleEffect> rested = ofRested(plan, before, question, soFar);
      if (rested.isPresent()) {
        return rested.get();
      }
      var sum = new EffectSum(question);
      for (Source source : plan.sources()) {
        look(source, before, question, sum, soFar);
      }
      return sum.now();
    } catch (RuleFailedException e) {
      throw PlaylistPipeline.failed(e);
    }
  }

  /// Asks the channels that are kept; empty where the lists have to be read.
  private Optional<RuleEffect> ofRested(
      PreviewPlan plan, CompiledMapping before, Question question,
      Consumer<RuleEffect> soFar) throws InterruptedException {
    Optional<RestedChannels> rested = rested(plan, before, question);
    if (rested.isEmpty()) {
      return Optional.empty();
    }
    var sum = new EffectSum(question);
    try (var effects = rested.get().through(question::step, means)) {
      add(effects, 1, sum, soFar);
      return Optional.of(sum.now());
    } catch (PipelineException e) {
      // Somebody has let go of them meanwhile, or deleted their file.
      rest.ifPresent(PreviewRest::letGo);
      return Optional.empty();
    }
  }

  private void look(
      Source source, CompiledMapping before, Question question, EffectSum sum, Consumer<RuleEffect> soFar)
      throws InterruptedException {
    try (var effects = ParallelIterator.ofWholeChunks(
        mapped(List.of(list(source, means.inputs())), before), question::step, means.workers(),
        () -> means.threads() + 1, StageMeter.unwatched())) {
      add(effects, MemoryPressureLevel.OPTIMAL.chunkItems(), sum, soFar);
    } catch (PipelineException e) {
      sum.failed(source, e);
    }
  }

  private static void add(
      PipelineIterator<ChunkEffect> effects, int chunkItems, EffectSum sum, Consumer<RuleEffect> soFar)
      throws PipelineException, InterruptedException {
    int chunks = 0;
    while (effects.nextChunk(chunkItems) instanceof IteratorResult.Items<ChunkEffect>(List<ChunkEffect> found)) {
      found.forEach(sum::add);
      if (chunks++ % CHUNKS_A_TELLING == 0) {
        soFar.accept(sum.now());
      }
    }
  }

  /// The channels of all lists, where they are kept and can answer.
  private Optional<RestedChannels> rested(PreviewPlan plan, CompiledMapping before, Question question)
      throws InterruptedException {
    if (rest.isEmpty() || !RestedChannels.answer(question.fields())) {
      return Optional.empty();
    }
    List<Stamp> stamps = new ArrayList<>();
    for (Source source : plan.sources()) {
      try {
        stamps.add(means.inputs().prepare(source, bytes -> {}).stamp());
      } catch (PipelineException _) {
        return Optional.empty(); // Looking at it says why.
      }
    }
    return rest.get().ask(new PreviewRest.Of(plan.sources(), List.copyOf(stamps), plan.before()),
        inputs -> keep(plan, before, inputs));
  }

  private RestedChannels keep(PreviewPlan plan, CompiledMapping before, InputOpener inputs)
      throws PipelineException, InterruptedException {
    List<M3uList> lists = new ArrayList<>();
    for (Source source : plan.sources()) {
      lists.add(list(source, inputs));
    }
    return RestedChannels.of(mapped(lists, before), means);
  }

  private static M3uList list(Source source, InputOpener inputs) throws PipelineException, InterruptedException {
    return M3uList.of(source, inputs.prepare(source, bytes -> {}), ScanLimits.DEFAULT);
  }

  private PipelineIterator<Channel> mapped(List<M3uList> lists, CompiledMapping before)
      throws PipelineException, InterruptedException {
    var registry = CompiledPlan.toMapping(before, new Loading(ScanFilter.ALL)).build();
    var pipeline = new StreamingPipeline(
        registry, Demands.free(means.threads()), new RunTelemetry(StageType.ids()), RunObserver.none(),
        means.engine(Tuning.NONE));
    Chain<Channel> chain = pipeline.from(new SealedList<>(lists, 1, "preview"))
        .through(PlaylistPipeline.LOADING)
        .through(PlaylistPipeline.MAPPING);
    return chain.open();
  }
}
