package app.lineup.engine.strategy;

import app.lineup.problem.PipelineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The strategies of each stage, best first. Immutable once built.
public final class StageStrategyRegistry {

  private final Map<Stage<?, ?>, List<? extends StageStrategy<?, ?>>> strategies;

  private StageStrategyRegistry(Map<Stage<?, ?>, List<? extends StageStrategy<?, ?>>> strategies) {
    this.strategies = strategies;
  }

  /// The strategy that [StrategyChoice] takes.
  ///
  /// @throws PipelineException if none can do what is required, or the preferred one is not there or cannot
  public <I, O> StageStrategy<I, O> select(Stage<I, O> stage, ProcessingConditions now) throws PipelineException {
    List<StageStrategy<I, O>> known = of(stage);
    List<StrategyProfile> profiles = known.stream().map(StageStrategy::profile).toList();
    return known.get(profiles.indexOf(StrategyChoice.of(stage.id(), profiles, now)));
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

  /// Collects strategies. Not thread-safe; used by the thread that wires the program.
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
