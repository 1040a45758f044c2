package app.lineup.cli.output;

import app.lineup.engine.watch.PeakRss;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageFacts;
import app.lineup.model.KeptNumbers;
import app.lineup.model.LogoStatistics;
import app.lineup.pipeline.GuideOutcome;
import app.lineup.pipeline.RuleMatches;
import app.lineup.pipeline.RunResult;
import app.lineup.problem.PipelineException;
import java.util.List;

/// Says to programs what a build gave. Not thread-safe; used by the command's thread.
record RunJson(MaskedJson json) {

  void write(RunResult result, RunTelemetry telemetry, List<RunEvent> events) {
    json.text("output", result.file().target());
    json.number("channels", result.file().entries());
    json.number("loaded", result.loaded());
    json.truth("stopped", result.stopped());
    json.number("bytes", result.file().bytes());
    json.truth("durable", result.file().durable());
    json.number("numbersLost", result.numberConflicts());
    result.numbers().ifPresent(this::numbers);
    json.object("rangesFull", () -> result.fullRanges().forEach(full -> json.number(full.group(), full.channels())));
    json.number("seconds", result.took().toMillis() / 1000.0);
    result.logos().ifPresent(this::logos);
    json.objects("heldBack", result.heldBack(), held -> {
      json.texts("kept", held.kept(), "lost", held.lost());
      json.number("channels", held.channels());
    });
    PeakRss.bytes().ifPresent(peak -> json.number("peakRssBytes", peak));
    json.number("peakUsedBytes", telemetry.usedBytes());
    json.text("peakPressure", telemetry.highestPressure());
    json.objects("stages", telemetry.facts(), this::stage);
    json.objects("rules", result.rules(), this::matches);
    json.objects("filters", result.filters(), this::matches);
    json.objects("events", events, new EventJson(json)::write);
    json.objects("reports", result.reports(), new ReportJson(json)::write);
    result.guide().ifPresent(guide -> json.object("guide", () -> guide(guide)));
  }

  private void matches(RuleMatches matches) {
    json.text("rule", matches.rule());
    json.number("channels", matches.channels());
  }

  private void stage(StageFacts stage) {
    json.texts("stage", stage.stage(), "strategy", stage.strategy());
    json.array("strategies", stage.strategies());
    json.number("items", stage.items());
    json.number("bytes", stage.bytes());
    json.number("busySeconds", stage.busy().toNanos() / 1e9);
    json.number("itemsPerSecond", Math.round(stage.itemsPerSecond()));
    json.number("rssBytes", stage.rssBytes());
    json.text("peakPressure", stage.pressure());
  }

  private void numbers(KeptNumbers numbers) {
    json.object("numbers", () -> {
      json.number("kept", numbers.kept());
      json.number("waiting", numbers.waiting());
      json.texts("damaged", numbers.aside(), "failure", numbers.failure());
    });
  }

  private void logos(LogoStatistics logos) {
    json.object("logos", () -> {
      json.number("cached", logos.hits());
      json.number("fetched", logos.fetched());
      json.number("failed", logos.failures());
      json.number("notAsked", logos.notAsked());
      json.number("requests", logos.requests());
      json.number("bytes", logos.bytes());
      json.number("secondsWaited", logos.waited().toMillis() / 1000.0);
    });
  }

  private void guide(GuideOutcome outcome) {
    switch (outcome) {
      case GuideOutcome.Failed(PipelineException failure) -> Problem.of(failure).write(json);
      case GuideOutcome.Cancelled() -> json.truth("cancelled", true);
      case GuideOutcome.Published guide -> {
        json.text("output", guide.target());
        json.number("programmes", guide.programmes());
        json.number("channels", guide.channels());
        json.number("channelsWithout", guide.without());
        json.number("duplicates", guide.duplicates());
        json.number("bytes", guide.bytes());
        json.objects("reports", guide.reports(), new ReportJson(json)::write);
      }
    }
  }
}
