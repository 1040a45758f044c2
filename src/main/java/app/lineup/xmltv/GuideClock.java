package app.lineup.xmltv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes the times of XMLTV (`XMLTV-50` and `XMLTV-51`): four to fourteen digits from the year to the
/// second, and an offset or the name of a zone. Immutable.
///
/// @param withoutOffset the offset of times that name none
record GuideClock(ZoneOffset withoutOffset) {

  private static final int DIGITS = 14;
  /// What is missing at the end of a time: the first month, day, hour, minute, second.
  private static final String FIRST = "00000101000000";

  /// In minutes. A name that means several zones is read as the one that guides mean by it.
  private static final Map<String, Integer> ZONES = Map.ofEntries(
      Map.entry("UTC", 0), Map.entry("GMT", 0), Map.entry("Z", 0), Map.entry("WET", 0),
      Map.entry("BST", 60), Map.entry("WEST", 60), Map.entry("CET", 60), Map.entry("MEZ", 60), Map.entry("IST", 60),
      Map.entry("CEST", 120), Map.entry("MESZ", 120), Map.entry("EET", 120), Map.entry("SAST", 120),
      Map.entry("EEST", 180), Map.entry("MSK", 180), Map.entry("JST", 540), Map.entry("KST", 540),
      Map.entry("AWST", 480), Map.entry("ACST", 570), Map.entry("ACDT", 630), Map.entry("AEST", 600),
      Map.entry("AEDT", 660), Map.entry("NZST", 720), Map.entry("NZDT", 780), Map.entry("NST", -210),
      Map.entry("NDT", -150), Map.entry("AST", -240), Map.entry("ADT", -180), Map.entry("EST", -300),
      Map.entry("EDT", -240), Map.entry("CST", -360), Map.entry("CDT", -300), Map.entry("MST", -420),
      Map.entry("MDT", -360), Map.entry("PST", -480), Map.entry("PDT", -420), Map.entry("AKST", -540),
      Map.entry("AKDT", -480), Map.entry("HST", -600));

  /// How a time names its offset.
  enum Naming {
    GIVEN,
    MISSING,
    UNKNOWN
  }

  /// A time as it was read.
  ///
  /// @param at     when it is
  /// @param offset the offset it was read with
  /// @param naming where that came from
  record Time(Instant at, ZoneOffset offset, Naming naming) {}

  /// The time that `text` says, or null where it says none.
  @Nullable Time read(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits < 4 || digits > DIGITS || digits % 2 != 0) {
      return null;
    }
    String all = text.substring(0, digits) + FIRST.substring(digits);
    try {
      LocalDateTime local = LocalDateTime.of(
          part(all, 0, 4), part(all, 4, 6), part(all, 6, 8), part(all, 8, 10), part(all, 10, 12), part(all, 12, 14));
      return zoned(local, text.substring(digits).strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int part(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  private Time zoned(LocalDateTime local, String zone) {
    if (zone.isEmpty()) {
      return new Time(local.toInstant(withoutOffset), withoutOffset, Naming.MISSING);
    }
    ZoneOffset offset = offset(local, zone);
    return offset == null
        ? new Time(local.toInstant(withoutOffset), withoutOffset, Naming.UNKNOWN)
        : new Time(local.toInstant(offset), offset, Naming.GIVEN);
  }

  private static @Nullable ZoneOffset offset(LocalDateTime local, String zone) {
    Integer minutes = ZONES.get(zone.toUpperCase(Locale.ROOT));
    if (minutes != null) {
      return ZoneOffset.ofTotalSeconds(minutes * 60);
    }
    try {
      char sign = zone.charAt(0);
      return sign == '+' || sign == '-' ? ZoneOffset.of(zone) : ZoneId.of(zone).getRules().getOffset(local);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The time as XMLTV writes it.
  static String write(Instant at, ZoneOffset offset) {
    LocalDateTime local = LocalDateTime.ofInstant(at, offset);
    int minutes = Math.abs(offset.getTotalSeconds() / 60);
    return padded(local.getYear(), 4) + padded(local.getMonthValue(), 2) + padded(local.getDayOfMonth(), 2)
        + padded(local.getHour(), 2) + padded(local.getMinute(), 2) + padded(local.getSecond(), 2)
        + (offset.getTotalSeconds() < 0 ? " -" : " +") + padded(minutes / 60, 2) + padded(minutes % 60, 2);
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
