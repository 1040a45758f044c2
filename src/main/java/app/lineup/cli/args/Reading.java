package app.lineup.cli.args;

/// What a command line asks for.
public sealed interface Reading {

  /// A command with what it needs.
  record OfCall(ParsedCommand call) implements Reading {}

  /// A text to print and nothing more: the help.
  record OfText(String text) implements Reading {}

  /// The version.
  ///
  /// @param verbose whether what is worth knowing of the installation is wanted, too
  record OfVersion(boolean verbose) implements Reading {}
}
