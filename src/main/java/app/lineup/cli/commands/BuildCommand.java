package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Amounts;
import app.lineup.cli.output.JsonOutput;
import app.lineup.cli.output.Problem;
import app.lineup.cli.output.Progress;
import app.lineup.cli.output.ReportFile;
import app.lineup.cli.output.Summary;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.cli.output.Texts;
import app.lineup.cli.output.Trace;
import app.lineup.engine.memory.ProcessGauge;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.KeptNumbers;
import app.lineup.model.Target;
import app.lineup.pipeline.GuideOutcome;
import app.lineup.pipeline.RunResult;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import app.lineup.rule.set.RuleSetException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/// `lineup build`: makes a playlist and says what became of it.
record BuildCommand(Terminal terminal, TerminalPrinter err, PlaylistService runs, ThreadFactory threads) {

  int run(ParsedCommand call, Failures failures) throws UsageException, RuleSetException, PipelineException {
    Optional<GivenLibrary> library = GivenLibrary.of(call, runs);
    try {
      return run(call, failures, BuildOrder.of(call, terminal.out(), library));
    } finally {
      library.ifPresent(GivenLibrary::close);
    }
  }

  private int run(ParsedCommand call, Failures failures, BuildOrder order) throws PipelineException, UsageException {
    boolean quiet = call.has(Option.QUIET);
    List<String> stages = order.plan().guide().isPresent() ? StageType.idsWithGuide() : StageType.ids();
    // Nobody but a program is told how large the process is, and a short run need not find out.
    var telemetry = call.has(Option.JSON) ? new RunTelemetry(stages, new ProcessGauge()::rssBytes)
        : new RunTelemetry(stages);
    if (order.report().isPresent()) {
      new ReportFile(order.report().get()).verify();
    }
    NumberOptions.verify(order.plan());
    List<RunEvent> events = new ArrayList<>();
    RunObserver plain = call.has(Option.TRACE) ? traced(events) : events::add;
    // A limit that is only played is no reason to worry anybody.
    RunObserver observer = order.allowance().simulated().isPresent() ? plain : warning(plain);
    RunResult result;
    try (var _ = Progress.of(
        telemetry, err, terminal.live() && !quiet && !call.has(Option.TRACE), threads)) {
      result = runs.build(order.plan(), order.allowance(), telemetry, observer);
    } catch (PipelineException | InterruptedException e) {
      return failures.tell(e, untouched(order.plan().target()));
    }
    if (order.report().isPresent()) {
      new ReportFile(order.report().get()).write(result.reports());
    }
    if (call.has(Option.JSON)) {
      var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
      out.sayDocument(JsonOutput.document(json -> json.result(result, telemetry, events)));
      out.verify();
    } else if (!quiet) {
      Summary.of(result).forEach(err::say);
      overridden(events).forEach(err::say);
    }
    int numbers = result.numbers().map(kept -> afterNumbers(kept, call, failures, order)).orElse(0);
    int guide = result.guide().map(outcome -> afterGuide(outcome, call, failures, order)).orElse(0);
    return numbers == 0 ? guide : numbers;
  }

  /// What the user asked for and did not get, once for each stage.
  private static List<String> overridden(List<RunEvent> events) {
    return events.stream().filter(RunEvent.WishOverridden.class::isInstance).map(RunEvent.WishOverridden.class::cast)
        .map(event -> Texts.get("build.overridden", event.stage(), event.wished(), event.taken(), event.reason()))
        .distinct().toList();
  }

  /// The playlist is in place; where its numbers could not be kept for the next run, somebody has to know.
  private static int afterNumbers(KeptNumbers kept, ParsedCommand call, Failures failures, BuildOrder order) {
    if (kept.failure().isEmpty()) {
      return 0;
    }
    var failure = new PipelineException(
        PipelineException.Kind.RESOURCES, order.plan().keptNumbers().map(Path::toString).orElse(""),
        Texts.get("numbers-file.failed", kept.failure()), Texts.get("numbers-file.failed.advice"));
    return call.has(Option.JSON) ? Problem.of(failure).kind().exitCode() : failures.tell(failure, "");
  }

  /// The playlist is in place; a guide that is not has an exit code of its own.
  private static int afterGuide(GuideOutcome outcome, ParsedCommand call, Failures failures, BuildOrder order) {
    boolean json = call.has(Option.JSON);
    return switch (outcome) {
      case GuideOutcome.Published _ -> 0;
      case GuideOutcome.Failed(PipelineException failure) ->
          json ? Problem.of(failure).kind().exitCode() : failures.tell(failure, "");
      case GuideOutcome.Cancelled() -> {
        String old = order.plan().guide().map(plan -> plan.target().toString()).orElse("");
        yield json
            ? Problem.Kind.CANCELLED.exitCode()
            : failures.tell(new InterruptedException(), "; " + Texts.get("cancelled.file", old));
      }
    };
  }

  /// Says at once where the run needs more memory than it has: it may come to its end, or not.
  private RunObserver warning(RunObserver other) {
    return event -> {
      if (event instanceof RunEvent.Expected expected && expected.isTooMuch()) {
        err.say(Texts.get("build.too-little-memory", Amounts.bytes(expected.leastBytes()),
            Amounts.bytes(expected.limitBytes())));
      }
      other.onEvent(event);
    };
  }

  private RunObserver traced(List<RunEvent> events) {
    var trace = new Trace(err, InstantSource.system());
    return event -> {
      events.add(event);
      trace.onEvent(event);
    };
  }

  private static String untouched(Target target) {
    return switch (target) {
      case Target.OfFile file -> "; " + Texts.get("cancelled.file", file);
      case Target.OfStream stream -> "; " + Texts.get("cancelled.stream", stream);
    };
  }
}
