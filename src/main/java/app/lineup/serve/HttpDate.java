package app.lineup.serve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT`.
final class HttpDate {

  /// Not the JDK's RFC 1123, which writes the sixth of a month without its zero.
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);

  private HttpDate() {}

  static String format(Instant time) {
    return FORMAT.format(time);
  }

  /// The time, or null where there is no date that can be read.
  static @Nullable Instant parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return FORMAT.parse(text.strip(), Instant::from);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
