package app.lineup.engine.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The strategies of each stage, best first. Immutable once built.
public final class StageStrategyRegistry {

  private final Map<Stage<?, ?>, List<? extends StageStrategy<?, ?>>> strategies;

  private StageStrategyRegistry(Map<Stage<?, ?>, List<? extends StageStrategy<?, ?>>> strategies) {
    this.strategies = strategies;
  }

  /// The first strategy of `stage` that bears the pressure, else its last, the most frugal one.
  public <I, O> StageStrategy<I, O> select(Stage<I, O> stage, ProcessingConditions now) {
    List<StageStrategy<I, O>> known = of(stage);
    return known.stream()
        .filter(strategy -> strategy.profile().bearsUpTo().compareTo(now.pressure()) >= 0)
        .findFirst()
        .orElse(known.getLast());
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
