package app.lineup.library;

/// One row of a list in the [Library]: something that has a place among others and can be added, removed, moved and
/// changed. Immutable.
public sealed interface Row permits LibrarySource, RuleRow {

  /// What it is known by as long as the library lives; never given to another row.
  long id();

  /// The part of the library whose list it stands in.
  Part part();

  /// This row with what differs between `before` and `after`, field by field, as it is in `after`. So a change that was
  /// made long ago is taken back without touching what was changed since.
  ///
  /// @param before a row of the same kind
  /// @param after  a row of the same kind
  Row with(Row before, Row after);
}
