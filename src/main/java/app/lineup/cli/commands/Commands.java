package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.PicocliReader;
import app.lineup.cli.args.Reading;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.problem.PipelineException;
import app.lineup.rule.set.RuleSetException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/// The program as the terminal sees it: what was typed goes in, an exit code comes out. Not thread-safe; used by the
/// thread that calls it. Interrupting that thread cancels the command.
public final class Commands {

  private final Terminal terminal;
  private final PlaylistService runs;
  private final ThreadFactory threads;
  private final String version;

  /// @param runs    has done what the commands ask for
  /// @param threads makes the thread that draws the progress, where somebody watches
  /// @param version what `--version` answers
  public Commands(Terminal terminal, PlaylistService runs, ThreadFactory threads, String version) {
    this.terminal = terminal;
    this.runs = runs;
    this.threads = threads;
    this.version = version;
  }

  /// Does what was typed. Throws nothing: whatever goes wrong is said.
  ///
  /// @return 0 done, 1 bad input or target, 2 bad usage, 3 a fault of the program, 130 cancelled
  public int run(String... words) {
    var err = new TerminalPrinter(terminal.err(), terminal.errCharset());
    List<String> typed = Arrays.asList(words);
    var failures =
        new Failures(terminal, err, typed.contains(Option.JSON.shown()), typed.contains(Option.STACKTRACE.shown()));
    try {
      return run(new PicocliReader().read(words), err, failures);
    } catch (Throwable e) {
      return failures.tell(e, "");
    }
  }

  private int run(Reading reading, TerminalPrinter err, Failures failures)
      throws UsageException, RuleSetException, PipelineException, InterruptedException {
    // Not a switch over patterns: the JVM would have to put it together at every start, which takes longer than the
    // rest here.
    if (reading instanceof Reading.OfCall(ParsedCommand call)) {
      return run(call, err, failures);
    }
    if (reading instanceof Reading.OfVersion(boolean verbose)) {
      var command = new VersionCommand(terminal, "lineup " + version);
      return verbose ? command.runVerbosely(runs.startCaches()) : command.run();
    }
    return print(((Reading.OfText) reading).text());
  }

  private int run(ParsedCommand call, TerminalPrinter err, Failures failures)
      throws UsageException, RuleSetException, PipelineException, InterruptedException {
    return switch (call.verb()) {
      case BUILD -> new BuildCommand(terminal, err, runs, threads).run(call, failures);
      case CHECK -> new CheckCommand(terminal, err, runs, threads).run(call);
      case EXPLAIN -> new ExplainCommand(terminal, runs).run(call);
      case RULES -> new RulesCommand(terminal).run(call);
      case SERVE -> new ServeCommand(terminal, err, runs).run(call);
      case STRATEGIES -> new StrategiesCommand(terminal).run(call);
      case COMPLETION -> print(new PicocliReader().completionScript());
      case HELP -> print(new HelpCommand().text(call.inputs()));
    };
  }

  private int print(String text) throws PipelineException {
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    out.sayText(text);
    out.verify();
    return 0;
  }
}
