package app.lineup.cli.args;

import app.lineup.cli.output.Texts;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The commands and options as picocli sees them, made from [Command] and [Option]. By hand and not by annotations,
/// which take 0.15 s more to be read. Not thread-safe.
final class PicocliModel {

  /// Belongs to the window, and to the terminal's help.
  static final String WINDOW_DATA = "--data";
  static final String VERBOSE = "--verbose";

  private static final String NAME = "lineup";
  private static final int WIDTH = 96;

  private final boolean withTexts;

  private PicocliModel(boolean withTexts) {
    this.withTexts = withTexts;
  }

  /// All of it.
  static CommandLine whole() {
    return new PicocliModel(true).root(List.of(Command.values()));
  }

  /// As much as it takes to read a right command line: what none of the words names is left out, and so are the texts
  /// of the help. Every start makes this one, and it is made in a fraction of the time.
  static CommandLine forReading(String... words) {
    List<String> typed = List.of(words);
    return new PicocliModel(false)
        .root(Stream.of(Command.values()).filter(verb -> typed.contains(verb.word())).toList());
  }

  private CommandLine root(List<Command> verbs) {
    CommandSpec root = described(CommandSpec.create().name(NAME), NAME);
    root.addOption(
        OptionSpec.builder("-V", "--version").versionHelp(true).description(plain("option.version")).build());
    root.addOption(OptionSpec.builder(WINDOW_DATA).type(File.class).arity("1").paramLabel("DIR")
        .description(plain("option.data")).build());
    root.addOption(OptionSpec.builder(VERBOSE).description(plain("option.verbose")).build());
    for (Command verb : verbs) {
      root.addSubcommand(verb.word(), command(verb));
    }
    return new CommandLine(root)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setAllowOptionsAsOptionParameters(false)
        .setUnmatchedOptionsAllowedAsOptionParameters(true);
  }

  static Command verb(CommandSpec spec) {
    return Command.valueOf(spec.name().toUpperCase(Locale.ROOT));
  }

  private CommandSpec command(Command verb) {
    CommandSpec spec = described(CommandSpec.create().name(verb.word()), verb.word());
    String operand = verb.operand();
    if (!operand.isEmpty()) {
      spec.addPositional(PositionalParamSpec.builder().paramLabel(operand).index("0..*").arity("0..*").type(List.class)
          .auxiliaryTypes(File.class).description(plain("operand." + operand.toLowerCase(Locale.ROOT))).build());
    }
    verb.options().forEach(option -> spec.addOption(option(option)));
    return spec;
  }

  private OptionSpec option(Option option) {
    List<String> names = option.names();
    var builder = OptionSpec.builder(names.getFirst(), names.subList(1, names.size()).toArray(String[]::new))
        .description(plain(option.textKey()));
    if (!option.choices().isEmpty()) {
      builder.completionCandidates(option.choices());
    }
    Class<?> value = option.namesFile() ? File.class : String.class;
    return switch (option.takes()) {
      case NOTHING -> builder.type(boolean.class).arity("0").build();
      case ONE_VALUE -> builder.type(value).paramLabel(option.label()).arity("1").build();
      case MANY_VALUES ->
          builder.type(List.class).auxiliaryTypes(value).paramLabel(option.label()).arity("1").build();
    };
  }

  private CommandSpec described(CommandSpec spec, String name) {
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description(plain("option.help")).build());
    if (!withTexts) {
      return spec;
    }
    spec.usageMessage()
        .width(WIDTH)
        .sortOptions(false)
        .header(plain(name + ".header"))
        .synopsisHeading(Texts.get("heading.synopsis"))
        .customSynopsis(plain(name + ".synopsis").split("\n"))
        .description(plain(name + ".description"))
        .descriptionHeading("%n")
        .parameterListHeading(Texts.get("heading.inputs"))
        .optionListHeading(Texts.get("heading.options"))
        .commandListHeading(Texts.get("heading.commands"))
        .footerHeading(Texts.get("heading.examples"))
        .footer(plain(name + ".examples").indent(2).split("\n"));
    return spec;
  }

  /// Picocli takes each text for a format.
  private String plain(String key) {
    return withTexts ? Texts.get(key).replace("%", "%%") : "";
  }
}
