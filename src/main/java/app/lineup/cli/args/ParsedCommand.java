package app.lineup.cli.args;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command line as it was understood: the command, the values of its options, its inputs. The values are not judged
/// yet.
///
/// @param verb    the command
/// @param options the options that were given, each with its values in their order; one without a value has none
/// @param inputs  what stands there beside the options
public record ParsedCommand(Command verb, Map<Option, List<String>> options, List<String> inputs) {

  /// Copies what it is given.
  public ParsedCommand {
    options = Map.copyOf(options);
    inputs = List.copyOf(inputs);
  }

  /// Whether the option was given.
  public boolean has(Option option) {
    return options.containsKey(option);
  }

  /// The values of an option, none where it was not given.
  public List<String> all(Option option) {
    return options.getOrDefault(option, List.of());
  }

  /// The value of an option that may be given once.
  public Optional<String> one(Option option) {
    return all(option).stream().findFirst();
  }
}
