package app.lineup.cli.commands;

import app.lineup.cli.args.Expressions;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.ErrorCode;
import app.lineup.cli.output.JsonOutput;
import app.lineup.cli.output.Problem;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.cli.output.Texts;
import app.lineup.problem.PipelineException;
import app.lineup.rule.RuleFailedException;
import app.lineup.rule.set.RuleSetException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.io.PrintWriter;
import java.io.StringWriter;

/// Says what went wrong, to a person or to a program, and gives the exit code for it.
///
/// @param err        hears what a person is told
/// @param json       whether a program is listening
/// @param stacktrace whether the stack trace is wanted, too
record Failures(Terminal terminal, TerminalPrinter err, boolean json, boolean stacktrace) {

  /// @param untouched what a cancelled run left as it was; empty where there is nothing of the kind
  int tell(Throwable failure, String untouched) {
    Problem problem = problem(failure, untouched);
    if (json) {
      tellProgram(problem);
    } else {
      tellPerson(problem);
    }
    if (stacktrace) {
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().map(line -> line.replace("\t", "    ")).forEach(err::say);
    }
    return problem.kind().exitCode();
  }

  private static Problem problem(Throwable failure, String untouched) {
    // A channel that an interrupt closed reports a broken read; what happened is that somebody pressed Ctrl-C.
    if (failure instanceof InterruptedException || Thread.interrupted()) {
      return new Problem(Problem.Kind.CANCELLED, "", Texts.get("cancelled") + untouched, "", "");
    }
    return switch (failure) {
      case UsageException e -> e.problem();
      case PipelineException e when e.kind() == PipelineException.Kind.INTERNAL ->
          internal(e.getCause() == null ? e : e.getCause());
      case PipelineException e -> Problem.of(e);
      case RuleSetException e -> new Problem(Problem.Kind.USER, e.file(), e.what(), e.advice(), e.excerpt());
      case RuleSyntaxException e -> Expressions.explain(Texts.get("name.rule"), e).problem();
      case RuleFailedException e -> {
        String what = String.valueOf(e.getMessage());
        yield new Problem(Problem.Kind.USER, Texts.get("name.rule"), what, Texts.get("rule-failed.advice"), "");
      }
      case OutOfMemoryError _ -> new Problem(Problem.Kind.RESOURCES, Texts.get("name.run"), Texts.get("out-of-memory"),
          Texts.get("out-of-memory.advice"), "");
      default -> internal(failure);
    };
  }

  private static Problem internal(Throwable fault) {
    String subject = Texts.get("internal", ErrorCode.of(fault));
    return new Problem(Problem.Kind.INTERNAL, subject, Texts.get("internal.what"), Texts.get("internal.advice"), "");
  }

  private void tellPerson(Problem problem) {
    String subject = problem.subject().isEmpty() ? "" : "lineup: " + problem.subject() + ": ";
    err.say(subject + sentence(problem.what()));
    problem.excerpt().lines().forEach(line -> err.say("  " + line.replace('\t', ' ')));
    problem.advice().lines().forEach(err::say);
  }

  private static String sentence(String what) {
    return what.endsWith(".") || what.endsWith("?") || what.endsWith("!") ? what : what + ".";
  }

  private void tellProgram(Problem problem) {
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    out.sayDocument(JsonOutput.document(json -> json.error(problem)));
    try {
      out.verify();
    } catch (PipelineException e) {
      // Nobody can read it there: a full disk, a pipe that was closed.
      tellPerson(problem);
    }
  }
}
