package app.lineup.cli.output;

import app.lineup.model.Secrets;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says lines on one stream. No credential gets past it, and no control character that a provider put into a name:
/// those could move the cursor or recolour the terminal. Thread-safe.
public final class TerminalPrinter {

  /// What our own texts use and an old charset may lack.
  private static final Map<Character, String> PLAIN_SIGNS =
      Map.of('×', "x", '—', "-", '…', "...", '“', "\"", '”', "\"");
  private static final int FIRST_CONTROL_PICTURE = 0x2400;

  private final OutputStream stream;
  private final Charset charset;
  private @Nullable IOException failure;

  /// @param charset what the terminal understands; other letters come out as question marks
  public TerminalPrinter(OutputStream stream, Charset charset) {
    this.stream = stream;
    this.charset = charset;
  }

  /// Says one line.
  public void say(String line) {
    write(visible(Secrets.mask(line)) + System.lineSeparator());
  }

  /// Says a text of our own that has its line ends; nothing is hidden in it, so that a token we made can be copied.
  public void sayText(String text) {
    write(text);
  }

  /// Says a document that is masked and encoded already.
  public void sayDocument(byte[] document) {
    write(document);
  }

  /// Puts `line` in place of the one that stands there, `covering` being that one's length.
  void rewrite(String line, int covering) {
    String shown = visible(Secrets.mask(line));
    String blanks = " ".repeat(Math.max(0, covering - shown.length()));
    write("\r" + shown + blanks + (shown.isEmpty() ? "\r" : ""));
  }

  /// Sees to it that all was said.
  ///
  /// @throws PipelineException if something could not be said
  public synchronized void verify() throws PipelineException {
    if (failure != null) {
      String what = Texts.get("stdout.failed", Reason.of(failure));
      throw new PipelineException(
          Kind.USER, Texts.get("name.stdout"), what, Texts.get("stdout.failed.advice"), failure);
    }
  }

  private void write(String text) {
    write(encodable(text).getBytes(charset));
  }

  private synchronized void write(byte[] bytes) {
    try {
      if (failure == null) {
        stream.write(bytes);
        stream.flush();
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private String encodable(String text) {
    if (charset.name().startsWith("UTF")) {
      return text;
    }
    var encoder = charset.newEncoder();
    String plain = text;
    for (var sign : PLAIN_SIGNS.entrySet()) {
      if (text.indexOf(sign.getKey()) >= 0 && !encoder.canEncode(sign.getKey())) {
        plain = plain.replace(sign.getKey().toString(), sign.getValue());
      }
    }
    return plain;
  }

  private static String visible(String text) {
    int first = 0;
    while (first < text.length() && isHarmless(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    var shown = new StringBuilder(text);
    for (int i = first; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (!isHarmless(c)) {
        shown.setCharAt(i, c < ' ' ? (char) (FIRST_CONTROL_PICTURE + c) : '\uFFFD');
      }
    }
    return shown.toString();
  }

  private static boolean isHarmless(char c) {
    if (c >= ' ' && c < 0x7f) {
      return true;
    }
    // The joiners are part of emoji and of some scripts; the other format characters turn text around or hide it.
    return !Character.isISOControl(c) && (Character.getType(c) != Character.FORMAT || c == '\u200c' || c == '\u200d');
  }
}
