package app.lineup.model;

/// What can be asked of a channel by name: a [KnownField] that stands in the entry, any other [Attribute] of its
/// `#EXTINF` line, or a [DerivedField] that is derived from the entry or its source and can only be read. Of the
/// programmes of a guide a [ProgrammeField] is asked.
public sealed interface Field permits KnownField, Attribute, DerivedField, ProgrammeField {

  /// The name that the rule language uses for this field.
  String ruleName();
}
