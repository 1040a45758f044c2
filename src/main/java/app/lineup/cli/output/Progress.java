package app.lineup.cli.output;

import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.pipeline.StageType;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/// One line on standard error that follows a run and is gone when it ends. Written by a thread of its own from sampled
/// counters, so that it costs the run nothing.
public final class Progress implements AutoCloseable {

  /// Four times a second: faster cannot be read. A run shorter than this shows nothing.
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final TerminalPrinter voice;
  private final RunTelemetry telemetry;
  private boolean closed;
  private int shown;

  private Progress(TerminalPrinter voice, RunTelemetry telemetry) {
    this.voice = voice;
    this.telemetry = telemetry;
  }

  /// Follows `telemetry` until it is closed.
  ///
  /// @param watched whether somebody sees it; if not, this does nothing
  public static Progress of(RunTelemetry telemetry, TerminalPrinter voice, boolean watched, ThreadFactory threads) {
    var progress = new Progress(voice, telemetry);
    if (watched) {
      threads.newThread(progress::watch).start();
    }
    return progress;
  }

  private void watch() {
    RunSnapshot before = telemetry.snapshot();
    try {
      while (rest()) {
        RunSnapshot now = telemetry.snapshot();
        show(line(before, now));
        before = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits a period, or until it is closed; whether there is more to show.
  private synchronized boolean rest() throws InterruptedException {
    long end = System.nanoTime() + PERIOD.toNanos();
    for (long left = PERIOD.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return !closed;
  }

  private synchronized void show(String line) {
    if (!closed) {
      voice.rewrite(line, shown);
      shown = line.length();
    }
  }

  /// What the run does between two snapshots: the furthest stage that has given something on, its channels, their rate,
  /// and the bytes that were read or written.
  static String line(RunSnapshot before, RunSnapshot now) {
    int at = 0;
    long bytes = 0;
    for (int i = 0; i < now.stages().size(); i++) {
      StageFigures stage = now.stages().get(i);
      at = stage.items() > 0 && !givesOneFile(stage) ? i : at;
      bytes = Math.max(bytes, stage.bytes());
    }
    StageFigures stage = now.stages().get(at);
    String name = Texts.get("stage." + stage.stage());
    if (stage.items() == 0) {
      return bytes == 0 ? Texts.get("progress.begun", name) : Texts.get("progress.bytes", name, Amounts.bytes(bytes));
    }
    long nanos = Math.max(1, now.elapsed().minus(before.elapsed()).toNanos());
    long rate = (long) ((stage.items() - before.stages().get(at).items()) * 1e9 / nanos);
    String key = stage.stage().equals(StageType.GUIDE_ID) ? "progress.programmes" : "progress.channels";
    return Texts.get(key, name, Amounts.count(stage.items()), Amounts.count(rate), Amounts.bytes(bytes));
  }

  /// Output gives on one file, not channels.
  private static boolean givesOneFile(StageFigures stage) {
    return stage.stage().equals(StageType.OUTPUT.id());
  }

  /// Erases the line; nothing is written after this. May be called twice.
  @Override
  public synchronized void close() {
    if (!closed && shown > 0) {
      voice.rewrite("", shown);
    }
    closed = true;
    notifyAll();
  }
}
