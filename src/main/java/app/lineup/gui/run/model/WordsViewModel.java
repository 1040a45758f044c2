package app.lineup.gui.run.model;

import app.lineup.engine.watch.RunEvent;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.model.KeptNumbers;
import app.lineup.pipeline.RunResult;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said about a run. Immutable.
record WordsViewModel(Texts texts) {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM,
      FormatStyle.SHORT);

  /// A line of the list of events.
  String of(RunEvent event) {
    return switch (event) {
      case RunEvent.Expected expected -> texts.get(expected.isTooMuch() ? "event.too-little" : "event.expected",
          Amounts.roughBytes(expected.usedBytes()), Amounts.roughBytes(expected.limitBytes()),
          Amounts.roughBytes(expected.leastBytes()), Amounts.time(expected.took()));
      case RunEvent.StageStarted(String stage) -> texts.get("event.started", stage(stage));
      case RunEvent.StageEnded(String stage, long items) ->
          texts.get("event.ended", stage(stage), texts.amount("items", items));
      case RunEvent.StrategyChosen(String stage, String strategy, String reason) ->
          texts.get("event.chosen", stage(stage), strategy, reason);
      case RunEvent.StrategySwitched(String stage, String before, String now, String reason) ->
          texts.get("event.switched", stage(stage), now, before, reason);
      case RunEvent.Spilled(String stage, long items, long bytes) ->
          texts.get("event.spilled", stage(stage), texts.amount("items", items), Amounts.bytes(bytes));
      case RunEvent.PressureChanged(String before, String now, long used, long limit) -> texts.get("event.pressure",
          texts.get("pressure." + now), texts.get("pressure." + before), Amounts.bytes(used), Amounts.bytes(limit));
      case RunEvent.MemoryAlarm(String holder, String mark, long bytes, long allowance) ->
          texts.get("event.alarm." + mark, holder, Amounts.bytes(bytes), Amounts.bytes(allowance));
      case RunEvent.WishOverridden(String stage, String wished, String taken, String reason) ->
          texts.get("event.overridden", stage(stage), wished, taken, reason);
      case RunEvent.LogosFetched logos -> texts.get("event.logos", stage(logos.stage()), logos(logos));
      case RunEvent.SourceAwaited(String source) -> texts.get("event.source-awaited", source);
      case RunEvent.SourceFailed(String source, String message) -> texts.get("event.source-failed", source, message);
      case RunEvent.Finished finished ->
          texts.get("event.finished", texts.amount("items", finished.items()), Amounts.time(finished.took()));
      case RunEvent.Failed(String message) -> texts.get("event.failed", message);
      case RunEvent.Cancelled() -> texts.get("event.cancelled");
    };
  }

  /// How the run came by pictures, short enough for a card.
  String logos(RunEvent.LogosFetched logos) {
    String line = texts.get("logos", Amounts.count(logos.cached()), Amounts.count(logos.fetched()),
        Amounts.count(logos.failed()));
    String all = logos.notAsked() == 0 ? line : line + ", "
        + texts.get("logos.not-asked", Amounts.count(logos.notAsked()));
    return logos.waited().isZero() ? all : all + "; " + texts.get("logos.waited", Amounts.time(logos.waited()));
  }

  private String stage(String id) {
    return texts.get("stage." + id);
  }

  /// What a run gave, in a sentence.
  String result(RunResult result) {
    return texts.get("result", texts.amount("channels", result.file().entries()), Amounts.count(result.loaded()),
        Amounts.bytes(result.file().bytes()), Amounts.time(result.took()));
  }

  /// What there is to know beside that; empty where nothing is.
  String remarks(RunResult result) {
    long oddities = result.reports().stream()
        .flatMap(report -> report.counts().values().stream()).mapToLong(Long::longValue).sum();
    String lost = result.numberConflicts() == 0 ? "" : texts.amount("numbers-lost", result.numberConflicts());
    String odd = oddities == 0 ? "" : texts.amount("oddities", oddities);
    String full = result.fullRanges().stream()
        .map(range -> texts.get("range-full", range.group(), texts.amount("channels", range.channels())))
        .collect(Collectors.joining(" "));
    return Stream.concat(Stream.of(lost, full), Stream.concat(result.numbers().stream().flatMap(this::numbers),
        Stream.of(odd))).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
  }

  private Stream<String> numbers(KeptNumbers numbers) {
    return Stream.of(
        numbers.aside().isEmpty() ? "" : texts.get("numbers-damaged", numbers.aside()),
        numbers.waiting() == 0 ? "" : texts.amount("numbers-wait", numbers.waiting()),
        numbers.failure().isEmpty() ? "" : texts.get("numbers-not-kept", numbers.failure()));
  }

  /// That there is nothing to run.
  String noSources() {
    return texts.get("no-sources");
  }

  /// A run from before the program was started, short enough for the status bar.
  String before(LastRun run) {
    String at = WHEN.format(run.at().atZone(ZoneId.systemDefault()));
    String what = switch (run.how()) {
      case DONE -> texts.get("before.done", texts.amount("channels", run.channels()), Amounts.time(run.took()));
      case CANCELLED -> texts.get("before.cancelled");
      case IDLE, RUNNING, CANCELLING, FAILED -> texts.get("before.failed");
    };
    return texts.get("before", at, what);
  }

  /// The same, short enough for the status bar.
  String last(RunResult result) {
    return texts.get("last", texts.amount("channels", result.file().entries()), Amounts.time(result.took()));
  }
}
