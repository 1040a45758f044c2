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

  List<Action> read() {
    List<Action> actions = new ArrayList<>();
    actions.add(action());
    while (tokens.skip(Token.Kind.COMMA, ",")) {
      boolean assigns = actions.getLast() instanceof Action.Assign;
      boolean another = tokens.is(Keyword.SET) || tokens.is(Keyword.REMOVE);
      actions.add(assigns && !another ? assign() : action());
    }
    return actions;
  }

  private Action action() {
    int from = tokens.peek().from();
    if (tokens.skip(Keyword.REMOVE)) {
      return new Action.Remove(from, tokens.readTo());
    }
    if (!tokens.skip(Keyword.SET)) {
      throw tokens.unexpected("SET or REMOVE", List.of("SET", "REMOVE"));
    }
    return assign();
  }

  private Action assign() {
    Token name = tokens.peek();
    Field field = FieldReader.read(
        tokens, "a field to set", tokens.atEnd() ? Names.SETTABLE : FieldReader.names(Dialect.RULE, List.of()));
    switch (field) {
      case KnownField known -> { }
      case Attribute attribute -> { }
      case DerivedField trait -> throw readOnly(name, trait);
      case ProgrammeField programme -> throw readOnly(name, programme);
    }
    AssignOperator operator = operator();
    return new Action.Assign(field, operator, value(field, operator), name.from(), tokens.readTo());
  }

  private RuleSyntaxException readOnly(Token name, Field field) {
    return tokens.unexpected(
        name, "a field that can be set; " + field.ruleName() + " can only be read", Names.SETTABLE);
  }

  private Template value(Field field, AssignOperator operator) {
    Token value = tokens.peek();
    if (value.kind() == Token.Kind.VALUE) {
      boolean logo = field == KnownField.TVG_LOGO
          && (operator == AssignOperator.SET || operator == AssignOperator.SET_IF_BLANK);
      String text = SpecialValue.textToSet(tokens, logo);
      return new Template(
          List.of(new Part.Value(value.value(), text, value.from(), value.to())), value.from(), value.to());
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

  private AssignOperator operator() {
    Token written = tokens.peek();
    Optional<AssignOperator> operator = Stream.of(AssignOperator.values())
        .filter(o -> written.kind() == Token.Kind.SIGN && o.sign().equals(written.value()))
        .findFirst();
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
