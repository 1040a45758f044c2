package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.rule.Template.Part;
import org.jspecify.annotations.Nullable;

/// A part of a template, bound to the texts and captures that it is filled from. Confined to one thread, as they are.
final class Piece {

  private final @Nullable FieldText source;
  private final Captures captures;
  private final int number;
  private final @Nullable String name;

  private Piece(@Nullable FieldText source, Captures captures, int number, @Nullable String name) {
    this.source = source;
    this.captures = captures;
    this.number = number;
    this.name = name;
  }

  static Piece of(Part part, ChannelTexts texts, Captures captures) {
    return switch (part) {
      case Part.Text(String plain) -> new Piece(FieldText.constant(plain), captures, 0, null);
      case Part.FieldText(Field field) -> new Piece(texts.of(field), captures, 0, null);
      case Part.Group(int group) -> new Piece(null, captures, group, null);
      case Part.NamedGroup(String group) -> new Piece(null, captures, 0, group);
    };
  }

  void appendTo(TextBuilder text) {
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
