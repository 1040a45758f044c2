package app.lineup.cli.args;

import app.lineup.cli.output.Texts;
import app.lineup.model.NearestName;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads every command line, answers for help and version, and knows what was meant where something is wrong.
/// Thread-safe: no state.
public final class PicocliReader {

  /// What was typed.
  public Reading read(String... words) throws UsageException {
    try {
      return understood(PicocliModel.forReading(words).parseArgs(words), words);
    } catch (ParameterException _) {
      // What was meant can only be told with everything in view.
      try {
        return understood(PicocliModel.whole().parseArgs(words), words);
      } catch (ParameterException e) {
        throw explain(e);
      }
    }
  }

  private Reading understood(ParseResult top, String... words) throws UsageException {
    refuseOptionsAsValues(words);
    boolean verbose = top.hasMatchedOption(PicocliModel.VERBOSE);
    if (top.isVersionHelpRequested()) {
      return new Reading.OfVersion(verbose);
    }
    ParseResult sub = top.subcommand();
    if (top.hasMatchedOption(PicocliModel.WINDOW_DATA) && !top.isUsageHelpRequested()) {
      // Alone and with a folder it would have opened the window, and nobody would have come here.
      throw new UsageException(
          PicocliModel.WINDOW_DATA, Texts.get("usage.data"), Texts.get("usage.data.advice"));
    }
    if (sub == null || top.isUsageHelpRequested()) {
      if (verbose && !top.isUsageHelpRequested()) {
        throw new UsageException(PicocliModel.VERBOSE, Texts.get("usage.verbose"), Texts.get("usage.verbose.advice"));
      }
      return help("");
    }
    return sub.isUsageHelpRequested() ? help(sub.commandSpec().name()) : new Reading.OfCall(call(sub));
  }

  /// A word with a hyphen before it that stands alone behind an option is an option, mistyped maybe, and not its value;
  /// but in an order the hyphen means something. Behind `=` anything may stand.
  private static void refuseOptionsAsValues(String... words) throws UsageException {
    for (int i = 0; i + 1 < words.length && !words[i].equals("--"); i++) {
      Option option = Option.named(words[i]).filter(known -> known.takes() != Option.Takes.NOTHING).orElse(null);
      String value = words[i + 1];
      if (option != null && option != Option.SORT && value.length() > 1 && value.startsWith("-")
          && !Character.isDigit(value.charAt(1))) {
        throw new UsageException(option.shown(), Texts.get("usage.no-value"),
            Texts.get("usage.write-value", option.shown(), option.label()));
      }
    }
  }

  /// A script that teaches bash and zsh the commands and options.
  public String completionScript() {
    CommandLine root = PicocliModel.whole();
    return AutoComplete.bash(root.getCommandName(), root);
  }

  /// The help of a command, that of the program for the empty name.
  public Optional<String> helpOf(String command) {
    CommandLine root = PicocliModel.whole();
    CommandLine found = command.isEmpty() ? root : root.getSubcommands().get(command);
    return found == null ? Optional.empty() : Optional.of(found.getUsageMessage(Ansi.OFF));
  }

  private Reading help(String command) {
    return new Reading.OfText(helpOf(command).orElseThrow());
  }

  private static ParsedCommand call(ParseResult parsed) {
    Command verb = PicocliModel.verb(parsed.commandSpec());
    Map<Option, List<String>> options = new EnumMap<>(Option.class);
    for (Option option : verb.options()) {
      OptionSpec spec = parsed.matchedOption(option.shown());
      if (spec != null) {
        options.put(option, option.takes() == Option.Takes.NOTHING ? List.of() : spec.stringValues());
      }
    }
    // One spec takes all inputs; it is listed once for each time it took some.
    List<String> inputs =
        parsed.hasMatchedPositional(0) ? parsed.matchedPositionals().getFirst().stringValues() : List.of();
    return new ParsedCommand(verb, options, inputs);
  }

  private UsageException explain(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String seeHelp = Texts.get("usage.see-help", command);
    return switch (wrong) {
      case UnmatchedArgumentException e -> unmatched(e, seeHelp);
      case OverwrittenOptionException e ->
          new UsageException(shown(e.getOverwritten()), Texts.get("usage.twice"), seeHelp);
      case MissingParameterException e when !e.getMissing().isEmpty() -> {
        var missing = e.getMissing().getFirst();
        yield new UsageException(shown(missing), Texts.get("usage.no-value"),
            Texts.get("usage.write-value", shown(missing), missing.paramLabel()));
      }
      default -> new UsageException(command, String.valueOf(wrong.getMessage()), seeHelp);
    };
  }

  private UsageException unmatched(UnmatchedArgumentException wrong, String seeHelp) {
    // Picocli knows no word where only its message says what is wrong.
    String word = wrong.getUnmatched().isEmpty()
        ? wrong.getCommandLine().getCommandSpec().qualifiedName() : wrong.getUnmatched().getFirst();
    String what;
    if (wrong.isUnknownOption()) {
      what = Texts.get("usage.no-option");
    } else if (wrong.getCommandLine().getParent() == null) {
      what = Texts.get("usage.no-command");
    } else {
      what = Texts.get("usage.no-place");
    }
    // Picocli's own order is not by how much has to be changed.
    String meant = wrong.getSuggestions().stream().map(PicocliReader::nameOnly)
        .min(Comparator.comparingInt(name -> NearestName.distance(word, name)))
        .map(name -> Texts.get("usage.did-you-mean", name) + " ").orElse("");
    return new UsageException(word, what, meant + seeHelp);
  }

  /// Picocli suggests an option with the label of its value behind it.
  private static String nameOnly(String suggestion) {
    int end = 0;
    while (end < suggestion.length() && (Character.isLetter(suggestion.charAt(end)) || suggestion.charAt(end) == '-')) {
      end++;
    }
    return suggestion.substring(0, end);
  }

  private static String shown(ArgSpec spec) {
    return spec instanceof OptionSpec option ? option.names()[0] : spec.paramLabel();
  }
}
