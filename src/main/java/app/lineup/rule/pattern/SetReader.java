package app.lineup.rule.pattern;

import app.lineup.rule.pattern.ByteSet.Reach;
import app.lineup.rule.pattern.PatternReader.NotUnderstood;
import java.util.regex.Pattern;

/// Reads one character, class or `.` of a pattern. Thread-safe: immutable.
///
/// Only the extent is parsed here. Which ASCII characters a class matches is asked of `java.util.regex` itself, one by
/// one, and so is right for every class and flag by construction. What it matches outside ASCII is said only for the
/// simplest kinds; there the [NonAsciiHazard]s are left aside.
final class SetReader {

  private final String pattern;
  private final int flags;

  /// What was read.
  ///
  /// @param to the index after it
  record Read(ByteSet set, int to) {}

  SetReader(String pattern, int flags) {
    this.pattern = pattern;
    this.flags = flags;
  }

  Read read(int from) {
    char c = pattern.charAt(from);
    if (c == '[') {
      return bracketed(from);
    }
    if (c == '\\') {
      return escaped(from);
    }
    int to = from + Character.charCount(pattern.codePointAt(from));
    return read(from, to, c == '.' ? Reach.EVERYTHING : c < 0x80 ? Reach.NOTHING : Reach.SOMETHING);
  }

  private Read escaped(int from) {
    char c = from + 1 < pattern.length() ? pattern.charAt(from + 1) : 0;
    return switch (c) {
      case 't' -> read(from, from + 2, Reach.NOTHING);
      case 'd', 'D', 's', 'S', 'w', 'W', 'h', 'H', 'v', 'V' -> read(from, from + 2, Reach.SOMETHING);
      case 'p', 'P' -> property(from);
      default -> {
        if (!isPunctuation(c)) {
          throw new NotUnderstood();
        }
        yield read(from, from + 2, Reach.NOTHING);
      }
    };
  }

  private Read property(int from) {
    int to = pattern.indexOf('}', from) + 1;
    if (to == 0 || !pattern.startsWith("{", from + 2)) {
      throw new NotUnderstood();
    }
    return read(from, to, Reach.SOMETHING);
  }

  private Read bracketed(int from) {
    boolean negated = pattern.startsWith("^", from + 1);
    Reach reach = negated ? Reach.EVERYTHING : Reach.NOTHING;
    int first = from + (negated ? 2 : 1);
    for (int i = first; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ']' && i > first) {
        return read(from, i + 1, reach);
      }
      if (c == '[' || c == ']' || c == '&') {
        throw new NotUnderstood();
      }
      if (c == '\\') {
        i++;
        char escaped = i < pattern.length() ? pattern.charAt(i) : 0;
        if (!isPunctuation(escaped) && "dsw".indexOf(escaped) < 0) {
          throw new NotUnderstood();
        }
        reach = "dsw".indexOf(escaped) < 0 ? reach : Reach.SOMETHING;
      } else if (c >= 0x80) {
        reach = Reach.SOMETHING;
      }
    }
    throw new NotUnderstood();
  }

  private Read read(int from, int to, Reach reach) {
    boolean[] ascii = new boolean[128];
    char c = pattern.charAt(from);
    if (to - from == 1 && c < 0x80 && c != '.') {
      ascii[c] = true;
      if ((flags & Pattern.CASE_INSENSITIVE) != 0 && Character.isLetter(c)) {
        ascii[c ^ 0x20] = true;
      }
      return new Read(new ByteSet(ascii, reach), to);
    }
    Pattern place = Pattern.compile(pattern.substring(from, to), flags);
    for (int i = 0; i < 128; i++) {
      ascii[i] = place.matcher(String.valueOf((char) i)).matches();
    }
    return new Read(new ByteSet(ascii, reach), to);
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
  }
}
