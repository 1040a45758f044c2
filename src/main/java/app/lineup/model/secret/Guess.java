package app.lineup.model.secret;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether two folders of a path may be a user and a password, where public addresses have folders too. Immutable.
///
/// @param host of the address, in small letters: what it sends often is called after it
record Guess(String host) {

  private static final Pattern QUALITY = Pattern.compile("\\d{3,4}[ipkIPK]");
  private static final Pattern PART = Pattern.compile("[-_]|(?<=[a-z])(?=[A-Z])");
  private static final int SHORTEST_NUMBER = 6;
  private static final int SHORTEST_PASSWORD = 5;
  private static final int LONG = 20;

  boolean mayBeLogin(String user, String password) {
    if (isNumber(user) && isNumber(password) || isCapitals(user) && isCapitals(password)) {
      return true;
    }
    return couldBePassword(password) && !isName(user, password)
        && !isToken(password) && !isToken(user);
  }

  /// Whether it repeats the folder or the host, or has a word that folders have.
  private boolean isName(String folder, String name) {
    String small = name.toLowerCase(Locale.ROOT);
    String first = small.substring(0, Math.min(4, small.length()));
    if (folder.toLowerCase(Locale.ROOT).startsWith(small.substring(0, 3)) || host.contains(first)
        || QUALITY.matcher(name).matches()) {
      return true;
    }
    for (String part : PART.split(name, -1)) {
      if (part.length() > 1 && Words.isFolder(part)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is of the kind that people are told to take for a password: letters with digits, or in both cases.
  static boolean couldBePassword(String name) {
    if (name.length() < SHORTEST_PASSWORD || name.indexOf('.') >= 0) {
      return false;
    }
    boolean small = false;
    boolean digit = false;
    boolean letter = false;
    boolean mixed = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      mixed |= small && c >= 'A' && c <= 'Z' || "!$*'()%&".indexOf(c) >= 0;
      small = c >= 'a' && c <= 'z';
      letter |= Character.isLetter(c);
      digit |= c >= '0' && c <= '9';
    }
    return mixed || letter && digit;
  }

  private static boolean isToken(String name) {
    return name.length() >= LONG && Randomness.looksRandom(name);
  }

  private static boolean isNumber(String name) {
    return name.length() >= SHORTEST_NUMBER && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isCapitals(String name) {
    return name.length() >= 4 && name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
