package app.lineup.rule;

import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes conditions ready for one [BlockRules] or [BlockFilters]: binds them to its texts, and lets its memos answer
/// what they can. Not thread-safe; used by one thread.
final class CheckBuilder {

  /// Fields of which a list has few different texts, for millions of channels.
  private static final Set<Field> FEW_TEXTS = Set.of(
      KnownField.GROUP_TITLE, DerivedField.SOURCE_NAME, DerivedField.SOURCE_TYPE, DerivedField.SOURCE_URL,
      DerivedField.MEDIA_TYPE);

  private final ChannelTexts texts;
  private final PatternSet patterns;
  private final Map<Field, LiteralIndex> literals;
  private final boolean memos;
  private final Map<Field, VerdictCache> memoOf = new HashMap<>();
  private final Map<Field, LiteralPass> passOf = new HashMap<>();

  /// @param memos whether to remember answers; they are the same without
  CheckBuilder(ChannelTexts texts, PatternSet patterns, boolean memos) {
    this(texts, patterns, Map.of(), memos);
  }

  /// @param literals to be looked for in one pass a text, of all conditions that this builds from
  CheckBuilder(ChannelTexts texts, PatternSet patterns, Map<Field, LiteralIndex> literals, boolean memos) {
    this.texts = texts;
    this.patterns = patterns;
    this.literals = literals;
    this.memos = memos;
  }

  static boolean hasFewTexts(Field field) {
    return FEW_TEXTS.contains(field);
  }

  /// Whether a list has few different texts in each of these fields.
  static boolean haveFewTexts(Set<Field> fields) {
    return FEW_TEXTS.containsAll(fields);
  }

  /// @param captures where patterns that were true are noted
  /// @param catches  whether anybody asks there
  Check build(Condition condition, Captures captures, boolean catches) {
    return build(condition, false, new Catch(captures, catches));
  }

  private record Catch(Captures captures, boolean used) {}

  private Check build(Condition condition, boolean negated, Catch into) {
    Set<Field> fields = new HashSet<>();
    FieldsRead.of(condition, fields);
    boolean few = fields.size() == 1 && haveFewTexts(fields);
    if (!memos || !few || isCheap(condition)) {
      return plain(condition, negated, into);
    }
    Field field = fields.iterator().next();
    VerdictCache memo = memoOf.get(field);
    if (memo == null || memo.isFull()) {
      memo = new VerdictCache(texts.of(field));
      memoOf.put(field, memo);
    }
    return new MemoCheck(withoutMemos().plain(condition, negated, into), memo, into.used());
  }

  private CheckBuilder withoutMemos() {
    return new CheckBuilder(texts, patterns, false);
  }

  /// Whether it costs no more than a memo would.
  private static boolean isCheap(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all -> false;
      case Condition.AnyOf any -> false;
      case Condition.Not not -> isCheap(not.part());
      case Condition.IsEmpty empty -> true;
      case Condition.Ordered ordered -> false;
      case Condition.OneOf one -> false;
      case Condition.Comparison comparison -> switch (comparison.operator()) {
        case CONTAINS, MATCHES -> false;
        case EQUALS, STARTS_WITH, ENDS_WITH -> comparison.field() instanceof KnownField;
      };
    };
  }

  private Check plain(Condition condition, boolean negated, Catch into) {
    return switch (condition) {
      case Condition.AllOf all -> joined(all.parts(), !negated, negated, into);
      case Condition.AnyOf any -> joined(any.parts(), negated, negated, into);
      case Condition.Not not -> build(not.part(), !negated, into);
      case Condition.IsEmpty empty -> new EmptyCheck(texts.of(empty.field()), negated);
      case Condition.Ordered ordered ->
          new ComparisonCheck(texts.of(ordered.field()), OrderComparer.of(ordered), negated);
      case Condition.OneOf one -> new ComparisonCheck(texts.of(one.field()), new OneOfComparer(one), negated);
      case Condition.Comparison comparison -> comparison(comparison, negated, into);
    };
  }

  private Check joined(List<Condition> parts, boolean all, boolean negated, Catch into) {
    List<Check> checks = together(parts, all != negated).stream().map(part -> build(part, negated, into)).toList();
    return all ? new AllCheck(checks, into.captures()) : new AnyCheck(checks);
  }

  /// The parts, neighbours that look at the same field of few texts joined, so that these are remembered as one.
  private List<Condition> together(List<Condition> parts, boolean all) {
    if (!memos) {
      return parts;
    }
    List<Condition> joined = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= parts.size(); to++) {
      Set<Field> fields = new HashSet<>();
      parts.subList(from, Math.min(to + 1, parts.size())).forEach(part -> FieldsRead.of(part, fields));
      if (to == parts.size() || fields.size() > 1 || !haveFewTexts(fields)) {
        joined.add(joined(parts.subList(from, to), all));
        from = to;
      }
    }
    return joined;
  }

  private static Condition joined(List<Condition> parts, boolean all) {
    int from = parts.getFirst().from();
    int to = parts.getLast().to();
    return parts.size() == 1 ? parts.getFirst()
        : all ? new Condition.AllOf(parts, from, to) : new Condition.AnyOf(parts, from, to);
  }

  private Check comparison(Condition.Comparison comparison, boolean negated, Catch into) {
    FieldText text = texts.of(comparison.field());
    ComparisonOptions likeness = comparison.likeness();
    return switch (comparison.operator()) {
      case CONTAINS, EQUALS, STARTS_WITH, ENDS_WITH -> behindLiterals(comparison, negated, new ComparisonCheck(
          text, new PlainComparer(comparison.operator(), comparison.value(), likeness), negated));
      case MATCHES -> {
        PatternComparer pattern = new PatternComparer(patterns.of(comparison.value(), likeness));
        Check check = behindLiterals(comparison, negated, new ComparisonCheck(text, pattern, negated));
        yield into.used() && !negated ? new CatchingCheck(check, pattern, into.captures()) : check;
      }
    };
  }

  private Check behindLiterals(Condition.Comparison comparison, boolean negated, Check check) {
    LiteralIndex index = literals.get(comparison.field());
    int bit = index == null ? -1 : index.bitOf(comparison);
    if (index == null || bit < 0) {
      return check;
    }
    LiteralPass pass = passOf.computeIfAbsent(comparison.field(), field -> new LiteralPass(texts.of(field), index));
    return new LiteralCheck(pass, bit, check, negated);
  }
}
