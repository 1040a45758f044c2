package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.AssignOperator;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.Template;
import java.util.Set;

/// Collects the fields whose text a rule looks at. Thread-safe: no state.
final class FieldsRead {

  private FieldsRead() {}

  static void of(Condition condition, Set<Field> into) {
    switch (condition) {
      case Condition.AllOf all -> all.parts().forEach(part -> of(part, into));
      case Condition.AnyOf any -> any.parts().forEach(part -> of(part, into));
      case Condition.Not not -> of(not.part(), into);
      case Condition.IsEmpty empty -> into.add(empty.field());
      case Condition.Ordered ordered -> into.add(ordered.field());
      case Condition.OneOf one -> into.add(one.field());
      case Condition.Comparison comparison -> into.add(comparison.field());
    }
  }

  static void of(MappingRule rule, Set<Field> into) {
    rule.condition().ifPresent(condition -> of(condition, into));
    for (Action action : rule.actions()) {
      switch (action) {
        case Action.Remove remove -> { }
        case Action.Assign assign -> of(assign, into);
      }
    }
  }

  private static void of(Action.Assign assign, Set<Field> into) {
    if (assign.operator() != AssignOperator.SET) {
      into.add(assign.field());
    }
    for (Template.Part part : assign.template().parts()) {
      Template.Part bare = part instanceof Template.Part.Changed changed ? changed.part() : part;
      if (bare instanceof Template.Part.FieldText text) {
        into.add(text.field());
      }
    }
  }
}
