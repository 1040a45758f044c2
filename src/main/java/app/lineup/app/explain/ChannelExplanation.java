package app.lineup.app.explain;

import app.lineup.app.explain.AskedChannels.Answer;
import app.lineup.app.explain.ExplainedHits.Found;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.rest.SourceRegistry;
import app.lineup.engine.run.StreamingPipeline;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Deduplication;
import app.lineup.model.KnownField;
import app.lineup.model.NearestName;
import app.lineup.model.Numbering;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.NumberedSlice;
import app.lineup.pipeline.CompiledPlan;
import app.lineup.pipeline.PersistentNumbers;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.pipeline.RunInput;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Tuning;
import app.lineup.pipeline.duplicates.Duplicates;
import app.lineup.pipeline.load.Loading;
import app.lineup.problem.PipelineException;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import app.lineup.rule.editor.PlainWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells of single channels what a run would do with them and why; nothing is published. It reads the lists several
/// times, so that a run itself has nothing to record. Not thread-safe; used by the thread that calls it, which is
/// interrupted to cancel.
public final class ChannelExplanation {

  private static final int NEAR_NAMES = 5;

  private final RunResources means;

  /// @param means what explanations work with
  public ChannelExplanation(RunResources means) {
    this.means = means;
  }

  /// Looks for the channels and follows them.
  ///
  /// @param plan  the run; its lists can be read more than once
  /// @param asked a name, or a condition of the rule language where it begins like one
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if the condition, or a rule or filter of the plan, cannot be
  ///                                                    read
  /// @throws PipelineException    if a list cannot be read, or a rule had to be stopped
  /// @throws InterruptedException if it was cancelled
  public Explanation explain(RunPlan plan, String asked) throws PipelineException, InterruptedException {
    CompiledPlan.of(plan);
    ExplainedHits exact = new ExplainedHits();
    ExplainedHits alike = new ExplainedHits();
    var question = AskedChannels.of(asked, plan.rules());
    var duplicates = new Duplicates(plan.tuning().deduplication());
    try {
      eachChunk(plan, (source, slice) -> {
        boolean[] admitted = duplicates.admitted(source, slice);
        List<Channel> chunk = ChannelSlice.takenOut(slice);
        List<Answer> answers = question.answers(chunk);
        for (int i = 0; i < chunk.size(); i++) {
          switch (answers.get(i)) {
            case NO -> { }
            case ALIKE -> alike.add(chunk.get(i), source, admitted[i]);
            case EXACTLY -> exact.add(chunk.get(i), source, admitted[i]);
          }
        }
        // How many there are is said.
        return true;
      });
      ExplainedHits hits = exact.total() > 0 ? exact : alike;
      if (hits.total() == 0) {
        return new Explanation(List.of(), 0, false, PlainWords.isExpression(asked) ? List.of() : near(plan, asked));
      }
      findWinners(plan, hits);
      findNumbers(plan, hits);
      return new Explanation(hits.explained(plan), hits.total(), hits == exact, List.of());
    } catch (RuleFailedException e) {
      throw PlaylistPipeline.failed(e);
    }
  }

  /// The channels of each source as they are loaded, whatever a run would leave out, as long as somebody wants more.
  private void eachChunk(RunPlan plan, Look look) throws PipelineException, InterruptedException {
    for (int i = 0; i < plan.sources().size(); i++) {
      try (PipelineIterator<Channel> channels = loaded(plan.sources().get(i))) {
        while (channels.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
            instanceof IteratorResult.Items<Channel>(List<Channel> chunk)) {
          if (!look.at(i, ChannelSlice.of(chunk))) {
            return;
          }
        }
      }
    }
  }

  @FunctionalInterface
  private interface Look {
    /// Whether more is wanted.
    boolean at(int source, ChannelSlice chunk);
  }

  private PipelineIterator<Channel> loaded(Source source) throws PipelineException, InterruptedException {
    M3uList list = M3uList.of(source, means.inputs().prepare(source, bytes -> {}), ScanLimits.DEFAULT);
    var registry = CompiledPlan.toMapping(CompiledMapping.compile(List.of()), new Loading(ScanFilter.ALL)).build();
    var pipeline = new StreamingPipeline(
        registry, Demands.free(means.threads()), new RunTelemetry(StageType.ids()), RunObserver.none(),
        means.engine(Tuning.NONE));
    return pipeline.from(new SealedList<>(List.of(list), 1, source.name())).through(PlaylistPipeline.LOADING).open();
  }

  private List<String> near(RunPlan plan, String asked) throws PipelineException, InterruptedException {
    Set<String> names = new LinkedHashSet<>();
    eachChunk(plan, (source, chunk) -> {
      for (Channel channel : ChannelSlice.takenOut(chunk)) {
        if (names.size() < NEAR_NAMES) {
          String name = channel.text(KnownField.CHANNEL_NAME);
          Optional.of(NearestName.to(asked, List.of(name))).filter(near -> !near.isEmpty()).ifPresent(names::add);
        }
      }
      return names.size() < NEAR_NAMES;
    });
    return List.copyOf(names);
  }

  /// For each channel that was held back, the one of an earlier source that is the same.
  private void findWinners(RunPlan plan, ExplainedHits hits) throws PipelineException, InterruptedException {
    List<Found> open = new ArrayList<>(hits.kept().stream().filter(found -> !found.admitted()).toList());
    if (open.isEmpty()) {
      return;
    }
    eachChunk(plan, (source, chunk) -> {
      for (Channel channel : ChannelSlice.takenOut(chunk)) {
        for (Found found : List.copyOf(open)) {
          if (source < found.source() && isSame(plan.tuning().deduplication(), channel, found.channel())) {
            hits.winner(found, channel);
            open.remove(found);
          }
        }
      }
      return !open.isEmpty();
    });
  }

  /// Quick to say no for nearly all; a yes is left to the code that a run uses.
  private static boolean isSame(Deduplication by, Channel one, Channel other) {
    KnownField field = by == Deduplication.URL ? KnownField.STREAM_URL : KnownField.TVG_ID;
    if (!one.text(field).strip().equalsIgnoreCase(other.text(field).strip())) {
      return false;
    }
    var both = new Duplicates(by);
    both.admitted(0, ChannelSlice.of(List.of(one)));
    return !both.admitted(1, ChannelSlice.of(List.of(other)))[0];
  }

  /// The numbers that a run gives, where it gives any.
  private void findNumbers(RunPlan plan, ExplainedHits hits) throws PipelineException, InterruptedException {
    if (plan.numbering() instanceof Numbering.None) {
      return;
    }
    Set<ChannelNumber> own = hits.ownNumbers(plan);
    var pipeline = new PlaylistPipeline(means);
    var telemetry = new RunTelemetry(StageType.ids());
    var parts = CompiledPlan.of(plan);
    try (var sources = new SourceRegistry(); var remembered = new PersistentNumbers(plan, means, false)) {
      SealedList<M3uList> lists = pipeline.prepare(plan, sources, telemetry, RunObserver.none());
      var input = new RunInput(parts.with(remembered.open(parts.size(lists))), lists);
      try (PipelineIterator<NumberedChannel> channels = pipeline.channels(input, telemetry, RunObserver.none())
          .open()) {
        while (!hits.areNumbered(own) && channels.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
            instanceof IteratorResult.Items<NumberedChannel>(List<NumberedChannel> chunk)) {
          for (NumberedChannel numbered : NumberedSlice.takenOut(chunk)) {
            hits.numbered(numbered, own);
          }
        }
      }
    }
  }
}
