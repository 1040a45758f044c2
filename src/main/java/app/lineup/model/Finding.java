package app.lineup.model;

/// One oddity in a source: where, what, and an excerpt.
///
/// @param line   the line it was found at, from 1; 0 where it is about the whole list
/// @param kind   what it was and what was done
/// @param detail an excerpt of the input or further words, with credentials masked; may be empty
public record Finding(long line, FindingKind kind, String detail) {

  /// The same finding, `lines` further down.
  public Finding shifted(long lines) {
    return line == 0 ? this : new Finding(line + lines, kind, detail);
  }
}
