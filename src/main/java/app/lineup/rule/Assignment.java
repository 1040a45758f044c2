package app.lineup.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One assignment of a rule: reckons the new text first, and sets it when all of the rule are reckoned. Confined to one
/// thread.
final class Assignment {

  private final FieldText target;
  private final AssignOperator operator;
  private final Piece[] pieces;
  private final @Nullable Assignment twin;
  private @Nullable String result;
  private boolean ascii;

  /// @param twin an earlier assignment of the rule that reckons the same text
  Assignment(FieldText target, AssignOperator operator, List<Piece> pieces, @Nullable Assignment twin) {
    this.target = target;
    this.operator = operator;
    this.pieces = pieces.toArray(Piece[]::new);
    this.twin = twin;
  }

  /// The field that it sets.
  FieldText target() {
    return target;
  }

  /// What was reckoned last, null where nothing is to be set.
  @Nullable String result() {
    return result;
  }

  /// Whether that is known to be ASCII.
  boolean resultIsAscii() {
    return ascii;
  }

  /// Reckons the new text from what the texts are now.
  void reckon(TextBuilder text) {
    Assignment same = twin;
    if (same != null) {
      result = same.result;
      ascii = same.ascii;
      return;
    }
    result = null;
    text.clear();
    switch (operator) {
      case SET -> finish(text);
      case SET_IF_BLANK -> {
        if (EmptyCheck.isBlank(target)) {
          finish(text);
        }
      }
      case APPEND -> {
        text.append(target);
        finish(text);
      }
      case TAKE_OUT -> {
        finish(text);
        result = without(target.text(), String.valueOf(result));
        ascii = false;
      }
    }
  }

  /// Sets the text that was reckoned.
  void set(ChannelTexts texts) {
    String value = result;
    if (value != null) {
      texts.set(target, value, ascii);
    }
  }

  private void finish(TextBuilder text) {
    for (Piece piece : pieces) {
      piece.appendTo(text);
    }
    result = text.text();
    ascii = text.isAscii();
  }

  /// `text` without any occurrence of `taken`, whatever its case; itself where there is none.
  static String without(String text, String taken) {
    String folded = CaseFold.fold(text);
    String wanted = CaseFold.fold(taken);
    if (wanted.isEmpty() || folded.length() != text.length()) {
      return text;
    }
    StringBuilder rest = new StringBuilder(text.length());
    int kept = 0;
    for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, kept)) {
      rest.append(text, kept, at);
      kept = at + wanted.length();
    }
    return kept == 0 ? text : rest.append(text, kept, text.length()).toString();
  }
}
