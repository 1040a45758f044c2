package app.lineup.app.census;

import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.Source;
import java.util.List;

/// What a [RuleCensus] counts. Immutable.
///
/// @param sources the lists, in the order of their channels
/// @param rules   mapping rules in their order; whether they are on makes no difference: all take part
/// @param filters filters in their order, likewise
public record CensusPlan(List<Source> sources, List<Rule> rules, List<Filter> filters) {

  public CensusPlan {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
    filters = List.copyOf(filters);
  }
}
