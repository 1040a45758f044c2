package app.lineup.model;

import java.util.Optional;

/// A channel's number, with the sub-channel of broadcast television where it has one (`10.1`).
///
/// @param major 1 to 99,999,999
/// @param minor 1 to 9,999, or 0 for none
public record ChannelNumber(int major, int minor) {

  /// The largest number that counts as valid.
  public static final int MAX_MAJOR = 99_999_999;
  /// The largest sub-channel.
  public static final int MAX_MINOR = 9_999;

  public ChannelNumber {
    if (major < 1 || major > MAX_MAJOR || minor < 0 || minor > MAX_MINOR) {
      throw new IllegalArgumentException("not a channel number: " + major + "." + minor);
    }
  }

  /// The number that `text` writes, or empty where it is none: digits, or digits `.` digits.
  public static Optional<ChannelNumber> parse(String text) {
    int dot = text.indexOf('.');
    int major = digits(dot < 0 ? text : text.substring(0, dot), MAX_MAJOR);
    int minor = dot < 0 ? 0 : digits(text.substring(dot + 1), MAX_MINOR);
    boolean valid = major > 0 && (dot < 0 || minor > 0);
    return valid ? Optional.of(new ChannelNumber(major, minor)) : Optional.empty();
  }

  private static int digits(String text, int max) {
    if (text.isEmpty() || text.length() > 8) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > max ? -1 : value;
  }

  @Override
  public String toString() {
    return minor == 0 ? Integer.toString(major) : major + "." + minor;
  }
}
