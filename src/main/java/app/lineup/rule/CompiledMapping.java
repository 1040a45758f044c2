package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.model.Rule;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Mapping rules made ready to be applied. Immutable, thread-safe; what it makes to apply them with belongs to one
/// thread.
public final class CompiledMapping {

  private final List<MappingRule> rules;
  private final PatternSet patterns;
  private final Map<Field, LiteralIndex> literals;
  private final Set<Field> reads = new LinkedHashSet<>();
  private final Set<Field> sets = new LinkedHashSet<>();

  private CompiledMapping(List<MappingRule> rules) {
    this.rules = List.copyOf(rules);
    List<Condition> conditions = rules.stream().map(MappingRule::condition).flatMap(Optional::stream).toList();
    this.patterns = new PatternSet(conditions);
    this.literals = LiteralIndex.of(conditions, patterns);
    for (MappingRule rule : rules) {
      FieldsRead.of(rule, reads);
      for (Action action : rule.actions()) {
        if (action instanceof Action.Assign assign) {
          sets.add(assign.field());
        }
      }
    }
  }

  /// Makes the rules that are on ready, in their order.
  ///
  /// @throws RuleSyntaxException if one of them cannot be understood; those that are off are not read
  public static CompiledMapping compile(List<Rule> rules) {
    return new CompiledMapping(rules.stream().filter(Rule::on).map(rule -> RuleParser.mappingRule(rule.text()))
        .toList());
  }

  /// Whether there is no rule, so that every channel stays as it is.
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /// How many rules are on.
  public int size() {
    return rules.size();
  }

  /// Whether some rule drops channels.
  public boolean removes() {
    return rules.stream().anyMatch(MappingRule::removes);
  }

  /// Whether some rule sets `field`.
  public boolean sets(Field field) {
    return sets.contains(field);
  }

  /// The fields that the rules set.
  public Set<Field> sets() {
    return Set.copyOf(sets);
  }

  /// The fields whose texts the rules look at.
  public Set<Field> reads() {
    return Set.copyOf(reads);
  }

  /// What applies the rules to the entries of blocks on one thread.
  ///
  /// @param memos whether to remember answers; they are the same without
  public BlockRules blocks(boolean memos) {
    Set<Field> fields = new LinkedHashSet<>(reads);
    fields.addAll(sets);
    ChannelTexts texts = new ChannelTexts(fields);
    CheckBuilder builder = new CheckBuilder(texts, patterns, memos ? literals : Map.of(), memos);
    return new BlockRules(texts, rules.stream().map(rule -> new RuleRun(rule, texts, builder)).toList(), patterns,
        sets);
  }
}
