package app.lineup.app.census;

import java.util.List;

/// What every rule and filter of a [CensusPlan] does. Immutable.
///
/// @param lookedAt how many channels the lists have
/// @param tallies  one for each rule, then one for each filter
/// @param complete whether every list could be read to its end
public record Census(long lookedAt, List<RuleTally> tallies, boolean complete) {

  public Census {
    tallies = List.copyOf(tallies);
  }
}
