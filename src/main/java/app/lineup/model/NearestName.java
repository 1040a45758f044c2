package app.lineup.model;

import java.util.List;
import java.util.Locale;

/// Finds the name that was probably meant. Thread-safe: no state.
public final class NearestName {

  /// Longer words are no misspelt names, and the distance costs the product of the lengths.
  private static final int MAX_LENGTH = 40;

  private NearestName() {}

  /// The one of `names` that is nearest to `typed`, or empty where none is near: at most a third of the letters may
  /// differ.
  public static String to(String typed, List<String> names) {
    String wanted = plain(typed);
    if (wanted.isEmpty() || wanted.length() > MAX_LENGTH) {
      return "";
    }
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int distance = distance(wanted, plain(name));
      if (distance < least && distance <= Math.max(1, Math.max(wanted.length(), name.length()) / 3)) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /// How many letters must be inserted, left out, replaced or swapped with their neighbour to make one of the other.
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        d[i][j] = swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
      }
    }
    return d[a.length()][b.length()];
  }
}
