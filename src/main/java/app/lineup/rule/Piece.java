package app.lineup.rule;

import app.lineup.rule.syntax.Template.Part;
import app.lineup.rule.syntax.TextFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a template, bound to the texts and captures that it is filled from. Not thread-safe; used by one thread.
final class Piece {

  private final @Nullable FieldText source;
  private final Captures captures;
  private final int number;
  private final @Nullable String name;
  /// What becomes of the text before it is filled in.
  private final List<TextFunction> functions;
  private final TextBuilder bare = new TextBuilder();

  private Piece(@Nullable FieldText source, Captures captures, int number, @Nullable String name) {
    this(source, captures, number, name, List.of());
  }

  private Piece(
      @Nullable FieldText source, Captures captures, int number, @Nullable String name,
      List<TextFunction> functions) {
    this.functions = functions;
    this.source = source;
    this.captures = captures;
    this.number = number;
    this.name = name;
  }

  static Piece of(Part part, ChannelTexts texts, Captures captures) {
    return switch (part) {
      case Part.Text plain -> new Piece(FieldText.constant(plain.text()), captures, 0, null);
      case Part.Value value -> new Piece(FieldText.constant(value.text()), captures, 0, null);
      case Part.FieldText text -> new Piece(texts.of(text.field()), captures, 0, null);
      case Part.Group group -> new Piece(null, captures, group.number(), null);
      case Part.NamedGroup group -> new Piece(null, captures, 0, group.name());
      case Part.Changed changed -> {
        Piece piece = of(changed.part(), texts, captures);
        yield new Piece(piece.source, captures, piece.number, piece.name, changed.functions());
      }
    };
  }

  void appendTo(TextBuilder text) {
    if (functions.isEmpty()) {
      fill(text);
      return;
    }
    bare.clear();
    fill(bare);
    String changed = bare.text();
    for (TextFunction function : functions) {
      changed = function.of(changed);
    }
    text.append(changed);
  }

  private void fill(TextBuilder text) {
    FieldText whole = source;
    if (whole != null) {
      text.append(whole);
      return;
    }
    String named = name;
    PatternComparer pattern = named == null ? captures.with(number) : captures.with(named);
    if (pattern != null) {
      pattern.appendGroup(named == null ? number : pattern.pattern().number(named), text);
    }
  }
}
