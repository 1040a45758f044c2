package app.lineup.rule;

import app.lineup.model.Field;
import app.lineup.model.Filter;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Filters made ready to be asked. Immutable, thread-safe; what it makes to ask them with belongs to one thread.
///
/// A channel stays if no include filter is on or one of them includes it, and no exclude filter excludes it.
public final class CompiledFilters {

  private record Parsed(Filter filter, Condition condition) {}

  private final List<Parsed> filters;
  private final PatternSet patterns;
  private final Map<Field, LiteralIndex> literals;
  private final Set<Field> reads = new LinkedHashSet<>();

  private CompiledFilters(List<Parsed> filters) {
    this.filters = filters;
    List<Condition> conditions = filters.stream().map(Parsed::condition).toList();
    this.patterns = new PatternSet(conditions);
    this.literals = LiteralIndex.of(conditions, patterns);
    filters.forEach(filter -> FieldsRead.of(filter.condition(), reads));
  }

  /// Makes the filters that are on ready.
  ///
  /// @throws RuleSyntaxException if one of them cannot be understood; those that are off are not read
  public static CompiledFilters compile(List<Filter> filters) {
    return new CompiledFilters(filters.stream()
        .filter(Filter::on)
        .map(filter -> new Parsed(filter, RuleParser.condition(filter.text())))
        .toList());
  }

  /// Whether there is no filter, so that every channel stays.
  public boolean isEmpty() {
    return filters.isEmpty();
  }

  /// How many filters are on.
  public int size() {
    return filters.size();
  }

  /// The fields whose texts the filters look at.
  public Set<Field> reads() {
    return Set.copyOf(reads);
  }

  /// What asks the filters about the entries of blocks on one thread.
  ///
  /// @param memos whether to remember answers; they are the same without
  public BlockFilters blocks(boolean memos) {
    ChannelTexts texts = new ChannelTexts(reads);
    CheckBuilder builder = new CheckBuilder(texts, patterns, memos ? literals : Map.of(), memos);
    List<BlockFilters.Asked> asked = new ArrayList<>();
    for (Parsed parsed : filters) {
      Set<Field> fields = new LinkedHashSet<>();
      FieldsRead.of(parsed.condition(), fields);
      asked.add(new BlockFilters.Asked(
          asked.size(), parsed.filter().text(), parsed.filter().mode() == Filter.Mode.EXCLUDE,
          builder.build(parsed.condition(), new Captures(0), false), fields.stream().map(texts::of).toList()));
    }
    return new BlockFilters(texts, asked);
  }
}
