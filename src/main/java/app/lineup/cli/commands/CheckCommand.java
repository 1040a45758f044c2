package app.lineup.cli.commands;

import app.lineup.app.refresh.Checked;
import app.lineup.app.refresh.GuideSummary;
import app.lineup.app.refresh.SourceSummary;
import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.JsonOutput;
import app.lineup.cli.output.Progress;
import app.lineup.cli.output.Summary;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.Source;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/// `lineup check`: says what a list or guide holds and whether it is usable.
record CheckCommand(Terminal terminal, TerminalPrinter err, PlaylistService runs, ThreadFactory threads) {

  int run(ParsedCommand call) throws UsageException, PipelineException, InterruptedException {
    Optional<GivenLibrary> library = GivenLibrary.of(call, runs);
    if (library.isEmpty()) {
      return check(call, Inputs.only(FetchOptions.sources(call)));
    }
    library.get().close();
    int worst = 0;
    for (Source source : library.get().sources(call)) {
      worst = Math.max(worst, check(call, source));
    }
    return worst;
  }

  private int check(ParsedCommand call, Source source) throws UsageException, PipelineException, InterruptedException {
    Duration patience = ExecutionOptions.chunkTimeout(call);
    var telemetry = new RunTelemetry(StageType.ids());
    Checked checked;
    try (var _ = Progress.of(telemetry, err, terminal.live() && !call.has(Option.QUIET), threads)) {
      checked = runs.check(source, patience, telemetry);
    }
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    if (call.has(Option.JSON)) {
      out.sayDocument(JsonOutput.document(json -> say(checked, json)));
    } else if (!call.has(Option.QUIET)) {
      lines(checked).forEach(out::say);
    }
    out.verify();
    return isUsable(checked) ? 0 : 1;
  }

  private static void say(Checked checked, JsonOutput json) {
    switch (checked) {
      case SourceSummary list -> json.summary(list);
      case GuideSummary guide -> json.summary(guide);
    }
  }

  private static List<String> lines(Checked checked) {
    return switch (checked) {
      case SourceSummary list -> Summary.of(list);
      case GuideSummary guide -> Summary.of(guide);
    };
  }

  private static boolean isUsable(Checked checked) {
    return switch (checked) {
      case SourceSummary list -> list.report().entries() > 0;
      case GuideSummary guide -> guide.report().programmes() > 0;
    };
  }
}
