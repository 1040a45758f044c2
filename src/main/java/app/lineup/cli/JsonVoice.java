package app.lineup.cli;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.GuideReport;
import app.lineup.model.KeptNumbers;
import app.lineup.model.LogoStatistics;
import app.lineup.model.MediaType;
import app.lineup.model.ParseReport;
import app.lineup.model.Secrets;
import app.lineup.rule.set.RuleSetFile;
import app.lineup.stages.Explanation;
import app.lineup.stages.GuideOutcome;
import app.lineup.stages.GuideSummary;
import app.lineup.stages.HeldBack;
import app.lineup.stages.RunResult;
import app.lineup.stages.SourceSummary;
import app.lineup.stages.StageType;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Says the same as [Summary] to programs, as one JSON document in UTF-8. Never a credential. Used only where it is asked
/// for, so that no other run loads the library. What goes wrong while writing is a `JacksonException`.
final class JsonVoice implements AutoCloseable {

  private final JsonGenerator json;

  /// @param stream takes the document and is left open
  JsonVoice(OutputStream stream) {
    var factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    json = factory.createGenerator(ObjectWriteContext.empty(), stream, JsonEncoding.UTF8);
    json.writeStartObject();
  }

  /// The document that `content` fills.
  static byte[] document(Consumer<JsonVoice> content) {
    var bytes = new ByteArrayOutputStream();
    try (var json = new JsonVoice(bytes)) {
      content.accept(json);
    }
    return bytes.toByteArray();
  }

  /// What a build gave.
  void result(RunResult result, RunTelemetry telemetry, List<RunEvent> events) {
    text("output", result.file().target());
    json.writeNumberProperty("channels", result.file().entries());
    json.writeNumberProperty("loaded", result.loaded());
    json.writeNumberProperty("bytes", result.file().bytes());
    json.writeBooleanProperty("durable", result.file().durable());
    json.writeNumberProperty("numbersLost", result.numberConflicts());
    result.numbers().ifPresent(this::numbers);
    json.writeObjectPropertyStart("rangesFull");
    result.fullRanges().forEach(full -> json.writeNumberProperty(full.group(), full.channels()));
    json.writeEndObject();
    json.writeNumberProperty("seconds", result.took().toMillis() / 1000.0);
    result.logos().ifPresent(this::logos);
    json.writeArrayPropertyStart("heldBack");
    for (HeldBack held : result.heldBack()) {
      json.writeStartObject();
      texts("kept", held.kept(), "lost", held.lost());
      json.writeNumberProperty("channels", held.channels());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("stages");
    for (RunSnapshot.StageFigures stage : telemetry.snapshot().stages()) {
      json.writeStartObject();
      text("stage", stage.stage());
      text("strategy", stage.strategy());
      json.writeNumberProperty("items", stage.items());
      json.writeNumberProperty("bytes", stage.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("events");
    events.forEach(this::event);
    json.writeEndArray();
    reports(result.reports());
    result.guide().ifPresent(this::guide);
  }

  private void numbers(KeptNumbers numbers) {
    json.writeObjectPropertyStart("numbers");
    json.writeNumberProperty("kept", numbers.kept());
    json.writeNumberProperty("waiting", numbers.waiting());
    texts("damaged", numbers.aside(), "failure", numbers.failure());
    json.writeEndObject();
  }

  private void guide(GuideOutcome outcome) {
    json.writeObjectPropertyStart("guide");
    switch (outcome) {
      case GuideOutcome.Failed(PipelineException failure) -> error(Problem.of(failure));
      case GuideOutcome.Cancelled() -> json.writeBooleanProperty("cancelled", true);
      case GuideOutcome.Published guide -> {
        text("output", guide.target());
        json.writeNumberProperty("programmes", guide.programmes());
        json.writeNumberProperty("channels", guide.channels());
        json.writeNumberProperty("channelsWithout", guide.without());
        json.writeNumberProperty("duplicates", guide.duplicates());
        json.writeNumberProperty("bytes", guide.bytes());
        json.writeArrayPropertyStart("reports");
        guide.reports().forEach(this::report);
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  /// What a guide holds.
  void summary(GuideSummary summary) {
    json.writeBooleanProperty("usable", summary.report().programmes() > 0);
    json.writeName("guide");
    report(summary.report());
    json.writeNumberProperty("channelsWithProgrammes", summary.scheduled());
    summary.from().ifPresent(from -> text("from", from.toString()));
    summary.to().ifPresent(to -> text("to", to.toString()));
  }

  private void report(GuideReport report) {
    json.writeStartObject();
    text("source", report.source());
    json.writeNumberProperty("channels", report.channels());
    json.writeNumberProperty("programmes", report.programmes());
    json.writeNumberProperty("lines", report.lines());
    findings(report.counts(), report.findings());
    json.writeEndObject();
  }

  private void logos(LogoStatistics logos) {
    json.writeObjectPropertyStart("logos");
    json.writeNumberProperty("cached", logos.hits());
    json.writeNumberProperty("fetched", logos.fetched());
    json.writeNumberProperty("failed", logos.failures());
    json.writeNumberProperty("notAsked", logos.notAsked());
    json.writeNumberProperty("requests", logos.requests());
    json.writeNumberProperty("bytes", logos.bytes());
    json.writeNumberProperty("secondsWaited", logos.waited().toMillis() / 1000.0);
    json.writeEndObject();
  }

  private void event(RunEvent event) {
    json.writeStartObject();
    switch (event) {
      case RunEvent.StageStarted(var stage) -> texts("event", "stage_started", "stage", stage);
      case RunEvent.StageEnded(var stage, var items) -> {
        texts("event", "stage_ended", "stage", stage);
        json.writeNumberProperty("items", items);
      }
      case RunEvent.StrategyChosen(var stage, var strategy, var reason) ->
          texts("event", "strategy_chosen", "stage", stage, "strategy", strategy, "reason", reason);
      case RunEvent.StrategySwitched(var stage, var before, var now, var reason) ->
          texts("event", "strategy_switched", "stage", stage, "before", before, "now", now, "reason", reason);
      case RunEvent.Spilled(var stage, var items, var bytes) -> {
        texts("event", "spilled", "stage", stage);
        json.writeNumberProperty("items", items);
        json.writeNumberProperty("bytes", bytes);
      }
      case RunEvent.PressureChanged(var before, var now, var used, var limit) -> {
        texts("event", "pressure_changed", "before", before, "now", now);
        json.writeNumberProperty("usedBytes", used);
        json.writeNumberProperty("limitBytes", limit);
      }
      case RunEvent.LogosFetched(var stage, var cached, var fetched, var failed, var notAsked) -> {
        texts("event", "logos_fetched", "stage", stage);
        json.writeNumberProperty("cached", cached);
        json.writeNumberProperty("fetched", fetched);
        json.writeNumberProperty("failed", failed);
        json.writeNumberProperty("notAsked", notAsked);
      }
      case RunEvent.SourceAwaited(var source) -> texts("event", "source_awaited", "source", source);
      case RunEvent.SourceFailed(var source, var message) ->
          texts("event", "source_failed", "source", source, "message", message);
      case RunEvent.Finished(var took, var items) -> {
        texts("event", "finished");
        json.writeNumberProperty("seconds", took.toMillis() / 1000.0);
        json.writeNumberProperty("items", items);
      }
      case RunEvent.Failed(var message) -> texts("event", "failed", "message", message);
      case RunEvent.Cancelled() -> texts("event", "cancelled");
    }
    json.writeEndObject();
  }

  /// Every strategy of every stage, best first.
  void strategies(Map<StageType, List<StrategyProfile>> all) {
    json.writeArrayPropertyStart("strategies");
    all.forEach((stage, profiles) -> profiles.forEach(profile -> {
      json.writeStartObject();
      texts("stage", stage.id(), "name", profile.name(), "mode", StrategiesCommand.mode(profile),
          "bearsUpTo", profile.bearsUpTo().word(), "summary", profile.summary());
      json.writeObjectPropertyStart("cost");
      json.writeNumberProperty("fixedBytes", profile.cost().fixedBytes());
      json.writeNumberProperty("bytesAnItem", profile.cost().bytesAnItem());
      json.writeNumberProperty("copies", profile.cost().copies());
      json.writeNumberProperty("copiesOnDisk", profile.cost().copiesOnDisk());
      json.writeNumberProperty("itemsPerSecond", profile.cost().itemsPerSecond());
      json.writeEndObject();
      json.writeArrayPropertyStart("capabilities");
      profile.capabilities().stream().map(Capability::words).sorted().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }));
    json.writeEndArray();
  }

  /// What a list holds.
  void summary(SourceSummary summary) {
    json.writeBooleanProperty("usable", summary.report().entries() > 0);
    json.writeName("report");
    report(summary.report());
    json.writeObjectPropertyStart("types");
    for (MediaType type : MediaType.values()) {
      json.writeNumberProperty(type.ruleName(), summary.types().getOrDefault(type, 0L));
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("groups");
    for (Map.Entry<String, Long> group : summary.groups().entrySet()) {
      json.writeStartObject();
      text("group", group.getKey());
      json.writeNumberProperty("channels", group.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("channelsInOtherGroups", summary.inOtherGroups());
  }

  /// The ready-made rule sets.
  void readySets(List<RuleSetFile> sets) {
    json.writeArrayPropertyStart("sets");
    for (RuleSetFile one : sets) {
      json.writeStartObject();
      texts("set", one.file(), "name", one.set().name(), "description", one.set().description());
      json.writeNumberProperty("rules", one.set().entries().size());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// What a run does with single channels.
  ///
  /// @param rules what each rule of the run is called
  void explanation(Explanation explanation, List<String> rules) {
    json.writeNumberProperty("channels", explanation.total());
    json.writeBooleanProperty("exact", explanation.exact());
    json.writeArrayPropertyStart("hits");
    for (Explanation.Hit hit : explanation.hits()) {
      json.writeStartObject();
      texts("name", hit.name(), "group", hit.group());
      json.writeArrayPropertyStart("steps");
      hit.journey().steps().forEach(step -> new JourneyJson(json, rules).write(step));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Where a playlist is served.
  void served(List<URI> addresses) {
    text("address", addresses.getFirst().toString());
    json.writeArrayPropertyStart("addresses");
    addresses.forEach(address -> json.writeString(address.toString()));
    json.writeEndArray();
  }

  /// What was seen while reading.
  void reports(List<ParseReport> reports) {
    json.writeArrayPropertyStart("reports");
    reports.forEach(this::report);
    json.writeEndArray();
  }

  /// Why there is no result.
  void error(Problem problem) {
    json.writeObjectPropertyStart("error");
    text("kind", problem.kind().word());
    text("subject", problem.subject());
    text("what", problem.what());
    text("advice", problem.advice());
    if (!problem.excerpt().isEmpty()) {
      text("excerpt", problem.excerpt());
    }
    json.writeEndObject();
  }

  private void report(ParseReport report) {
    json.writeStartObject();
    text("source", report.source());
    json.writeNumberProperty("channels", report.entries());
    json.writeNumberProperty("lines", report.lines());
    json.writeArrayPropertyStart("guides");
    report.guides().forEach(guide -> json.writeString(Secrets.mask(guide)));
    json.writeEndArray();
    findings(report.counts(), report.findings());
    json.writeEndObject();
  }

  private void findings(Map<FindingKind, Long> counts, List<Finding> all) {
    json.writeArrayPropertyStart("findings");
    for (FindingKind kind : FindingKind.values()) {
      long count = counts.getOrDefault(kind, 0L);
      if (count > 0) {
        findings(kind, count, all);
      }
    }
    json.writeEndArray();
  }

  private void findings(FindingKind kind, long count, List<Finding> all) {
    json.writeStartObject();
    text("kind", kind.name());
    json.writeNumberProperty("count", count);
    text("found", kind.found());
    text("done", kind.done());
    json.writeArrayPropertyStart("first");
    for (Finding finding : all) {
      if (finding.kind() == kind) {
        json.writeStartObject();
        json.writeNumberProperty("line", finding.line());
        text("detail", finding.detail());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void texts(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private void text(String name, String value) {
    json.writeStringProperty(name, Secrets.mask(value));
  }

  @Override
  public void close() {
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
