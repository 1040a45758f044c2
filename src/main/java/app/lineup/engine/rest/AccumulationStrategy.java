package app.lineup.engine.rest;

import app.lineup.engine.memory.MemoryPressureLevel;

/// Where items rest while more come. Immutable.
public sealed interface AccumulationStrategy {

  /// How many items one spill file holds (decision 17).
  int ITEMS_A_FILE = 10_000;

  /// In a list.
  record InMemory() implements AccumulationStrategy {
    @Override
    public AccumulationStrategy under(MemoryPressureLevel level) {
      return switch (level) {
        case OPTIMAL, MODERATE, HIGH -> this;
        case CRITICAL, EMERGENCY -> new Hybrid(10_000_000);
      };
    }

    @Override
    public String word() {
      return "in memory";
    }
  }

  /// In files.
  ///
  /// @param itemsPerFile how many items a file has, the last one perhaps fewer; at least 1
  record FileSpilled(int itemsPerFile) implements AccumulationStrategy {
    public FileSpilled {
      if (itemsPerFile < 1) {
        throw new IllegalArgumentException("a file has at least one item");
      }
    }

    @Override
    public AccumulationStrategy under(MemoryPressureLevel level) {
      return this;
    }

    @Override
    public String word() {
      return "on disk";
    }
  }

  /// In a list while that is small, all of it in files when it has grown.
  ///
  /// @param thresholdBytes how much may be in memory, 0 or more
  record Hybrid(long thresholdBytes) implements AccumulationStrategy {
    public Hybrid {
      if (thresholdBytes < 0) {
        throw new IllegalArgumentException("no room of " + thresholdBytes + " bytes");
      }
    }

    @Override
    public AccumulationStrategy under(MemoryPressureLevel level) {
      return switch (level) {
        case OPTIMAL, MODERATE -> this;
        case HIGH, CRITICAL, EMERGENCY -> new FileSpilled(ITEMS_A_FILE);
      };
    }

    @Override
    public String word() {
      return "in memory up to " + Math.round(thresholdBytes / 1e6) + " MB";
    }
  }

  /// What takes its place at this pressure, for as long as that lasts.
  AccumulationStrategy under(MemoryPressureLevel level);

  /// The strategy in a few words, for events.
  String word();
}
