package app.lineup.engine.strategy;

import app.lineup.engine.flow.PipelineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The strategies of each stage, best first. Immutable once built.
public final class StageStrategyRegistry {

  private final Map<Stage<?, ?>, List<? extends StageStrategy<?, ?>>> strategies;

  private StageStrategyRegistry(Map<Stage<?, ?>, List<? extends StageStrategy<?, ?>>> strategies) {
    this.strategies = strategies;
  }

  /// The strategy that the user prefers, where it bears the pressure; else the first that does, holds no more than the size
  /// allows and can do what is required; else the last that can, the most frugal one.
  ///
  /// @throws PipelineException if none can do what is required, or the preferred one is not there or cannot
  public <I, O> StageStrategy<I, O> select(Stage<I, O> stage, ProcessingConditions now) throws PipelineException {
    Set<Capability> required = now.demands().requiredOf(stage);
    List<StageStrategy<I, O>> able = of(stage).stream().filter(strategy -> strategy.profile().can(required)).toList();
    if (able.isEmpty()) {
      throw new PipelineException(PipelineException.Kind.USER, stage.id(),
          "no strategy can do what this run needs: " + words(required), "Leave out of the run what needs it.");
    }
    String preferred = now.demands().preferred().get(stage.id());
    if (preferred != null) {
      StageStrategy<I, O> wanted = preferred(stage, able, preferred, required);
      if (wanted.profile().bearsUpTo().compareTo(now.pressure()) >= 0) {
        return wanted;
      }
    }
    return able.stream().filter(strategy -> now.allow(strategy.profile())).findFirst().orElse(able.getLast());
  }

  private <I, O> StageStrategy<I, O> preferred(
      Stage<I, O> stage, List<StageStrategy<I, O>> able, String name, Set<Capability> required)
      throws PipelineException {
    for (StageStrategy<I, O> strategy : able) {
      if (strategy.profile().name().equals(name)) {
        return strategy;
      }
    }
    List<StrategyProfile> known = of(stage).stream().map(StageStrategy::profile).toList();
    boolean there = known.stream().anyMatch(profile -> profile.name().equals(name));
    throw new PipelineException(PipelineException.Kind.USER, stage.id() + "=" + name,
        there ? "this strategy cannot do what this run needs: " + words(required) : "there is no such strategy",
        "There are " + known.stream().map(StrategyProfile::name).collect(Collectors.joining(", ")) + ".");
  }

  private static String words(Set<Capability> capabilities) {
    return capabilities.stream().map(Capability::words).sorted().collect(Collectors.joining(", "));
  }

  /// The strategies of `stage`, best first.
  ///
  /// @throws IllegalArgumentException if the stage has none
  public <I, O> List<StageStrategy<I, O>> of(Stage<I, O> stage) {
    List<? extends StageStrategy<?, ?>> known = strategies.get(stage);
    if (known == null) {
      throw new IllegalArgumentException("no strategy for " + stage.id());
    }
    // The builder is the only way in, and it ties a stage's types to those of its strategies.
    @SuppressWarnings("unchecked")
    List<StageStrategy<I, O>> typed = (List<StageStrategy<I, O>>) known;
    return typed;
  }

  /// Collects strategies; confined to the thread that wires the program.
  public static final class Builder {

    private final Map<Stage<?, ?>, List<? extends StageStrategy<?, ?>>> strategies = new LinkedHashMap<>();

    /// The strategies of a stage, best first; the last one bears everything.
    public <I, O> Builder add(Stage<I, O> stage, List<? extends StageStrategy<I, O>> bestFirst) {
      if (bestFirst.isEmpty()) {
        throw new IllegalArgumentException("no strategy for " + stage.id());
      }
      strategies.put(stage, List.copyOf(bestFirst));
      return this;
    }

    /// The registry.
    public StageStrategyRegistry build() {
      return new StageStrategyRegistry(new LinkedHashMap<>(strategies));
    }
  }
}
