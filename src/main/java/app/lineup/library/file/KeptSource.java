package app.lineup.library.file;

/// A source as the library keeps it. Immutable.
///
/// @param name  what the user calls it
/// @param place what kind of thing `text` names
/// @param text  the path or the address with its credentials; empty for the sample
public record KeptSource(String name, Place place, String text) {

  /// Where a source is.
  public enum Place {
    FILE,
    URL,
    /// The list that comes with the program, wherever that lies at the next start.
    SAMPLE
  }
}
