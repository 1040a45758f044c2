package app.lineup.rule.syntax;

import java.time.Instant;
import java.time.ZoneId;

/// What a [Condition.Ordered] compares with. Immutable.
public sealed interface Operand {

  /// A text, perhaps a number; never empty.
  record Plain(String text) implements Operand {}

  /// A moment, written `@time:…`.
  ///
  /// @param written as it stands in the rule
  /// @param at      what that was when the rule was read
  /// @param zone    where times without a zone are taken to be
  record Moment(String written, Instant at, ZoneId zone) implements Operand {}
}
