package app.lineup.serve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a `Range` header asks for.
sealed interface Range {

  /// Everything: there is no header, or one that is not to be understood, or one with several ranges.
  record Whole() implements Range {}

  /// A stretch that is there.
  record Part(long from, long length) implements Range {}

  /// A stretch behind the end.
  record Beyond() implements Range {}

  Pattern FORM = Pattern.compile("(?i)bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*");

  /// What a header asks for, of so many bytes.
  ///
  /// @param header the header, or null where there is none
  /// @param size   how many bytes there are
  static Range of(@Nullable String header, long size) {
    Matcher asked = FORM.matcher(header == null ? "" : header);
    if (!asked.matches()) {
      return new Whole();
    }
    String first = asked.group(1);
    String last = asked.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(number(last), size);
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    if (from > to) {
      return new Whole();
    }
    return from >= size ? new Beyond() : new Part(from, Math.min(to, size - 1) - from + 1);
  }

  private static Range suffix(long length, long size) {
    long there = Math.min(length, size);
    return there == 0 ? new Beyond() : new Part(size - there, there);
  }

  /// What does not fit is behind every end.
  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
