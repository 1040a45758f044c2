package app.lineup.rule;

import app.lineup.model.Channel;
import app.lineup.model.Field;
import app.lineup.model.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mapping rules made ready to be applied. Immutable, thread-safe; an [Evaluator] belongs to one thread.
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
    return new CompiledMapping(rules.stream().filter(Rule::on).map(rule -> RuleParser.mappingRule(rule.text())).toList());
  }

  /// Whether there is no rule, so that every channel stays as it is.
  public boolean isEmpty() {
    return rules.isEmpty();
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

  /// What applies the rules on one thread.
  public Evaluator evaluator() {
    return evaluator(true);
  }

  /// The same, which may forget: then every text is asked for anew, and nothing is held from one channel to the next.
  ///
  /// @param memos whether to remember answers; they are the same without
  public Evaluator evaluator(boolean memos) {
    ChannelTexts texts = new ChannelTexts(fields());
    return new Evaluator(texts, runs(texts, memos));
  }

  /// What applies the rules to the entries of blocks on one thread.
  ///
  /// @param memos whether to remember answers; they are the same without
  public BlockRules blocks(boolean memos) {
    ChannelTexts texts = new ChannelTexts(fields());
    return new BlockRules(texts, runs(texts, memos), patterns, sets);
  }

  private Set<Field> fields() {
    Set<Field> fields = new LinkedHashSet<>(reads);
    fields.addAll(sets);
    return fields;
  }

  private List<RuleRun> runs(ChannelTexts texts, boolean memos) {
    CheckBuilder builder = new CheckBuilder(texts, patterns, memos ? literals : Map.of(), memos);
    return rules.stream().map(rule -> new RuleRun(rule, texts, builder)).toList();
  }

  /// Applies the rules to channel after channel. Not thread-safe; used by one thread: it remembers what it saw.
  public static final class Evaluator {

    private final ChannelTexts texts;
    private final RuleRun[] rules;
    private int applied;

    private Evaluator(ChannelTexts texts, List<RuleRun> rules) {
      this.texts = texts;
      this.rules = rules.toArray(RuleRun[]::new);
    }

    /// The channel as the rules leave it, each seeing what earlier ones did; the same object where nothing changes,
    /// null where one drops it.
    ///
    /// @throws RuleFailedException if a pattern had to be stopped
    public @Nullable Channel apply(Channel channel) {
      texts.begin(channel);
      applied = 0;
      for (RuleRun rule : rules) {
        if (applies(rule, channel)) {
          applied++;
          if (rule.removes()) {
            return null;
          }
        }
      }
      return texts.appliedTo(channel);
    }

    /// How many rules were for the last channel, whether or not they changed it.
    public int applied() {
      return applied;
    }

    /// Whether the rule is for the channel; then its texts are set.
    private boolean applies(RuleRun rule, Channel channel) {
      try {
        boolean applies = rule.applies();
        if (applies && !rule.removes()) {
          rule.assign(texts);
        }
        return applies;
      } catch (PatternFailure failure) {
        throw new RuleFailedException(rule.text(), channel, failure);
      }
    }
  }
}
