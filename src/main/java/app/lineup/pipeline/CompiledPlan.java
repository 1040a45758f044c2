package app.lineup.pipeline;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.Demands;
import app.lineup.engine.strategy.KnownSize;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.m3u.Inheritance;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.write.Headers;
import app.lineup.model.Deduplication;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.duplicates.Duplicates;
import app.lineup.pipeline.filter.Filterings;
import app.lineup.pipeline.generate.Generations;
import app.lineup.pipeline.load.Loaders;
import app.lineup.pipeline.load.Loading;
import app.lineup.pipeline.map.Mappings;
import app.lineup.pipeline.number.NumberConflicts;
import app.lineup.pipeline.number.StickyNumbers;
import app.lineup.pipeline.number.StreamingNumbering;
import app.lineup.pipeline.output.PlaylistOutput;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.MatchCounts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/// What one run's stages are made of: the plan, its rules compiled, and what is counted beside the meters.
public record CompiledPlan(
    RunPlan plan, CompiledMapping rules, CompiledFilters filters, NumberConflicts conflicts, LongAdder recoded,
    AtomicReference<Map<Duplicates.Pair, Long>> leftOut, MatchCounts mapped, MatchCounts filtered,
    Optional<StickyNumbers> sticky) {

  /// The parts of a run of `plan`.
  ///
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter that is on cannot be read
  public static CompiledPlan of(RunPlan plan) {
    var rules = CompiledMapping.compile(plan.rules());
    var filters = CompiledFilters.compile(plan.filters());
    return new CompiledPlan(plan, rules, filters, new NumberConflicts(), new LongAdder(),
        new AtomicReference<>(Map.of()),
        new MatchCounts(rules.size()), new MatchCounts(filters.size()), Optional.empty());
  }

  /// The same with what is remembered of earlier runs, which belongs to the caller.
  public CompiledPlan with(Optional<StickyNumbers> numbers) {
    return new CompiledPlan(plan, rules, filters, conflicts, recoded, leftOut, mapped, filtered, numbers);
  }

  /// The strategies of the stages that decide which channels there are, for the pass in which numbers are claimed.
  /// Rules work on one channel at a time, so that entries which cannot claim need not be read, unless a rule gives
  /// numbers or what is left out for another source depends on them.
  StageStrategyRegistry strategiesForClaims() {
    // Nobody counts in here what the run itself counts.
    return toFiltering(new MatchCounts(rules.size()), new MatchCounts(filters.size()), rules.sets(KnownField.TVG_CHNO)
        || !keepsDuplicates() ? ScanFilter.ALL : ScanFilter.MAY_HAVE_NUMBER).build();
  }

  /// The strategies of all stages.
  ///
  /// @param logos those of Logo Prefetch, best first
  StageStrategyRegistry strategies(
      List<M3uList> lists,
      VersionedSource<Channel> claimants,
      List<? extends StageStrategy<NumberedChannel, LogoEnrichedChannel>> logos) {
    byte[] header = Headers.published(lists.stream().map(M3uList::header).toList());
    return toFiltering(mapped, filtered, ScanFilter.ALL)
        .add(PlaylistPipeline.NUMBERING, StreamingNumbering.strategies(plan.numbering(), claimants, conflicts, sticky))
        .add(PlaylistPipeline.LOGOS, logos)
        .add(PlaylistPipeline.GENERATION, Generations.strategies(inheritance(), recoded))
        .add(PlaylistPipeline.OUTPUT, PlaylistOutput.strategies(plan.target(), plan.durable(), header))
        .build();
  }

  private StageStrategyRegistry.Builder toFiltering(MatchCounts byRules, MatchCounts byFilters, ScanFilter wanted) {
    return toMapping(rules, byRules, new Loading(wanted, plan.tuning().deduplication(), leftOut::set))
        .add(PlaylistPipeline.FILTERING, Filterings.strategies(filters, plan.separators(), byFilters));
  }

  /// The strategies of the stages that give the channels as `rules` leave them.
  public static StageStrategyRegistry.Builder toMapping(CompiledMapping rules, Loading loading) {
    return toMapping(rules, new MatchCounts(rules.size()), loading);
  }

  private static StageStrategyRegistry.Builder toMapping(CompiledMapping rules, MatchCounts counts, Loading loading) {
    return new StageStrategyRegistry.Builder()
        .add(PlaylistPipeline.LOADING, Loaders.strategies(loading))
        .add(PlaylistPipeline.MAPPING, Mappings.strategies(rules, counts));
  }

  /// How many channels each rule that is on was for.
  List<RuleMatches> ruleMatches() {
    return matches(plan.rules().stream().filter(Rule::on).map(Rule::text).toList(), mapped);
  }

  /// How many channels each filter that is on decided on.
  List<RuleMatches> filterMatches() {
    return matches(plan.filters().stream().filter(Filter::on).map(Filter::text).toList(), filtered);
  }

  private static List<RuleMatches> matches(List<String> texts, MatchCounts counts) {
    List<RuleMatches> matches = new ArrayList<>(texts.size());
    for (String text : texts) {
      matches.add(new RuleMatches(text, counts.of(matches.size())));
    }
    return matches;
  }

  private boolean keepsDuplicates() {
    return plan.tuning().deduplication() == Deduplication.NONE;
  }

  /// What was left out because an earlier source has it.
  List<SkippedDuplicates> heldBack(List<M3uList> lists) {
    // Most runs have none, and the JVM need not put the comparison together at their start.
    Map<Duplicates.Pair, Long> counts = leftOut.get();
    return counts.isEmpty() ? List.of() : counts.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(lost -> new SkippedDuplicates(lists.get(lost.getKey().kept()).source().name(),
            lists.get(lost.getKey().lost()).source().name(), lost.getValue()))
        .toList();
  }

  /// How large the lists are, where that is known of each.
  public KnownSize size(SealedList<M3uList> lists) {
    List<OptionalLong> sizes = lists.items().stream().map(M3uList::likelySize).toList();
    return sizes.stream().allMatch(OptionalLong::isPresent)
        ? known(sizes.stream().mapToLong(OptionalLong::getAsLong).sum())
        : KnownSize.UNKNOWN;
  }

  private static KnownSize known(long bytes) {
    return new KnownSize(OptionalLong.of(Forecast.likelyItems(bytes)), OptionalLong.of(bytes));
  }

  /// What is asked of the strategies.
  ///
  /// @param limitBytes how much may be in memory; a stage that is estimated to hold so much that this alone makes
  ///     pressure has to be asked for
  /// @param threads    how many cores the run may keep busy
  /// @param slow       how many sources take long to unpack
  Demands demands(KnownSize size, long limitBytes, int threads, int slow) {
    Map<String, Set<Capability>> required = everyChannelStays()
        ? Map.of() : Map.of(StageType.FILTERING.id(), Set.of(Capability.JUDGES_FILTERS));
    long roomBytes = Math.round(limitBytes * MemoryPressureLevel.MODERATE.from());
    return new Demands(plan.tuning().preferred(), required, given(threads, slow), size, roomBytes);
  }

  private Set<Condition> given(int threads, int slow) {
    Set<Condition> given = EnumSet.noneOf(Condition.class);
    if (threads > 1) {
      given.add(Condition.SEVERAL_CORES);
    }
    if (!rules.isEmpty()) {
      given.add(Condition.RULES);
    }
    if (everyChannelStays()) {
      given.add(Condition.NO_FILTER);
    }
    if (slow > 1) {
      given.add(Condition.SLOW_SOURCES);
    }
    return given;
  }

  private boolean everyChannelStays() {
    return filters.isEmpty() && plan.separators() == SeparatorPolicy.KEEP;
  }

  /// What entries can no longer inherit.
  public Inheritance inheritance() {
    if (plan.sources().size() > 1) {
      return Inheritance.WRITTEN_OUT_WITH_HEADER;
    }
    // A group that a rule takes away would come back from a lasting group left above it.
    boolean neighboursStay = everyChannelStays() && plan.order().isAsLoaded() && !rules.removes()
        && !rules.sets(KnownField.GROUP_TITLE);
    return neighboursStay ? Inheritance.LEFT_IN_PLACE : Inheritance.WRITTEN_OUT;
  }
}
