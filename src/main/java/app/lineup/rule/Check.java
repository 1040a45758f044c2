package app.lineup.rule;

import org.jspecify.annotations.Nullable;

/// A condition made ready to be asked of entry after entry. Not thread-safe; used by one thread, as the texts
/// that it reads are.
///
/// A tree of these has no negation but at its leaves, so that a pattern that was true is one whose groups may be used.
interface Check {

  /// Whether the entry at hand fulfils it.
  boolean holds();

  /// What says of an entry of a block, quicker, that this is surely false; null where nothing does.
  default @Nullable Gate gate() {
    return null;
  }
}
