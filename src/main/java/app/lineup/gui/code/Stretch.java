package app.lineup.gui.code;

import java.util.Set;

/// Some characters of a text and how they look. Immutable.
///
/// @param length how many characters
/// @param styles the names of their styles
record Stretch(int length, Set<String> styles) {

  Stretch {
    styles = Set.copyOf(styles);
  }
}
