package app.lineup.engine.rest;

/// A fact about items at rest, told once when it happens.
public sealed interface Spill {

  /// A file was filled.
  ///
  /// @param items how many items it has
  /// @param bytes how large it is
  record Written(long items, long bytes) implements Spill {}

  /// Items that come from now on rest elsewhere than those before.
  ///
  /// @param before the strategy until now, in a few words
  /// @param now    the strategy from now on
  /// @param reason why, as a part of a sentence
  record Switched(String before, String now, String reason) implements Spill {}
}
