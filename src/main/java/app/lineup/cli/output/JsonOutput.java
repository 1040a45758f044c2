package app.lineup.cli.output;

import app.lineup.app.explain.Explanation;
import app.lineup.app.refresh.GuideSummary;
import app.lineup.app.refresh.SourceSummary;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.model.ParseReport;
import app.lineup.model.channel.MediaType;
import app.lineup.pipeline.RunResult;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import app.lineup.rule.set.RuleSetFile;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Says the same as [Summary] to programs, as one JSON document. Not thread-safe; used by one thread.
public record JsonOutput(MaskedJson json) {

  /// The document that `content` fills, in UTF-8.
  public static byte[] document(Consumer<JsonOutput> content) {
    return MaskedJson.document(json -> content.accept(new JsonOutput(json)));
  }

  /// What a build gave.
  public void result(RunResult result, RunTelemetry telemetry, List<RunEvent> events) {
    new RunJson(json).write(result, telemetry, events);
  }

  /// What a guide holds.
  public void summary(GuideSummary summary) {
    json.truth("usable", summary.report().programmes() > 0);
    json.object("guide", () -> new ReportJson(json).write(summary.report()));
    json.number("channelsWithProgrammes", summary.scheduled());
    summary.from().ifPresent(from -> json.text("from", from.toString()));
    summary.to().ifPresent(to -> json.text("to", to.toString()));
  }

  /// What a list holds.
  public void summary(SourceSummary summary) {
    json.truth("usable", summary.report().entries() > 0);
    json.object("report", () -> new ReportJson(json).write(summary.report()));
    json.object("types", () -> {
      for (MediaType type : MediaType.values()) {
        json.number(type.ruleName(), summary.types().getOrDefault(type, 0L));
      }
    });
    json.objects("groups", summary.groups().entrySet(), group -> {
      json.text("group", group.getKey());
      json.number("channels", group.getValue());
    });
    json.number("channelsInOtherGroups", summary.inOtherGroups());
  }

  /// What was seen while reading.
  void reports(List<ParseReport> reports) {
    json.objects("reports", reports, new ReportJson(json)::write);
  }

  /// Every strategy of every stage, best first.
  public void strategies(Map<StageType, List<StrategyProfile>> all) {
    List<Runnable> each = all.entrySet().stream()
        .flatMap(
            stage -> stage.getValue().stream().<Runnable>map(profile -> () -> strategy(stage.getKey().id(), profile)))
        .toList();
    List<Runnable> guideToo = Stream.concat(
        each.stream(), Stream.of(() -> strategy(StageType.GUIDE_ID, Strategies.guide()))).toList();
    json.objects("strategies", guideToo, Runnable::run);
  }

  private void strategy(String stage, StrategyProfile profile) {
    json.texts("stage", stage, "name", profile.name(), "shape", profile.shape().name().toLowerCase(Locale.ROOT),
        "bearsUpTo", profile.bearsUpTo().word(), "summary", profile.summary());
    json.object("cost", () -> {
      json.number("fixedBytes", profile.cost().fixedBytes());
      json.number("bytesAnItem", profile.cost().bytesAnItem());
      json.number("copies", profile.cost().copies());
      json.number("copiesOnDisk", profile.cost().copiesOnDisk());
      json.number("itemsPerSecond", profile.cost().itemsPerSecond());
    });
    json.truth("onWorkers", profile.onWorkers());
    json.truth("remembers", profile.remembers());
    json.number("blockFactor", profile.blockFactor());
    json.array("when", profile.when().stream().sorted().map(Condition::words).toList());
    json.array("capabilities", profile.capabilities().stream().map(Capability::words).sorted().toList());
  }

  /// The ready-made rule sets.
  public void readySets(List<RuleSetFile> sets) {
    json.objects("sets", sets, one -> {
      json.texts("set", one.file(), "name", one.set().name(), "description", one.set().description());
      json.number("rules", one.set().entries().size());
    });
  }

  /// What a run does with single channels.
  ///
  /// @param rules what each rule of the run is called
  public void explanation(Explanation explanation, List<String> rules) {
    json.number("channels", explanation.total());
    json.truth("exact", explanation.exact());
    json.objects("hits", explanation.hits(), hit -> {
      json.texts("name", hit.name(), "group", hit.group());
      json.objects("steps", hit.journey().steps(), new JourneyJson(json, rules)::write);
    });
  }

  /// Where a playlist is served.
  public void served(List<URI> addresses) {
    json.own("address", addresses.getFirst().toString());
    json.owns("addresses", addresses.stream().map(URI::toString).toList());
  }

  /// Why there is no result.
  public void error(Problem problem) {
    json.object("error", () -> problem.write(json));
  }
}
