package app.lineup.cli.output;

import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A line on standard error for each event of a run, with the time since its start. Called by one thread at a time.
public final class Trace implements RunObserver {

  private final TerminalPrinter err;
  private final InstantSource clock;
  private final Instant begun;
  private long spilledBytes;

  /// @param clock tells how long the run has taken so far
  public Trace(TerminalPrinter err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public void onEvent(RunEvent event) {
    long millis = Duration.between(begun, clock.instant()).toMillis();
    String fraction = Long.toString(1000 + millis % 1000).substring(1);
    err.say(Texts.get("trace.line", millis / 1000 + "." + fraction, words(event)));
  }

  private String words(RunEvent event) {
    return switch (event) {
      case RunEvent.Expected expected -> Texts.get("trace.expected", Amounts.bytes(expected.usedBytes()),
          Amounts.bytes(expected.limitBytes()), Amounts.bytes(expected.spillBytes()), Amounts.time(expected.took()));
      case RunEvent.StageStarted(var stage) -> Texts.get("trace.started", stage);
      case RunEvent.StageEnded(var stage, var items) -> Texts.get("trace.ended", stage, Amounts.count(items));
      case RunEvent.StrategyChosen(var stage, var strategy, var reason) ->
          Texts.get("trace.chosen", stage, strategy, reason);
      case RunEvent.StrategySwitched(var stage, var before, var now, var reason) ->
          Texts.get("trace.switched", stage, before, now, reason);
      case RunEvent.Spilled(var stage, var items, var bytes) -> {
        spilledBytes += bytes;
        yield Texts.get("trace.spilled", stage, Amounts.count(items), Amounts.bytes(bytes),
            Amounts.bytes(spilledBytes));
      }
      case RunEvent.PressureChanged(var before, var now, var used, var limit) ->
          Texts.get("trace.pressure", before, now, Amounts.bytes(used), Amounts.bytes(limit));
      case RunEvent.MemoryAlarm(var holder, var mark, var bytes, var allowance) ->
          Texts.get("trace.alarm." + mark, holder, Amounts.bytes(bytes), Amounts.bytes(allowance));
      case RunEvent.WishOverridden(var stage, var wished, var taken, var reason) ->
          Texts.get("trace.overridden", stage, wished, taken, reason);
      case RunEvent.LogosFetched(var stage, var cached, var fetched, var failed, var notAsked, var waited) ->
          Texts.get("trace.logos", stage, Amounts.count(cached), Amounts.count(fetched), Amounts.count(failed),
              Amounts.count(notAsked), Amounts.time(waited));
      case RunEvent.SourceAwaited(var source) -> Texts.get("trace.source-awaited", source);
      case RunEvent.SourceFailed(var source, var message) -> Texts.get("trace.source-failed", source, message);
      case RunEvent.Finished(var took, var items) -> Texts.get("trace.finished", Amounts.time(took));
      case RunEvent.Failed(var message) -> Texts.get("trace.failed", message);
      case RunEvent.Cancelled() -> Texts.get("cancelled");
    };
  }
}
