package app.lineup.gui.run.model;

import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.gui.text.Texts;
import app.lineup.io.input.SlowFiles;
import app.lineup.pipeline.Forecast;
import app.lineup.pipeline.RunMemory;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.ToRead;
import app.lineup.problem.PipelineException;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the next run is likely to take, and what the last one took beside what was said of it. Not thread-safe; used by
/// the window's thread. Rules are read on another.
public final class ForecastViewModel {

  private final Texts texts;
  private final ForecastWordsViewModel words;
  private final Supplier<Asked> asked;
  private final Supplier<MemoryReading> memory;
  private final Executor quick;
  private final Executor window;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper checked = new ReadOnlyStringWrapper("");
  private int questions;
  private long restingBytes = Long.MAX_VALUE;
  private long peakBytes;
  private @Nullable Likely likely;
  private @Nullable Likely begun;

  /// What a forecast is asked about.
  ///
  /// @param plan  empty where there would be no run
  /// @param items how many entries there are to load, 0 where nobody knows
  /// @param bytes how many bytes they take
  record Asked(Optional<RunPlan> plan, long items, long bytes) {}

  /// A forecast in what the charts show.
  ///
  /// @param restingBytes what the program holds without a run
  /// @param limitBytes   how much it may hold with one
  record Likely(Forecast forecast, long restingBytes, long limitBytes) {

    long memoryBytes() {
      return restingBytes + forecast.memoryBytes();
    }

    long leastBytes() {
      return restingBytes + forecast.leastBytes();
    }
  }

  /// @param asked  what the next run would be made of
  /// @param memory weighs the program
  /// @param quick  for what takes no longer than a moment
  /// @param window carries work to the window's thread
  ForecastViewModel(
      Texts texts, Supplier<Asked> asked, Supplier<MemoryReading> memory, Executor quick, Executor window) {
    this.texts = texts;
    this.words = new ForecastWordsViewModel(texts);
    this.asked = asked;
    this.memory = memory;
    this.quick = quick;
    this.window = window;
  }

  /// What the next run is likely to take, or why that is not known; empty where there would be none.
  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  /// What was said of the last run beside what it took; empty before one came to its end.
  public ReadOnlyStringProperty checked() {
    return checked.getReadOnlyProperty();
  }

  /// Looks again: the lists, the rules or the budget may be others.
  public void again() {
    int question = ++questions;
    Asked now = asked.get();
    likely = null;
    if (now.plan().isEmpty()) {
      text.set("");
    } else if (now.items() == 0) {
      text.set(texts.get("forecast.unknown"));
    } else {
      RunPlan plan = now.plan().get();
      long rests = restingBytes;
      quick.execute(() -> {
        MemoryReading reading = memory.get();
        Optional<Likely> found = look(plan, now, reading, Math.min(rests, reading.usedBytes()));
        window.execute(() -> show(question, found));
      });
    }
  }

  private static Optional<Likely> look(RunPlan plan, Asked now, MemoryReading reading, long rests) {
    try {
      var room = new RunMemory(reading.limitBytes(), rests);
      var read = new ToRead(now.items(), now.bytes(), SlowFiles.among(plan.sources()));
      return Optional.of(new Likely(Forecast.of(plan, read, room), rests, reading.limitBytes()));
    } catch (PipelineException | RuleSyntaxException wouldBeRefused) {
      // What is wrong is said where it is, and by the run.
      return Optional.empty();
    }
  }

  private void show(int question, Optional<Likely> found) {
    if (question == questions) {
      likely = found.orElse(null);
      found.ifPresent(now -> restingBytes = Math.min(restingBytes, now.restingBytes()));
      text.set(found.map(words::before).orElse(""));
    }
  }

  /// A run begins: what is said now is what it is checked by.
  void begin() {
    begun = likely;
    peakBytes = 0;
    checked.set("");
  }

  /// Takes note of what the run has in use.
  void weigh(MemoryReading reading) {
    peakBytes = Math.max(peakBytes, reading.usedBytes());
  }

  /// The run came to its end with these counters.
  void end(RunSnapshot last) {
    Likely said = begun;
    if (said != null) {
      long spilled = last.stages().stream().mapToLong(stage -> stage.load().spilledBytes()).sum();
      checked.set(words.after(said, peakBytes, spilled, last.elapsed()));
    }
  }
}
