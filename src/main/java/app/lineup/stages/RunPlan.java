package app.lineup.stages;

import app.lineup.model.Filter;
import app.lineup.model.GuidePlan;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import java.util.List;
import java.util.Optional;

/// Everything that decides what a run gives.
///
/// @param sources    the lists, in the order of their channels
/// @param rules      mapping rules in their order
/// @param filters    include and exclude filters
/// @param numbering  how channels are numbered
/// @param separators what becomes of separator rows
/// @param target     where the playlist goes
/// @param durable    whether it is synced to the disk before it takes the place of the old one
/// @param guide      the guide that is published after it
public record RunPlan(
    List<Source> sources,
    List<Rule> rules,
    List<Filter> filters,
    Numbering numbering,
    SeparatorPolicy separators,
    Target target,
    boolean durable,
    Optional<GuidePlan> guide) {

  public RunPlan {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
    filters = List.copyOf(filters);
  }

  /// Without a guide.
  public RunPlan(
      List<Source> sources,
      List<Rule> rules,
      List<Filter> filters,
      Numbering numbering,
      SeparatorPolicy separators,
      Target target,
      boolean durable) {
    this(sources, rules, filters, numbering, separators, target, durable, Optional.empty());
  }
}
