package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.JsonOutput;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.cli.output.Texts;
import app.lineup.problem.PipelineException;
import app.lineup.rule.set.ReadySets;
import app.lineup.rule.set.RuleSetException;
import app.lineup.rule.set.RuleSetFile;
import app.lineup.rule.set.RuleSetWriter;
import app.lineup.rule.set.SetEntry;
import java.util.ArrayList;
import java.util.List;

/// `lineup rules`: lists the ready-made rule sets, or says what is in one set and whether it can be understood.
record RulesCommand(Terminal terminal) {

  int run(ParsedCommand call) throws UsageException, RuleSetException, PipelineException {
    if (call.inputs().size() > 1) {
      throw new UsageException(call.inputs().get(1), Texts.get("usage.one-set"), Texts.get("usage.one-set.advice"));
    }
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    int exitCode = call.inputs().isEmpty() ? list(call, out)
        : show(RuleOptions.file(call.inputs().getFirst()), call, out);
    out.verify();
    return exitCode;
  }

  private static int list(ParsedCommand call, TerminalPrinter out) {
    List<RuleSetFile> sets = ReadySets.ids().stream().map(ReadySets::of).toList();
    if (call.has(Option.JSON)) {
      out.sayDocument(JsonOutput.document(json -> json.readySets(sets)));
      return 0;
    }
    for (RuleSetFile one : sets) {
      out.say(one.file() + "  " + one.set().name());
      out.say("    " + one.set().description());
    }
    return 0;
  }

  /// As a program reads it, it is a file of the same form, so that a ready-made set can be taken for a start of one's
  /// own.
  private static int show(RuleSetFile file, ParsedCommand call, TerminalPrinter out) {
    List<RuleSetException> mistakes = mistakes(file);
    if (call.has(Option.JSON)) {
      out.sayDocument(RuleSetWriter.write(file.set()));
    } else {
      lines(file).forEach(out::say);
      for (RuleSetException mistake : mistakes) {
        out.say("");
        out.say(Texts.get("rules.mistake", mistake.what()));
        mistake.excerpt().lines().forEach(line -> out.say("  " + line.replace('\t', ' ')));
      }
    }
    return mistakes.isEmpty() ? 0 : 1;
  }

  private static List<RuleSetException> mistakes(RuleSetFile file) {
    List<RuleSetException> mistakes = new ArrayList<>();
    for (int i = 0; i < file.set().entries().size(); i++) {
      int index = i;
      file.set().entries().get(i).mistake().ifPresent(wrong -> mistakes.add(file.mistake(index, wrong)));
    }
    return mistakes;
  }

  private static List<String> lines(RuleSetFile file) {
    List<String> lines = new ArrayList<>();
    String name = file.set().name();
    lines.add(name.isEmpty() ? file.file() : file.file() + ": " + name);
    if (!file.set().description().isEmpty()) {
      lines.add(file.set().description());
    }
    int number = 0;
    for (SetEntry entry : file.set().entries()) {
      number++;
      lines.add("");
      lines.add(Texts.get(entry.on() ? "rules.entry" : "rules.entry.off", number, entry.kind().word(), entry.note())
          .stripTrailing());
      entry.text().lines().forEach(line -> lines.add("   " + line));
    }
    return lines;
  }
}
