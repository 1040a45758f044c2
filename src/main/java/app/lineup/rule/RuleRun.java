package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.AssignOperator;
import app.lineup.rule.syntax.GroupScope;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mapping rule made ready for one [BlockRules]. Not thread-safe; used by one thread.
final class RuleRun {

  private final MappingRule rule;
  private final @Nullable Check check;
  private final Captures captures;
  private final Assignment[] assignments;
  private final boolean removes;

  RuleRun(MappingRule rule, ChannelTexts texts, CheckBuilder builder) {
    this.rule = rule;
    this.removes = rule.removes();
    this.captures = new Captures(rule.condition().map(GroupScope::of).orElse(GroupScope.NONE).patterns());
    boolean catches = rule.actions().stream().anyMatch(RuleRun::usesGroups);
    this.check = rule.condition().map(condition -> builder.build(condition, captures, catches)).orElse(null);
    this.assignments = assignments(rule, texts, captures);
  }

  private static Assignment[] assignments(MappingRule rule, ChannelTexts texts, Captures captures) {
    List<Action.Assign> seen = new ArrayList<>();
    List<Assignment> bound = new ArrayList<>();
    for (Action action : rule.actions()) {
      if (action instanceof Action.Assign assign) {
        bound.add(new Assignment(
            texts.of(assign.field()),
            assign.operator(),
            assign.template().parts().stream().map(part -> Piece.of(part, texts, captures)).toList(),
            twin(assign, seen, bound),
            before(assign, seen, bound)));
        seen.add(assign);
      }
    }
    return bound.toArray(Assignment[]::new);
  }

  /// The last assignment before it of the same field.
  private static @Nullable Assignment before(Action.Assign assign, List<Action.Assign> seen, List<Assignment> bound) {
    for (int i = seen.size() - 1; i >= 0; i--) {
      if (seen.get(i).field().equals(assign.field())) {
        return bound.get(i);
      }
    }
    return null;
  }

  private static @Nullable Assignment twin(Action.Assign assign, List<Action.Assign> seen, List<Assignment> bound) {
    for (int i = 0; i < seen.size(); i++) {
      boolean same = assign.operator() == AssignOperator.SET && seen.get(i).operator() == AssignOperator.SET
          && assign.template().equals(seen.get(i).template());
      if (same) {
        return bound.get(i);
      }
    }
    return null;
  }

  private static boolean usesGroups(Action action) {
    return action instanceof Action.Assign assign && assign.template().parts().stream()
        .anyMatch(Template.Part::usesGroups);
  }

  /// The rule in its most usual form, null where it has another.
  @Nullable PatternRule usual(ChannelTexts texts, PatternSet patterns) {
    return PatternRule.of(rule, texts, patterns);
  }

  String text() {
    return rule.text();
  }

  boolean removes() {
    return removes;
  }

  /// Whether some assignment of it takes text out of a field.
  boolean takesOut() {
    return rule.actions().stream()
        .anyMatch(action -> action instanceof Action.Assign assign && assign.operator() == AssignOperator.TAKE_OUT);
  }

  /// Whether it is for the entry at hand.
  boolean applies() {
    captures.backTo(0);
    return check == null || check.holds();
  }

  /// What says of an entry of a block, quicker, that the rule is surely not for it; null where nothing does.
  @Nullable Gate gate() {
    return check == null ? null : check.gate();
  }

  /// Carries out its assignments on the block's entry at hand: all are reckoned before the first is set.
  void assign(ChannelTexts texts, ChannelBlock block, int entry) {
    for (Assignment assignment : assignments) {
      assignment.reckon();
    }
    for (Assignment assignment : assignments) {
      assignment.set(texts, block, entry);
    }
  }

  /// The texts that it looks at.
  FieldText[] reads(ChannelTexts texts) {
    Set<Field> fields = new LinkedHashSet<>();
    FieldsRead.of(rule, fields);
    return fields.stream().map(texts::of).toArray(FieldText[]::new);
  }
}
