package app.lineup.rule.syntax;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Moments in rules and in fields. Thread-safe: no state.
public final class Moments {

  /// What can stand behind `@time:`.
  static final String EXPECTED =
      "now, today, tomorrow, yesterday, 2026-01-31 or 2026-01-31T20:15 (with Z or +02:00), seconds since 1970, then "
      + "+2h or -30m (s, m, h, d, w; seconds without one)";

  private static final Pattern WRITTEN =
      Pattern.compile("(now|today|tomorrow|yesterday|\\d{9,13}|\\d{4}-\\d\\d-\\d\\d"
          + "(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)?)?)(?:\\(\\))?"
          + "((?:\\s*[+-]\\s*\\d{1,9}[smhdw]?){0,9})", Pattern.CASE_INSENSITIVE);
  private static final Pattern STEP = Pattern.compile("([+-])\\s*(\\d+)([smhdw]?)", Pattern.CASE_INSENSITIVE);

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter WITH_SPACE = new DateTimeFormatterBuilder()
      .append(DateTimeFormatter.ISO_LOCAL_DATE)
      .appendLiteral(' ').append(DateTimeFormatter.ISO_LOCAL_TIME).toFormatter(Locale.ROOT);
  private static final DateTimeFormatter XMLTV = new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR, 4)
      .appendPattern("MMddHHmmss").toFormatter(Locale.ROOT);
  private static final DateTimeFormatter XMLTV_ZONE = new DateTimeFormatterBuilder().append(XMLTV)
      .appendPattern(" xx").toFormatter(Locale.ROOT);

  private Moments() {}

  /// The moment that is written so behind `@time:`; a day's is its first, where the clock is.
  static Optional<Instant> written(String text, Clock clock) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      ZonedDateTime at = base(matcher.group(1).toLowerCase(Locale.ROOT), clock);
      Matcher step = STEP.matcher(matcher.group(2));
      while (step.find()) {
        long much = Long.parseLong(step.group(1) + step.group(2));
        at = switch (step.group(3).toLowerCase(Locale.ROOT)) {
          case "", "s" -> at.plusSeconds(much);
          case "m" -> at.plusMinutes(much);
          case "h" -> at.plusHours(much);
          case "d" -> at.plusDays(much);
          default -> at.plusWeeks(much);
        };
      }
      return Optional.of(at.toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime base(String word, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    ZoneId zone = clock.getZone();
    return switch (word) {
      case "now" -> ZonedDateTime.now(clock);
      case "today" -> today.atStartOfDay(zone);
      case "tomorrow" -> today.plusDays(1).atStartOfDay(zone);
      case "yesterday" -> today.minusDays(1).atStartOfDay(zone);
      default -> read(word.toUpperCase(Locale.ROOT), zone)
          .orElseThrow(() -> new DateTimeException("no such moment: " + word)).atZone(zone);
    };
  }

  /// How a moment is shown and written into fields.
  static String shown(Instant at, ZoneId zone) {
    return SHOWN.format(at.atZone(zone));
  }

  /// The moment that a field's text is: a date, a date and a time as ISO or XMLTV write it, or seconds or milliseconds
  /// since 1970.
  ///
  /// @param zone where it is taken to be if it does not say
  public static Optional<Instant> read(String text, ZoneId zone) {
    String bare = text.strip();
    if (bare.length() < 8 || bare.length() > 40 || !Character.isDigit(bare.charAt(0))) {
      return Optional.empty();
    }
    if (bare.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return switch (bare.length()) {
        case 9, 10, 11 -> Optional.of(Instant.EPOCH.plus(Duration.ofSeconds(Long.parseLong(bare))));
        case 12, 13 -> Optional.of(Instant.EPOCH.plus(Duration.ofMillis(Long.parseLong(bare))));
        case 14 -> first(bare, List.of(t -> LocalDateTime.parse(t, XMLTV).atZone(zone).toInstant()));
        default -> Optional.empty();
      };
    }
    return first(bare, List.of(
        t -> LocalDateTime.parse(t, WITH_SPACE).atZone(zone).toInstant(),
        t -> LocalDate.parse(t).atStartOfDay(zone).toInstant(),
        t -> LocalDateTime.parse(t).atZone(zone).toInstant(),
        t -> OffsetDateTime.parse(t).toInstant(),
        t -> OffsetDateTime.parse(t, XMLTV_ZONE).toInstant()));
  }

  private static Optional<Instant> first(String text, List<Function<String, Instant>> ways) {
    return ways.stream().flatMap(way -> {
      try {
        return Stream.of(way.apply(text));
      } catch (DateTimeException _) {
        return Stream.empty();
      }
    }).findFirst();
  }
}
