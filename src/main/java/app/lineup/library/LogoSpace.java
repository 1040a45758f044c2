package app.lineup.library;

import app.lineup.model.LogoPlan;

/// How much of the disk logos may take.
public enum LogoSpace {
  LITTLE(64_000_000),
  USUAL(LogoPlan.DEFAULT_MAX_BYTES),
  MUCH(1_000_000_000),
  PLENTY(4_000_000_000L);

  private final long bytes;

  LogoSpace(long bytes) {
    this.bytes = bytes;
  }

  /// How many bytes that is.
  public long bytes() {
    return bytes;
  }

  /// The one that was kept under its name, the usual one where none was.
  public static LogoSpace of(String name) {
    for (LogoSpace space : values()) {
      if (space.name().equals(name)) {
        return space;
      }
    }
    return USUAL;
  }
}
