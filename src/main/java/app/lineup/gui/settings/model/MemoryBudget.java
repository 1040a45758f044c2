package app.lineup.gui.settings.model;

import java.util.Optional;

/// How much memory a run may take. Immutable.
///
/// @param megabytes from [#LEAST] to [#MOST]
record MemoryBudget(int megabytes) {

  /// What the window's own data takes, and some room for a run.
  static final int LEAST = 64;
  static final int MOST = 4096;
  static final MemoryBudget USUAL = new MemoryBudget(512);

  MemoryBudget {
    if (megabytes < LEAST || megabytes > MOST) {
      throw new IllegalArgumentException("not from " + LEAST + " to " + MOST + ": " + megabytes);
    }
  }

  /// The budget that was typed, empty where it is none.
  static Optional<MemoryBudget> of(String typed) {
    try {
      return Optional.of(new MemoryBudget(Integer.parseInt(typed.strip())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
