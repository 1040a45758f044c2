package app.lineup.library;

import java.util.List;

/// What a [Batch] did, for the history that the user reads: the key of a text and what is filled in there, so that it
/// is said in the language of the reader. Immutable.
///
/// @param key  the end of a key in the window's texts, for example `rule.removed`
/// @param args what is filled in, with no credentials
public record Label(String key, List<String> args) {

  /// Copies the list.
  public Label {
    args = List.copyOf(args);
  }

  /// A label with these arguments.
  public static Label of(String key, Object... args) {
    return new Label(key, List.of(args).stream().map(String::valueOf).toList());
  }
}
