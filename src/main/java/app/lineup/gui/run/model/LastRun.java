package app.lineup.gui.run.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What is remembered of the run that ended last. Immutable.
///
/// @param at       when it ended
/// @param how      how it ended
/// @param channels how many it gave, 0 where it gave none
/// @param took     how long it took, where it gave some
public record LastRun(Instant at, Phase how, long channels, Duration took) {

  private static final int PARTS = 4;

  /// The same as a short text.
  public String text() {
    return at + " " + how + " " + channels + " " + took.toMillis();
  }

  /// What a text says, empty where it says nothing of the kind.
  public static Optional<LastRun> of(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.parse(parts[0]);
      long channels = Long.parseLong(parts[2]);
      Duration took = Duration.ofMillis(Long.parseLong(parts[3]));
      return Stream.of(Phase.DONE, Phase.CANCELLED, Phase.FAILED).filter(phase -> phase.name().equals(parts[1]))
          .findFirst()
          .map(how -> new LastRun(at, how, channels, took));
    } catch (DateTimeException | NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
