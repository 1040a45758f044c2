package app.lineup.io.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Whether another try helps, and after which pause. Not thread-safe; used for one fetch.
///
/// A server that fails may have recovered a second later. One that says 429 is asked again only where it says when, and
/// only where somebody would wait for it.
final class Retries {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration[] PAUSES = {Duration.ofMillis(500), Duration.ofSeconds(2)};

  private int made;

  /// The pause before the next try; empty where `answer` is to be taken as final.
  Optional<Duration> pauseAfter(Answer answer, Instant now) {
    if (made == PAUSES.length) {
      return Optional.empty();
    }
    Optional<Duration> asked = retryAfter(answer, now);
    Optional<Duration> pause = switch (answer.status()) {
      case 429 -> asked;
      case 500, 502, 503, 504, 520, 521, 522, 523, 524 -> asked.or(() -> Optional.of(PAUSES[made]));
      default -> Optional.empty();
    };
    made++;
    return pause.filter(wait -> wait.compareTo(LONGEST) <= 0);
  }

  /// What the server says in `Retry-After`, as seconds or as a date.
  static Optional<Duration> retryAfter(Answer answer, Instant now) {
    return answer.headers().firstValue("Retry-After").flatMap(text -> parse(text.strip(), now));
  }

  private static Optional<Duration> parse(String text, Instant now) {
    if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
