package app.lineup.engine.strategy;

import java.util.OptionalLong;

/// How large what a run reads is, as far as that is known before it begins. Immutable.
///
/// @param items how many items there are
/// @param bytes how many bytes there are
public record KnownSize(OptionalLong items, OptionalLong bytes) {

  /// Nobody knows.
  public static final KnownSize UNKNOWN = new KnownSize(OptionalLong.empty(), OptionalLong.empty());

  /// Whether nobody knows anything of it.
  boolean isUnknown() {
    return items.isEmpty() && bytes.isEmpty();
  }
}
