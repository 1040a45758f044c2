package app.lineup.cli.commands;

import app.lineup.app.explain.Explanation;
import app.lineup.cli.args.Expressions;
import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.JourneyLines;
import app.lineup.cli.output.JsonOutput;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.cli.output.Texts;
import app.lineup.model.Location;
import app.lineup.model.LogoPlan;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.problem.PipelineException;
import app.lineup.rule.editor.PlainWords;
import app.lineup.rule.set.RuleSetException;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// `lineup explain`: says of a channel what a build would do with it and why.
record ExplainCommand(Terminal terminal, PlaylistService runs) {

  int run(ParsedCommand call) throws UsageException, RuleSetException, PipelineException, InterruptedException {
    String channel = channel(call);
    Optional<GivenLibrary> library = GivenLibrary.of(call, runs);
    try {
      return run(call, channel, library);
    } finally {
      library.ifPresent(GivenLibrary::close);
    }
  }

  private int run(ParsedCommand call, String channel, Optional<GivenLibrary> library)
      throws UsageException, RuleSetException, PipelineException, InterruptedException {
    List<Source> sources = BuildOrder.sources(call, library);
    if (sources.stream().anyMatch(source -> source.location() instanceof Location.StandardInput)) {
      throw new UsageException(Inputs.STANDARD, Texts.get("usage.explain-stdin"),
          Texts.get("usage.explain-stdin.advice"));
    }
    RuleOptions given = RuleOptions.of(call, library);
    var nowhere = new Target.OfStream(OutputStream.nullOutputStream(), Texts.get("name.run"));
    var plan = new RunPlan(sources, given.rules(), given.filters(), OrderOptions.order(call, library),
        OrderOptions.numbering(call, library),
        BuildOrder.separators(call, library), nowhere, false, ExecutionOptions.tuning(call),
        new LogoPlan.Off(), Optional.empty());
    RunPlan whole = NumberOptions.join(call, plan, Optional.empty(), library);
    if (whole.keptNumbers().isPresent()) {
      NumberOptions.verifyOurs(whole.keptNumbers().get());
    }
    Explanation explanation = runs.explain(whole, channel, ExecutionOptions.allowance(call));
    if (explanation.total() == 0) {
      String near = String.join(", ", explanation.near());
      throw new PipelineException(PipelineException.Kind.USER, channel, Texts.get("explain.none"),
          near.isEmpty() ? Texts.get("explain.none.advice") : Texts.get("explain.near", near));
    }
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    if (call.has(Option.JSON)) {
      out.sayDocument(JsonOutput.document(json -> json.explanation(explanation, given.names())));
    } else {
      new JourneyLines(given.names()).of(explanation).forEach(out::say);
    }
    out.verify();
    return 0;
  }

  private static String channel(ParsedCommand call) throws UsageException {
    String text = call.one(Option.CHANNEL).orElse("");
    if (text.isBlank()) {
      throw new UsageException(Option.CHANNEL.shown(), Texts.get("usage.no-channel"),
          Texts.get("usage.no-channel.advice"));
    }
    if (PlainWords.isExpression(text)) {
      try {
        RuleParser.condition(text);
      } catch (RuleSyntaxException e) {
        throw Expressions.explain(Option.CHANNEL.shown(), e);
      }
    }
    return text;
  }
}
