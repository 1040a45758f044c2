package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Amounts;
import app.lineup.cli.output.JsonOutput;
import app.lineup.cli.output.Terminal;
import app.lineup.cli.output.TerminalPrinter;
import app.lineup.cli.output.Texts;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.Condition;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `lineup strategies`: every way of doing each stage, best first.
record StrategiesCommand(Terminal terminal) {

  /// What the table says is held, is held of so many channels of a usual length.
  private static final long CHANNELS = 1_000_000;
  private static final long ENTRY_BYTES = 250;

  int run(ParsedCommand call) throws UsageException, PipelineException {
    if (!call.inputs().isEmpty()) {
      throw new UsageException(
          call.inputs().getFirst(), Texts.get("usage.no-place"), Texts.get("usage.see-help", "lineup strategies"));
    }
    Map<StageType, List<StrategyProfile>> all = Strategies.all();
    var out = new TerminalPrinter(terminal.out(), terminal.outCharset());
    if (call.has(Option.JSON)) {
      out.sayDocument(JsonOutput.document(json -> json.strategies(all)));
    } else {
      lines(all).forEach(out::say);
    }
    out.verify();
    return 0;
  }

  private static List<String> lines(Map<StageType, List<StrategyProfile>> all) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(Texts.get("strategies.stage"), Texts.get("strategies.name"), Texts.get("strategies.when"),
        Texts.get("strategies.bears"), Texts.get("strategies.shape"), Texts.get("strategies.threads"),
        Texts.get("strategies.holds"), Texts.get("strategies.rate"), Texts.get("strategies.summary")));
    all.forEach((stage, profiles) -> profiles.forEach(profile -> rows.add(row(stage.id(), profile))));
    rows.add(row(StageType.GUIDE_ID, Strategies.guide()));
    int[] widths = new int[rows.getFirst().size()];
    rows.forEach(row -> {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    });
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(String stage, StrategyProfile profile) {
    return List.of(
        stage, profile.name(), when(profile), profile.bearsUpTo().word(), profile.shape().words(),
        Texts.get(profile.onWorkers() ? "strategies.all-cores" : "strategies.one-core"),
        Amounts.bytes(profile.cost().memoryBytes(CHANNELS, CHANNELS * ENTRY_BYTES)), rate(profile), what(profile));
  }

  /// What has to be so for a run to take it by itself.
  static String when(StrategyProfile profile) {
    if (profile.when().contains(Condition.NAMED)) {
      return Condition.NAMED.words();
    }
    return profile.when().isEmpty()
        ? Texts.get("strategies.any-run")
        : profile.when().stream().sorted().map(Condition::words).collect(Collectors.joining(", "));
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String rate(StrategyProfile profile) {
    double rate = profile.cost().itemsPerSecond();
    return rate == 0 ? "-" : Amounts.count(Math.round(rate));
  }

  private static String what(StrategyProfile profile) {
    String can = profile.capabilities().stream().map(Capability::words).sorted().collect(Collectors.joining(", "));
    return can.isEmpty() ? profile.summary() : profile.summary() + " (" + can + ")";
  }
}
