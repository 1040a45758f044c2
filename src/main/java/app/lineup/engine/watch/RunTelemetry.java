package app.lineup.engine.watch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The counters of one run, a meter a stage. The run bumps them, whoever watches samples them. Thread-safe.
public final class RunTelemetry {

  private final long startedNanos = System.nanoTime();
  private final Map<String, StageMeter> meters;

  /// Meters for these stages, in this order.
  public RunTelemetry(List<String> stages) {
    Map<String, StageMeter> made = new LinkedHashMap<>();
    stages.forEach(stage -> made.put(stage, new StageMeter(stage)));
    meters = made;
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

  /// The counters as they are now.
  public RunSnapshot snapshot() {
    return new RunSnapshot(elapsed(), meters.values().stream().map(StageMeter::read).toList());
  }
}
