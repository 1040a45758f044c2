package app.lineup.gui.sources.model;

import app.lineup.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// How long ago something was, in words. Thread-safe: no state.
final class Age {

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM);

  private Age() {}

  /// `just now`, `3 minutes ago`; a clock that was put back makes nothing older than now.
  static String text(Texts texts, Instant at, Instant now) {
    var age = Duration.between(at, now);
    if (age.toMinutes() < 1) {
      return texts.get("age.now");
    }
    if (age.toHours() < 1) {
      return texts.amount("age.minutes", age.toMinutes());
    }
    return age.toDays() < 2 ? texts.amount("age.hours", age.toHours()) : texts.amount("age.days", age.toDays());
  }

  /// The moment itself, as the system's language writes it.
  static String exact(Instant at, ZoneId zone) {
    return EXACT.format(at.atZone(zone));
  }
}
