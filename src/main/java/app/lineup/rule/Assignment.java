package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.rule.syntax.AssignOperator;
import app.lineup.rule.syntax.CaseFold;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One assignment of a rule: reckons the new text first, and sets it when all of the rule are reckoned. Not
/// thread-safe; used by one thread.
final class Assignment {

  private final FieldText target;
  private final AssignOperator operator;
  private final Piece[] pieces;
  private final @Nullable Assignment twin;
  private final @Nullable Assignment before;
  private final TextBuilder text = new TextBuilder();
  private boolean given;
  /// What is left of the text where some is taken out, with whatever no value can hold: where nothing is taken out,
  /// nothing is changed.
  private String rest = "";
  /// Where the text stands in the arena once it was set there; −1 where that is not known.
  private int arenaFrom;
  private int arenaTo;

  /// @param twin   an earlier assignment of the rule that reckons the same text
  /// @param before the assignment of the rule that gave this field a text before, which this one acts on
  Assignment(
      FieldText target, AssignOperator operator, List<Piece> pieces, @Nullable Assignment twin,
      @Nullable Assignment before) {
    this.target = target;
    this.operator = operator;
    this.pieces = pieces.toArray(Piece[]::new);
    this.twin = twin;
    this.before = before;
  }

  /// Reckons the new text from what the texts are now.
  void reckon() {
    if (twin != null) {
      return;
    }
    Assignment earlier = before;
    given = operator != AssignOperator.SET_IF_BLANK
        || (earlier == null ? EmptyCheck.isBlank(target) : earlier.left().isBlank());
    if (given) {
      text.clear();
      if (operator == AssignOperator.APPEND) {
        if (earlier == null) {
          text.append(target);
        } else {
          text.append(earlier.left());
        }
      }
      for (Piece piece : pieces) {
        piece.appendTo(text);
      }
      if (operator == AssignOperator.TAKE_OUT) {
        String whole = earlier == null ? target.text() : earlier.left();
        rest = target.field() == KnownField.GROUP_TITLE
            ? withoutPart(whole, text.text())
            : without(whole, text.text());
      }
    }
  }

  /// The text that the field has after this assignment, where it was reckoned.
  private String left() {
    Assignment from = twin == null ? this : twin;
    if (!from.given) {
      return before == null ? target.text() : before.left();
    }
    if (operator == AssignOperator.TAKE_OUT) {
      return rest;
    }
    from.text.settle();
    return from.text.text();
  }

  /// Sets the text that was reckoned in an entry of a block.
  void set(ChannelTexts texts, ChannelBlock block, int entry) {
    Assignment from = twin == null ? this : twin;
    if (!from.given) {
      return;
    }
    Field field = target.field();
    if (operator == AssignOperator.TAKE_OUT) {
      byte[] utf8 = rest.getBytes(StandardCharsets.UTF_8);
      block.setAsItStands(entry, field, utf8, 0, utf8.length);
    } else if (twin != null && from.arenaFrom >= 0) {
      block.setInArena(entry, field, from.arenaFrom, from.arenaTo);
    } else {
      from.text.settle();
      block.set(entry, field, from.text.bytes(), 0, from.text.length());
      arenaFrom = field instanceof KnownField f ? block.newFrom(entry, f) : -1;
      arenaTo = field instanceof KnownField f ? block.newTo(entry, f) : -1;
    }
    texts.changed(target, entry);
  }

  /// `text` without those of its parts, as in `A;B`, that are `taken`; where none is, as [#without].
  private static String withoutPart(String text, String taken) {
    String wanted = CaseFold.fold(taken.strip());
    if (text.indexOf(';') < 0 || wanted.isEmpty()) {
      return without(text, taken);
    }
    String[] parts = text.split(";", -1);
    List<String> kept = Stream.of(parts).filter(part -> !CaseFold.fold(part.strip()).equals(wanted)).toList();
    return kept.size() == parts.length ? without(text, taken) : String.join(";", kept).strip();
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
