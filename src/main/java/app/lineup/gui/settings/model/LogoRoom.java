package app.lineup.gui.settings.model;

import app.lineup.model.LogoPlan;

/// How much of the disk logos may take.
public enum LogoRoom {
  LITTLE(64_000_000),
  USUAL(LogoPlan.DEFAULT_MAX_BYTES),
  MUCH(1_000_000_000),
  PLENTY(4_000_000_000L);

  private final long bytes;

  LogoRoom(long bytes) {
    this.bytes = bytes;
  }

  /// How many bytes that is.
  long bytes() {
    return bytes;
  }

  /// The one that was kept under its name, the usual one where none was.
  static LogoRoom of(String name) {
    for (LogoRoom room : values()) {
      if (room.name().equals(name)) {
        return room;
      }
    }
    return USUAL;
  }
}
