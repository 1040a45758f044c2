package app.lineup.engine.watch;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// The counters of one run, a meter a stage. The run bumps them, whoever watches samples them. Thread-safe.
public final class RunTelemetry {

  private final long startedNanos = System.nanoTime();
  private final Map<String, StageMeter> meters;
  private volatile long usedBytes;

  /// Meters for these stages, in this order.
  public RunTelemetry(List<String> stages) {
    this(stages, () -> 0);
  }

  /// The same, and it is noted how large the process is when a stage ends.
  ///
  /// @param rss what the system counts as the process's own, in bytes
  public RunTelemetry(List<String> stages, LongSupplier rss) {
    this(stages, rss, nanos -> {});
  }

  private RunTelemetry(List<String> stages, LongSupplier rss, LongConsumer busyToo) {
    Map<String, StageMeter> made = new LinkedHashMap<>();
    stages.forEach(stage -> made.put(stage, new StageMeter(stage, rss, busyToo)));
    meters = made;
  }

  /// Meters for stages that are run within another one: what threads work for them counts as work for that one, too.
  public static RunTelemetry within(StageMeter stage, List<String> stages) {
    return new RunTelemetry(stages, () -> 0, stage::addBusy);
  }

  /// The meter of a stage.
  ///
  /// @throws IllegalArgumentException if the run has no such stage
  public StageMeter stage(String id) {
    StageMeter meter = meters.get(id);
    if (meter == null) {
      throw new IllegalArgumentException("no stage " + id);
    }
    return meter;
  }

  /// Whether the run has such a stage.
  public boolean has(String id) {
    return meters.containsKey(id);
  }

  /// Since the run began.
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /// Notes the most bytes that were in use while it ran, those of the program without it among them.
  public void used(long bytes) {
    usedBytes = bytes;
  }

  /// The most bytes that were in use while it ran, those of the program without it among them; 0 before its end.
  public long usedBytes() {
    return usedBytes;
  }

  /// The counters as they are now.
  public RunSnapshot snapshot() {
    return new RunSnapshot(elapsed(), meters.values().stream().map(StageMeter::read).toList());
  }

  /// What each stage did and took, in their order.
  public List<StageFacts> facts() {
    return meters.values().stream().map(StageMeter::facts).toList();
  }

  /// The name of the highest memory pressure while any stage ran; empty where none did.
  public String highestPressure() {
    return meters.values().stream().map(StageMeter::pressure).max(Comparator.comparingInt(StageMeter.Pressure::rank))
        .map(StageMeter.Pressure::word).orElse("");
  }
}
