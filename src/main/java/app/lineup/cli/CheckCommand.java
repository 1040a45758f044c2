package app.lineup.cli;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.Source;
import app.lineup.stages.SourceSummary;
import app.lineup.stages.StageType;
import java.util.concurrent.ThreadFactory;

/// `lineup check`: says what a list holds and whether it is usable.
record CheckCommand(Terminal terminal, Voice err, Runs runs, ThreadFactory threads) {

  int run(Call call) throws UsageException, PipelineException, InterruptedException {
    Source source = Inputs.only(call.inputs());
    var telemetry = new RunTelemetry(StageType.ids());
    SourceSummary summary;
    try (var _ = Progress.of(telemetry, err, terminal.live() && !call.has(Option.QUIET), threads)) {
      summary = runs.check(source, telemetry);
    }
    var out = new Voice(terminal.out(), terminal.outCharset());
    if (call.has(Option.JSON)) {
      out.sayDocument(JsonVoice.document(json -> json.summary(summary)));
    } else if (!call.has(Option.QUIET)) {
      Summary.of(summary).forEach(out::say);
    }
    out.verify();
    return summary.report().entries() > 0 ? 0 : 1;
  }
}
