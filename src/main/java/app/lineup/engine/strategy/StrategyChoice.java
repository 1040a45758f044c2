package app.lineup.engine.strategy;

import app.lineup.problem.PipelineException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which of a stage's strategies does it, by what is said of them. Thread-safe: no state.
public final class StrategyChoice {

  private StrategyChoice() {}

  /// The strategy that the user prefers, where it bears the pressure; else the first that does, whose conditions are
  /// met, that holds no more than there is room for, and can do what is required; else the most frugal that can: the
  /// last of those that bear the most.
  ///
  /// @param stage     the id of the stage
  /// @param bestFirst its strategies
  /// @throws PipelineException if none can do what is required, or the preferred one is not there or cannot
  public static StrategyProfile of(String stage, List<StrategyProfile> bestFirst, ProcessingConditions now)
      throws PipelineException {
    Set<Capability> required = now.demands().requiredOf(stage);
    List<StrategyProfile> able = bestFirst.stream().filter(profile -> profile.canAll(required)).toList();
    if (able.isEmpty()) {
      throw new PipelineException(PipelineException.Kind.USER, stage,
          "no strategy can do what this run needs: " + words(required), "Leave out of the run what needs it.");
    }
    String preferred = now.demands().preferred().get(stage);
    if (preferred != null) {
      StrategyProfile wanted = able.stream().filter(profile -> profile.name().equals(preferred)).findFirst()
          .orElseThrow(() -> cannot(stage, bestFirst, preferred, required));
      if (now.bears(wanted)) {
        return wanted;
      }
    }
    return able.stream().filter(now::allow).findFirst().orElseGet(() -> mostFrugal(able));
  }

  private static StrategyProfile mostFrugal(List<StrategyProfile> able) {
    StrategyProfile most = able.getFirst();
    for (StrategyProfile profile : able) {
      most = profile.bearsUpTo().compareTo(most.bearsUpTo()) >= 0 ? profile : most;
    }
    return most;
  }

  private static PipelineException cannot(
      String stage, List<StrategyProfile> known, String name, Set<Capability> required) {
    boolean there = known.stream().anyMatch(profile -> profile.name().equals(name));
    return new PipelineException(PipelineException.Kind.USER, stage + "=" + name,
        there ? "this strategy does not do what this run needs: " + words(required) : "there is no such strategy",
        "There are " + known.stream().filter(profile -> profile.canAll(required)).map(StrategyProfile::name)
            .collect(Collectors.joining(", ")) + ".");
  }

  private static String words(Set<Capability> capabilities) {
    return capabilities.stream().map(Capability::words).sorted().collect(Collectors.joining(", "));
  }
}
