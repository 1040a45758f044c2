package app.lineup.m3u.scan;

import app.lineup.model.Secrets;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The words for one refused list. Immutable.
///
/// @param bytes   its beginning, each byte as a character
/// @param subject the list, with credentials masked
record Refusal(String bytes, String subject) {

  PipelineException of(String what, String advice) {
    boolean fetched = subject.contains("://");
    return new PipelineException(fetched ? Kind.EXTERNAL : Kind.USER, subject,
        (fetched ? "answered with " : "holds ") + what + ": «" + Quote.of(bytes) + "»", advice);
  }

  PipelineException stream() {
    return new PipelineException(Kind.USER, subject, "this is a single stream, not a list of channels",
        "To add it as a channel, put two lines into a file and add that: “#EXTINF:-1,Name”, and below it the "
            + "address of the stream.");
  }

  /// The beginning of a refused list as it may be shown.
  private static final class Quote {

    private static final int MOST_CHARS = 80;

    private Quote() {}

    static String of(String bytes) {
      String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      var line = new StringBuilder();
      text.strip().codePoints().limit(4096).forEach(c -> append(line, c));
      // Masked before it is cut: half an address does not look like one.
      String masked = Secrets.mask(line.toString());
      if (masked.length() <= MOST_CHARS) {
        return masked;
      }
      int cut = MOST_CHARS - 1;
      return masked.substring(0, Character.isHighSurrogate(masked.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    private static void append(StringBuilder line, int c) {
      if (Character.isWhitespace(c)) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      } else if (c < ' ') {
        line.append((char) (0x2400 + c));
      } else if (c == '\uFEFF') {
        return;
      } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        line.append("U+").append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      } else {
        line.appendCodePoint(c);
      }
    }
  }
  }
