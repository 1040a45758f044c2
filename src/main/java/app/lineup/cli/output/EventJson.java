package app.lineup.cli.output;

import app.lineup.engine.watch.RunEvent;

/// Says to programs what happened during a run: fills an object for each event. Not thread-safe; used by one thread.
record EventJson(MaskedJson json) {

  void write(RunEvent event) {
    switch (event) {
      case RunEvent.Expected(var used, var least, var limit, var spilled, var took) -> {
        json.text("event", "expected");
        json.number("usedBytes", used);
        json.number("leastBytes", least);
        json.number("limitBytes", limit);
        json.number("spillBytes", spilled);
        json.number("seconds", took.toMillis() / 1000.0);
      }
      case RunEvent.StageStarted(var stage) -> json.texts("event", "stage_started", "stage", stage);
      case RunEvent.StageEnded(var stage, var items) -> {
        json.texts("event", "stage_ended", "stage", stage);
        json.number("items", items);
      }
      case RunEvent.StrategyChosen(var stage, var strategy, var reason) ->
          json.texts("event", "strategy_chosen", "stage", stage, "strategy", strategy, "reason", reason);
      case RunEvent.StrategySwitched(var stage, var before, var now, var reason) ->
          json.texts("event", "strategy_switched", "stage", stage, "before", before, "now", now, "reason", reason);
      case RunEvent.Spilled(var stage, var items, var bytes) -> {
        json.texts("event", "spilled", "stage", stage);
        json.number("items", items);
        json.number("bytes", bytes);
      }
      case RunEvent.PressureChanged(var before, var now, var used, var limit) -> {
        json.texts("event", "pressure_changed", "before", before, "now", now);
        json.number("usedBytes", used);
        json.number("limitBytes", limit);
      }
      case RunEvent.MemoryAlarm(var holder, var mark, var bytes, var allowance) -> {
        json.texts("event", "memory_alarm", "holder", holder, "mark", mark);
        json.number("bytes", bytes);
        json.number("allowanceBytes", allowance);
      }
      case RunEvent.WishOverridden(var stage, var wished, var taken, var reason) -> json.texts(
          "event", "wish_overridden", "stage", stage, "wished", wished, "taken", taken, "reason", reason);
      case RunEvent.LogosFetched(var stage, var cached, var fetched, var failed, var notAsked, var waited) -> {
        json.texts("event", "logos_fetched", "stage", stage);
        json.number("cached", cached);
        json.number("fetched", fetched);
        json.number("failed", failed);
        json.number("notAsked", notAsked);
        json.number("secondsWaited", waited.toMillis() / 1000.0);
      }
      case RunEvent.SourceAwaited(var source) -> json.texts("event", "source_awaited", "source", source);
      case RunEvent.SourceFailed(var source, var message) ->
          json.texts("event", "source_failed", "source", source, "message", message);
      case RunEvent.Finished(var took, var items) -> {
        json.text("event", "finished");
        json.number("seconds", took.toMillis() / 1000.0);
        json.number("items", items);
      }
      case RunEvent.Failed(var message) -> json.texts("event", "failed", "message", message);
      case RunEvent.Cancelled() -> json.text("event", "cancelled");
    }
  }
}
