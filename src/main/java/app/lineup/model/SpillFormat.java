package app.lineup.model;

/// How channels are written into files that have no room in memory.
public enum SpillFormat {
  /// Blocks of bytes: quickest to write and to read.
  PACKED,
  /// Lines of JSON, for looking into a run.
  JSONL
}
