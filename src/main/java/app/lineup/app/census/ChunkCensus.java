package app.lineup.app.census;

/// What the rules and filters of a census do to the channels of one chunk, by their place.
///
/// @param spoiledBy  for one that matched nothing so far, the place of the rule that took from it a channel which it
///                   would have matched; −1 where there was none
/// @param shadowedBy for one that acted on nothing so far, the place of an earlier one that had done the same before;
///                   −1 where there was none
record ChunkCensus(int lookedAt, int[] matching, int[] acting, int[] spoiledBy, int[] shadowedBy) {}
