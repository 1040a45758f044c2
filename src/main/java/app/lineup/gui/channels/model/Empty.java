package app.lineup.gui.channels.model;

import java.util.Locale;

/// Why there is nothing to show, which decides what is said and offered instead.
public enum Empty {
  /// There is something to show.
  NOT,
  /// No list was added.
  NO_SOURCES,
  /// The first lineup is being made.
  NOT_YET,
  /// It could not be made.
  NOT_MADE,
  /// The lists, or what the filters leave of them, have no channel.
  NO_CHANNELS;

  /// The end of its texts' keys.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
