package app.lineup.model.secret;

import java.util.regex.Pattern;

/// Tells what nobody made up to be read: tokens, keys, hashes. It counts pairs of neighbours that names do not have:
/// two letters that seldom follow each other, a letter beside a digit, a small letter before a capital. Thread-safe:
/// no state.
final class Randomness {

  private static final int SHORTEST = 10;
  private static final int LONG = 20;
  /// Names are shorter, if they are one word; of so many letters fewer say enough.
  private static final int VERY_LONG = 24;
  private static final Pattern UUID =
      Pattern.compile("\\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}?");
  private static final Pattern HASH = Pattern.compile("(?=.*[0-9])(?=.*[a-fA-F])[0-9a-fA-F]{24,}");
  private static final int SHOWN = 4;

  /// Which letters follow `a`, `b`, …: nine in ten neighbours in the names of channels are among these.
  private static final String[] FOLLOWERS = {
    "abcdefgiklmnprstuvyz", "abcdefilors", "abcdehiklort", "acdefinorstu", "abcdefglmnorstuvwx", "acdeior",
    "abeiortu", "adeilou", "acdefglmnoprstvz", "am", "aeiru", "adeilostu", "abegilopstu", "abcdegilnost",
    "bcdlmnoprstuvw", "aeilortu", "u", "adegiklnostuvy", "abcdehikmopstu", "acehimoprstuv", "bdeklmnrst", "aegiop",
    "aeios", "", "alo", "e"
  };

  private Randomness() {}

  static boolean looksRandom(String text) {
    if (text.length() < SHORTEST) {
      return false;
    }
    if (UUID.matcher(text).matches() || HASH.matcher(text).matches()) {
      return true;
    }
    var all = new Count();
    var part = new Count();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLetter(c) || isDigit(c)) {
        char before = i == 0 ? '-' : text.charAt(i - 1);
        all.add(before, c);
        part.add(before, c);
      } else {
        if (part.isRandom()) {
          return true;
        }
        part = new Count();
      }
    }
    return part.isRandom() || all.chars >= LONG && all.isMostlyUnusual(8, 4);
  }

  /// What is shown of a random text: the ends of a long one, by which two are told apart, without what lies between.
  static String ends(String text) {
    String first = text.substring(0, text.length() >= 4 * SHOWN ? SHOWN : 0);
    return first + Masked.HIDDEN + text.substring(text.length() >= LONG ? text.length() - SHOWN : text.length());
  }

  private static boolean isUnusual(char before, char c) {
    if (isDigit(before) || isDigit(c)) {
      return isDigit(before) != isDigit(c);
    }
    if (before >= 'a' && c < 'a') {
      return true;
    }
    return FOLLOWERS[(before | 0x20) - 'a'].indexOf(c | 0x20) < 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// What was seen of a text. Not thread-safe.
  private static final class Count {

    private int letters;
    private int chars;
    private int pairs;
    private int unusual;

    void add(char before, char c) {
      chars++;
      letters += isLetter(c) ? 1 : 0;
      if (isLetter(before) || isDigit(before)) {
        pairs++;
        unusual += isUnusual(before, c) ? 1 : 0;
      }
    }

    boolean isRandom() {
      return letters > 0 && chars >= SHORTEST && isMostlyUnusual(chars < 4 * SHOWN ? 5 : 4, chars >= VERY_LONG ? 2 : 3);
    }

    boolean isMostlyUnusual(int fewest, int inTen) {
      return unusual >= fewest && 10 * unusual >= inTen * pairs;
    }
  }
}
