package app.lineup.engine.strategy;

import app.lineup.engine.memory.MemoryPressureLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is said of a strategy before it runs: its row in the table of its stage. Immutable.
///
/// @param name         the name that settings, terminal and charts use
/// @param shape        how it lets pass what it is given
/// @param onWorkers    whether the run's workers do it, and not the thread that pulls
/// @param remembers    whether it keeps answers from one block to the next
/// @param blockFactor  how many times larger than usual the blocks are that it asks for, while there is no pressure; at
///                     least 1
/// @param bearsUpTo    the highest pressure at which it may be chosen
/// @param capabilities what it can do
/// @param when         what has to be so for a run to take it by itself
/// @param cost         what it costs
/// @param summary      what it does, in a few words
public record StrategyProfile(
    String name, Shape shape, boolean onWorkers, boolean remembers, int blockFactor, MemoryPressureLevel bearsUpTo,
    Set<Capability> capabilities, Set<Condition> when, CostEstimate cost, String summary) {

  public StrategyProfile {
    if (blockFactor < 1) {
      throw new IllegalArgumentException("blocks are not made smaller by asking");
    }
    capabilities = Set.copyOf(capabilities);
    when = Set.copyOf(when);
  }

  /// One that works on the thread that pulls, can do nothing special, is taken in any run, and was not measured.
  public StrategyProfile(String name, Shape shape, MemoryPressureLevel bearsUpTo, String summary) {
    this(name, shape, false, false, 1, bearsUpTo, Set.of(), Set.of(), CostEstimate.UNMEASURED, summary);
  }

  /// The same, done by the run's workers; which is of use only with several cores.
  public StrategyProfile byWorkers() {
    return new StrategyProfile(
        name, shape, true, remembers, blockFactor, bearsUpTo, capabilities,
        with(when, List.of(Condition.SEVERAL_CORES)), cost, summary);
  }

  /// The same, keeping answers from one block to the next.
  public StrategyProfile remembering() {
    return new StrategyProfile(name, shape, onWorkers, true, blockFactor, bearsUpTo, capabilities, when, cost, summary);
  }

  /// The same, asking for larger blocks.
  public StrategyProfile blocks(int factor) {
    return new StrategyProfile(name, shape, onWorkers, remembers, factor, bearsUpTo, capabilities, when, cost, summary);
  }

  /// The same, which can do this besides.
  public StrategyProfile can(Capability... more) {
    return new StrategyProfile(
        name, shape, onWorkers, remembers, blockFactor, bearsUpTo, with(capabilities, List.of(more)), when, cost,
        summary);
  }

  /// The same, taken only where this is so besides.
  public StrategyProfile when(Condition... more) {
    return new StrategyProfile(
        name, shape, onWorkers, remembers, blockFactor, bearsUpTo, capabilities, with(when, List.of(more)), cost,
        summary);
  }

  /// The same at another cost.
  public StrategyProfile costing(CostEstimate measured) {
    return new StrategyProfile(
        name, shape, onWorkers, remembers, blockFactor, bearsUpTo, capabilities, when, measured, summary);
  }

  private static <E extends Enum<E>> Set<E> with(Set<E> some, List<E> more) {
    EnumSet<E> all = EnumSet.copyOf(more);
    all.addAll(some);
    return all;
  }

  /// Whether it can do all that is asked for.
  public boolean canAll(Set<Capability> required) {
    return capabilities.containsAll(required);
  }
}
