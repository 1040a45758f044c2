package app.lineup.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Replacements of parts of a text. Not thread-safe; made for one entry.
final class PlainEdits {

  private record Edit(Span span, String by) {}

  private final List<Edit> edits = new ArrayList<>();

  boolean isEmpty() {
    return edits.isEmpty();
  }

  List<String> texts() {
    return edits.stream().map(Edit::by).toList();
  }

  /// Of two at one place the one added first comes first.
  void replace(int from, int to, String by) {
    add(new Edit(new Span(from, to), by), from);
  }

  /// Puts a text before whatever replaces what stands there.
  void insertFirst(int at, String text) {
    add(new Edit(new Span(at, at), text), at - 1);
  }

  private void add(Edit edit, int behind) {
    int at = 0;
    while (at < edits.size() && edits.get(at).span().from() <= behind) {
      at++;
    }
    edits.add(at, edit);
  }

  /// Whether something that ends there is replaced.
  boolean endsAt(int end) {
    return edits.stream().anyMatch(edit -> edit.span().to() == end && !edit.span().isEmpty());
  }

  /// The text with all replacements made.
  ///
  /// @param encoded how a new text looks in it
  String applied(String text, UnaryOperator<String> encoded) {
    var out = new StringBuilder();
    int copied = 0;
    for (Edit edit : edits) {
      out.append(text, copied, Math.max(copied, edit.span().from())).append(encoded.apply(edit.by()));
      copied = Math.max(copied, edit.span().to());
    }
    return out.append(text.substring(copied)).toString();
  }
}
