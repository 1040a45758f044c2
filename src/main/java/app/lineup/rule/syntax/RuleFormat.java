package app.lineup.rule.syntax;

import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.rule.syntax.Template.Part;
import java.util.List;
import java.util.stream.Collectors;

/// Writes trees as text in the one canonical way, which reads back as the same tree. Thread-safe: no state.
///
/// One line, single spaces, names instead of signs, keywords in capitals, only the parentheses that count.
public final class RuleFormat {

  private RuleFormat() {}

  /// The canonical text of a rule.
  public static String of(MappingRule rule) {
    String actions = actions(rule.actions());
    return rule.condition().map(condition -> of(condition) + " " + actions).orElse(actions);
  }

  /// The canonical text of a condition.
  public static String of(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all -> all.parts().stream().map(RuleFormat::operand).collect(Collectors.joining(" AND "));
      case Condition.AnyOf any -> any.parts().stream()
          .map(part -> part instanceof Condition.AllOf ? of(part) : operand(part)).collect(Collectors.joining(" OR "));
      case Condition.Not not -> negation(not.part());
      case Condition.Comparison c -> comparison(c, "");
      case Condition.Ordered o -> ordered(o, "");
      case Condition.OneOf one -> oneOf(one, "");
      case Condition.IsEmpty empty -> field(empty.field()) + " is_empty";
    };
  }

  private static String operand(Condition part) {
    return part instanceof Condition.AllOf || part instanceof Condition.AnyOf ? "(" + of(part) + ")" : of(part);
  }

  private static String negation(Condition part) {
    return switch (part) {
      case Condition.Comparison c -> comparison(c, "not_");
      case Condition.Ordered o -> ordered(o, "not_");
      case Condition.OneOf one -> oneOf(one, "not_");
      case Condition.IsEmpty empty -> field(empty.field()) + " not is_empty";
      case Condition.Not(Condition inner, int _, int _) when isLeaf(inner) -> "NOT " + negation(inner);
      case Condition.Not not -> "NOT (" + of(not) + ")";
      case Condition.AllOf all -> "NOT (" + of(all) + ")";
      case Condition.AnyOf any -> "NOT (" + of(any) + ")";
    };
  }

  private static boolean isLeaf(Condition condition) {
    return switch (condition) {
      case Condition.Comparison _, Condition.Ordered _, Condition.OneOf _, Condition.IsEmpty _ -> true;
      case Condition.Not _, Condition.AllOf _, Condition.AnyOf _ -> false;
    };
  }

  private static String comparison(Condition.Comparison c, String not) {
    return field(c.field()) + " " + not + c.operator().ruleName() + " " + quoted(c.value()) + likeness(c.likeness());
  }

  private static String ordered(Condition.Ordered o, String not) {
    String value = switch (o.operand()) {
      case Operand.Plain(String text) when isNumber(text) -> text;
      case Operand.Plain(String text) -> quoted(text);
      case Operand.Moment moment -> moment.written();
    };
    return field(o.field()) + " " + not + o.order().ruleName() + " " + value + likeness(o.likeness());
  }

  private static boolean isNumber(String text) {
    return Numerals.end(text, 0) == text.length();
  }

  private static String oneOf(Condition.OneOf one, String not) {
    return field(one.field()) + " " + not + one.values().stream().map(RuleFormat::quoted)
        .collect(Collectors.joining(", ", "in (", ")")) + likeness(one.likeness());
  }

  private static String likeness(ComparisonOptions likeness) {
    return (likeness.caseSensitive() ? " case_sensitive" : "") + (likeness.ignoresAccents() ? " ignore_accents" : "");
  }

  private static String actions(List<Action> actions) {
    StringBuilder text = new StringBuilder();
    boolean setting = false;
    for (Action action : actions) {
      text.append(text.isEmpty() ? "" : ", ");
      switch (action) {
        case Action.Remove remove -> text.append("REMOVE");
        case Action.Assign assign -> text.append(setting ? "" : "SET ").append(field(assign.field())).append(' ')
            .append(assign.operator().sign()).append(' ').append(template(assign.template()));
      }
      setting = action instanceof Action.Assign;
    }
    return text.toString();
  }

  private static String template(Template template) {
    StringBuilder text = new StringBuilder("\"");
    List<Part> parts = template.parts();
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case Part.Value value -> {
          return value.written();
        }
        case Part.Text plain -> text.append(escaped(plain.text(), "\"\\$").replace("$", "\\$"));
        case Part.Group group -> text.append(
            i + 1 < parts.size() && parts.get(i + 1) instanceof Part.Text next
            && Character.isDigit(next.text().charAt(0))
                ? "${" + group.number() + "}" : "$" + group.number());
        case Part.NamedGroup _, Part.FieldText _ -> text.append("${").append(name(parts.get(i))).append('}');
        case Part.Changed changed -> text.append("${").append(name(changed.part())).append(changed.functions().stream()
            .map(function -> "|" + function.written()).collect(Collectors.joining())).append('}');
      }
    }
    return text.append('"').toString();
  }

  /// What stands for it between `${` and `}`.
  private static String name(Part part) {
    return switch (part) {
      case Part.Group group -> String.valueOf(group.number());
      case Part.NamedGroup group -> group.name();
      case Part.FieldText(Attribute(String key), int _, int _) -> "attr(" + key + ")";
      case Part.FieldText field -> field.field().ruleName();
      case Part.Text _, Part.Value _, Part.Changed _ -> throw new IllegalArgumentException("it has no name: " + part);
    };
  }

  private static String field(Field field) {
    return field instanceof Attribute(String key) ? "attr(" + quoted(key) + ")" : field.ruleName();
  }

  /// As a text in double quotes; it must hold no line end.
  public static String quoted(String text) {
    return '"' + escaped(text, "\"\\") + '"';
  }

  /// A backslash is doubled only where it would escape what follows, so that patterns stay readable.
  private static String escaped(String text, String escapable) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escapes = c == '\\' && (i + 1 == text.length() || escapable.indexOf(text.charAt(i + 1)) >= 0);
      escaped.append(c == '"' || escapes ? "\\" : "").append(c);
    }
    return escaped.toString();
  }
}
