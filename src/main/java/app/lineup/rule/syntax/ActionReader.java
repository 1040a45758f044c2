package app.lineup.rule.syntax;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.ProgrammeField;
import app.lineup.rule.syntax.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the actions of a mapping rule. Not thread-safe; used by one thread, once.
final class ActionReader {

  private static final String SIGNS = "=, ?=, += or -=";

  private final Tokens tokens;
  private final GroupScope groups;

  ActionReader(Tokens tokens, GroupScope groups) {
    this.tokens = tokens;
    this.groups = groups;
  }

  /// Whether an action begins that is written as elsewhere: with a word of another program, or without SET. An equals
  /// sign alone may be meant to compare, where the text goes on with a SET or a comparison.
  static boolean begins(Tokens tokens) {
    Token first = tokens.peek();
    Token second = tokens.peekBehind();
    if (Habits.action(first).isPresent() || Habits.deletes(first)) {
      return isField(second, tokens);
    }
    boolean sets = second.kind() == Token.Kind.SIGN && operator(second).isPresent() && isField(first, tokens);
    return sets && (!second.value().equals("=")
        || !tokens.goesOnWith(Keyword.SET, Keyword.REMOVE, Keyword.AND, Keyword.OR));
  }

  private static boolean isField(Token token, Tokens tokens) {
    return token.is(Keyword.ATTR)
        || token.kind() == Token.Kind.WORD && FieldReader.named(token.value(), tokens.dialect()).isPresent();
  }

  List<Action> read() {
    List<Action> actions = new ArrayList<>();
    actions.add(action());
    while (true) {
      boolean comma = tokens.skip(Token.Kind.COMMA, ",");
      boolean another = tokens.peek().is(Keyword.SET) || tokens.peek().is(Keyword.REMOVE) || begins(tokens);
      if (!comma && !another) {
        return actions;
      }
      if (comma) {
        tokens.is(Keyword.SET);
        tokens.is(Keyword.REMOVE);
      }
      actions.add(actions.getLast() instanceof Action.Assign && !another ? assign(Optional.empty()) : action());
    }
  }

  private Action action() {
    Token first = tokens.peek();
    if (Habits.deletes(first) && isField(tokens.peekBehind(), tokens)) {
      tokens.take();
      return deleted();
    }
    Optional<AssignOperator> operator = Habits.action(first);
    if (operator.isPresent() && isField(tokens.peekBehind(), tokens)) {
      tokens.take();
      return assign(operator);
    }
    if (tokens.skip(Keyword.REMOVE)) {
      return new Action.Remove(first.from(), tokens.readTo());
    }
    if (!tokens.skip(Keyword.SET) && !begins(tokens)) {
      throw tokens.unexpected("SET or REMOVE", List.of("SET", "REMOVE"));
    }
    return assign(Optional.empty());
  }

  private Action deleted() {
    Token name = tokens.peek();
    Field field = field();
    int to = tokens.readTo();
    return new Action.Assign(
        field, AssignOperator.SET, new Template(List.of(), name.from(), to), name.from(), to);
  }

  private Field field() {
    Token name = tokens.peek();
    Field field = FieldReader.read(
        tokens, "a field to set", tokens.atEnd() ? Names.SETTABLE : FieldReader.names(Dialect.RULE, List.of()));
    switch (field) {
      case KnownField known -> { }
      case Attribute attribute -> { }
      case DerivedField trait -> throw readOnly(name, trait);
      case ProgrammeField programme -> throw readOnly(name, programme);
    }
    return field;
  }

  /// @param meant what the word before it says that the sign means; empty where the sign says it
  private Action assign(Optional<AssignOperator> meant) {
    Token name = tokens.peek();
    Field field = field();
    AssignOperator sign = operator();
    AssignOperator operator = sign == AssignOperator.SET ? meant.orElse(sign) : sign;
    return new Action.Assign(field, operator, value(field, operator), name.from(), tokens.readTo());
  }

  private RuleSyntaxException readOnly(Token name, Field field) {
    return tokens.unexpected(
        name, "a field that can be set; " + field.ruleName() + " can only be read", Names.SETTABLE);
  }

  private Template value(Field field, AssignOperator operator) {
    Token value = tokens.peek();
    if (value.kind() == Token.Kind.FILLED) {
      tokens.take();
      return filled(value);
    }
    if (SpecialValue.is(value)) {
      boolean logo = field == KnownField.TVG_LOGO
          && (operator == AssignOperator.SET || operator == AssignOperator.SET_IF_BLANK);
      String text = SpecialValue.textToSet(tokens, logo);
      return new Template(
          List.of(new Part.Value(SpecialValue.written(value), text, value.from(), value.to())), value.from(),
          value.to());
    }
    if (tokens.atEnd()) {
      tokens.wanted().valueToSet(field, groups);
    }
    tokens.takeText();
    if (value.value().isEmpty() && operator != AssignOperator.SET) {
      throw tokens.mistake(value, "a text that is not empty: `" + operator.sign() + "` would change nothing", "");
    }
    return new TemplateReader(tokens.text(), value, groups).read();
  }

  /// `$1` or `$name` without quotes, as if it had them.
  private Template filled(Token value) {
    String name = value.value().substring(1);
    // From where it would stand so that the name is where it is.
    var quoted = new Token(Token.Kind.QUOTED, "${" + name + "}", value.from() - 2, value.to());
    Part part = switch (new TemplateReader(tokens.text(), quoted, groups).read().parts().getFirst()) {
      case Part.Group group -> new Part.Group(group.number(), value.from(), value.to());
      case Part.NamedGroup group -> new Part.NamedGroup(group.name(), value.from(), value.to());
      case Part.FieldText field -> new Part.FieldText(field.field(), value.from(), value.to());
      case Part.Text _, Part.Value _, Part.Changed _ -> throw new IllegalStateException("not a place: " + name);
    };
    return new Template(List.of(part), value.from(), value.to());
  }

  private static Optional<AssignOperator> operator(Token written) {
    return Stream.of(AssignOperator.values())
        .filter(o -> written.kind() == Token.Kind.SIGN && o.sign().equals(written.value())).findFirst();
  }

  private AssignOperator operator() {
    Token written = tokens.peek();
    Optional<AssignOperator> operator = operator(written);
    if (operator.isEmpty()) {
      boolean compares = written.value().startsWith("==") || written.value().equalsIgnoreCase("to");
      throw written.kind() == Token.Kind.END
          ? tokens.unexpected(SIGNS, Vocabulary.names(Word.Kind.ASSIGNMENT))
          : tokens.mistake(written, SIGNS, compares ? "=" : "");
    }
    tokens.take();
    return operator.get();
  }
}
