package app.lineup.app.census;

import java.util.OptionalInt;

/// What a rule or filter does in all lists. Immutable.
///
/// @param matching  how many channels it is for, as the rules before it leave them
/// @param acting    how many of these it changes or takes out; of a filter, those that no earlier filter of its mode
///                  matches
/// @param uselessBy where it acts on none: the place of an earlier one that makes it so, rules counted before filters;
///                  empty where it would act on none without that one either
public record RuleTally(long matching, long acting, OptionalInt uselessBy) {}
