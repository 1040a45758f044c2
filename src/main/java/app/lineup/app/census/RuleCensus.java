package app.lineup.app.census;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.run.StreamingPipeline;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.pipeline.CompiledPlan;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Tuning;
import app.lineup.pipeline.load.Loading;
import app.lineup.problem.PipelineException;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import java.util.List;
import java.util.function.Supplier;

/// Counts for every rule and filter at once how many channels of the lists it is for, in one pass; nothing is
/// published. Not thread-safe; used by the thread that calls it, which is interrupted to cancel.
public final class RuleCensus {

  private final RunResources means;

  /// @param means what censuses work with
  public RuleCensus(RunResources means) {
    this.means = means;
  }

  /// Looks through all sources. One that fails is left out from there on.
  ///
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter cannot be read
  /// @throws PipelineException    if a pattern had to be stopped
  /// @throws InterruptedException if it was cancelled
  public Census count(CensusPlan plan) throws PipelineException, InterruptedException {
    var rules = CompiledMapping.compile(plan.rules().stream().map(rule -> new Rule(rule.text(), true)).toList());
    var filters = CompiledFilters.compile(
        plan.filters().stream().map(filter -> new Filter(filter.mode(), filter.text(), true)).toList());
    var sum = new CensusSum(plan.rules().size() + plan.filters().size());
    try {
      for (Source source : plan.sources()) {
        count(source, () -> new CensusStep(plan, rules, filters), sum);
      }
    } catch (RuleFailedException e) {
      throw PlaylistPipeline.failed(e);
    }
    return sum.now();
  }

  private void count(Source source, Supplier<CensusStep> steps, CensusSum sum) throws InterruptedException {
    try (var counted = ParallelIterator.ofWholeChunks(
        loaded(source), steps::get, means.workers(), () -> means.threads() + 1, StageMeter.unwatched())) {
      while (counted.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
          instanceof IteratorResult.Items<ChunkCensus>(List<ChunkCensus> chunks)) {
        chunks.forEach(sum::add);
      }
    } catch (PipelineException e) {
      sum.failed();
    }
  }

  private PipelineIterator<Channel> loaded(Source source) throws PipelineException, InterruptedException {
    M3uList list = M3uList.of(source, means.inputs().prepare(source, bytes -> {}), ScanLimits.DEFAULT);
    var registry = CompiledPlan.toMapping(CompiledMapping.compile(List.of()), new Loading(ScanFilter.ALL)).build();
    return new StreamingPipeline(
        registry, Demands.free(means.threads()), new RunTelemetry(StageType.ids()), RunObserver.none(),
        means.engine(Tuning.NONE))
        .from(new SealedList<>(List.of(list), 1, source.name()))
        .through(PlaylistPipeline.LOADING)
        .open();
  }
}
