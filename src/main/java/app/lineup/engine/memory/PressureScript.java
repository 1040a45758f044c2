package app.lineup.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A course of memory pressure that somebody made up, for instance `2s high, 1s emergency, optimal`: each level for its
/// time, the last one for good. Immutable.
public final class PressureScript {

  private static final double SECOND_NANOS = 1e9;
  private static final Duration LONGEST = Duration.ofDays(1);

  private record Part(Duration until, MemoryPressureLevel level) {}

  private final List<Part> parts;

  private PressureScript(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /// Reads a script.
  ///
  /// @throws IllegalArgumentException if it is none; the message says which part is wrong, and why
  public static PressureScript parse(String text) {
    List<Part> parts = new ArrayList<>();
    Duration end = Duration.ZERO;
    String[] written = text.split(",", -1);
    for (int i = 0; i < written.length; i++) {
      String[] words = written[i].strip().split("\\s+", -1);
      boolean last = i == written.length - 1;
      if (words.length > 2 || words[0].isEmpty()) {
        throw wrong(written[i], "it is not a time and a level, like 2s high");
      }
      if (words.length == 1 && !last) {
        throw wrong(written[i], "only the last level goes without a time");
      }
      end = words.length == 2 ? end.plus(time(written[i], words[0])) : end;
      parts.add(new Part(end, level(written[i], words[words.length - 1])));
    }
    return new PressureScript(parts);
  }

  private static Duration time(String part, String word) {
    String number = word.endsWith("ms") ? word.substring(0, word.length() - 2)
        : word.endsWith("s") ? word.substring(0, word.length() - 1) : "";
    try {
      double seconds = Double.parseDouble(number) / (word.endsWith("ms") ? 1000 : 1);
      var time = Duration.ofNanos(Math.round(seconds * SECOND_NANOS));
      if (seconds > 0 && time.compareTo(LONGEST) <= 0) {
        return time;
      }
    } catch (NumberFormatException e) {
      throw wrong(part, "the time is not like 2s or 500ms");
    }
    throw wrong(part, "the time is not like 2s or 500ms");
  }

  private static MemoryPressureLevel level(String part, String word) {
    for (MemoryPressureLevel level : MemoryPressureLevel.values()) {
      if (level.word().equals(word.toLowerCase(Locale.ROOT))) {
        return level;
      }
    }
    throw wrong(part, "the level is none of optimal, moderate, high, critical, emergency");
  }

  private static IllegalArgumentException wrong(String part, String why) {
    return new IllegalArgumentException("\"" + part.strip() + "\": " + why);
  }

  /// The level after some time.
  public MemoryPressureLevel after(Duration time) {
    for (Part part : parts) {
      if (time.compareTo(part.until()) < 0) {
        return part.level();
      }
    }
    return parts.getLast().level();
  }

  /// A gauge that says what makes a monitor find these levels, from now on.
  ///
  /// @param rss   says what the system counts
  /// @param clock tells how much time has passed
  public MemoryGauge gauge(MemoryGauge rss, InstantSource clock) {
    Instant begun = clock.instant();
    return new MemoryGauge() {
      @Override
      public long rssBytes() {
        return rss.rssBytes();
      }

      @Override
      public long usedBytes() {
        return Math.round(after(Duration.between(begun, clock.instant())).middle() * mostBytes());
      }

      @Override
      public long mostBytes() {
        return FULL_BYTES;
      }
    };
  }

  /// What a made-up level is a share of.
  private static final long FULL_BYTES = 100_000_000;
}
