package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.Attribute;
import app.lineup.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the actions of a mapping rule. Confined to one thread, used once.
final class ActionReader {

  private final Tokens tokens;
  private final GroupScope groups;

  ActionReader(Tokens tokens, GroupScope groups) {
    this.tokens = tokens;
    this.groups = groups;
  }

  List<Action> read() {
    List<Action> actions = new ArrayList<>();
    actions.add(action());
    while (tokens.skip(Token.Kind.COMMA)) {
      boolean assigns = actions.getLast() instanceof Action.Assign;
      boolean another = tokens.peek().is(Keyword.SET) || tokens.peek().is(Keyword.REMOVE);
      actions.add(assigns && !another ? assign() : action());
    }
    return actions;
  }

  private Action action() {
    if (tokens.skip(Keyword.REMOVE)) {
      return new Action.Remove();
    }
    if (!tokens.skip(Keyword.SET)) {
      throw tokens.unexpected("SET or REMOVE", List.of("SET", "REMOVE"));
    }
    return assign();
  }

  private Action assign() {
    Token name = tokens.peek();
    Field field = FieldReader.read(tokens, "a field to set", List.of());
    switch (field) {
      case KnownField known -> { }
      case Attribute attribute -> { }
      case Trait trait -> throw tokens.unexpected(
          name, "a field that can be set; " + trait.ruleName() + " can only be read", Names.SETTABLE);
    }
    AssignOperator operator = operator();
    Token value = tokens.takeText();
    if (value.value().isEmpty() && operator != AssignOperator.SET) {
      throw tokens.mistake(value, "a text that is not empty: `" + operator.sign() + "` would change nothing", "");
    }
    return new Action.Assign(field, operator, new TemplateReader(tokens.text(), value, groups).read());
  }

  private AssignOperator operator() {
    Token written = tokens.peek();
    Optional<AssignOperator> operator = Stream.of(AssignOperator.values())
        .filter(o -> written.kind() == Token.Kind.SIGN && o.sign().equals(written.value()))
        .findFirst();
    boolean compares = written.value().startsWith("==") || written.value().equalsIgnoreCase("to");
    tokens.take();
    return operator.orElseThrow(() -> tokens.mistake(written, "=, ?=, += or -=", compares ? "=" : ""));
  }
}
