package app.lineup.rule;

import app.lineup.model.Channel;
import app.lineup.model.Field;
import app.lineup.model.Filter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Filters made ready to be asked. Immutable, thread-safe; an [Evaluator] belongs to one thread.
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

  /// The fields whose texts the filters look at.
  public Set<Field> reads() {
    return Set.copyOf(reads);
  }

  /// What asks the filters on one thread.
  public Evaluator evaluator() {
    return evaluator(true);
  }

  /// The same, which may forget: then every text is asked for anew, and nothing is held from one channel to the next.
  ///
  /// @param memos whether to remember answers; they are the same without
  public Evaluator evaluator(boolean memos) {
    ChannelTexts texts = new ChannelTexts(reads);
    CheckBuilder builder = new CheckBuilder(texts, patterns, memos ? literals : Map.of(), memos);
    return new Evaluator(
        texts, runs(Filter.Mode.INCLUDE, builder), runs(Filter.Mode.EXCLUDE, builder));
  }

  private List<FilterRun> runs(Filter.Mode mode, CheckBuilder builder) {
    return filters.stream()
        .filter(parsed -> parsed.filter().mode() == mode)
        .map(parsed -> new FilterRun(
            parsed.filter().text(), builder.build(parsed.condition(), new Captures(0), false)))
        .toList();
  }

  /// What asks the filters about the entries of blocks on one thread.
  ///
  /// @param memos whether to remember answers; they are the same without
  public BlockFilters blocks(boolean memos) {
    ChannelTexts texts = new ChannelTexts(reads);
    CheckBuilder builder = new CheckBuilder(texts, patterns, memos ? literals : Map.of(), memos);
    return new BlockFilters(
        texts, asked(Filter.Mode.INCLUDE, texts, builder), asked(Filter.Mode.EXCLUDE, texts, builder));
  }

  private List<BlockFilters.Asked> asked(Filter.Mode mode, ChannelTexts texts, CheckBuilder builder) {
    return filters.stream().filter(parsed -> parsed.filter().mode() == mode).map(parsed -> {
      Set<Field> fields = new LinkedHashSet<>();
      FieldsRead.of(parsed.condition(), fields);
      return new BlockFilters.Asked(
          parsed.filter().text(), builder.build(parsed.condition(), new Captures(0), false),
          fields.stream().map(texts::of).toList());
    }).toList();
  }

  private record FilterRun(String text, Check check) {

    boolean matches(Channel channel) {
      try {
        return check.holds();
      } catch (PatternFailure failure) {
        throw new RuleFailedException(text, channel, failure);
      }
    }
  }

  /// Asks the filters about channel after channel. Not thread-safe; used by one thread: it remembers what it saw.
  public static final class Evaluator {

    private final ChannelTexts texts;
    private final FilterRun[] includes;
    private final FilterRun[] excludes;

    private Evaluator(ChannelTexts texts, List<FilterRun> includes, List<FilterRun> excludes) {
      this.texts = texts;
      this.includes = includes.toArray(FilterRun[]::new);
      this.excludes = excludes.toArray(FilterRun[]::new);
    }

    /// Whether the channel stays.
    ///
    /// @throws RuleFailedException if a pattern had to be stopped
    public boolean keeps(Channel channel) {
      texts.begin(channel);
      return (includes.length == 0 || any(includes, channel)) && !any(excludes, channel);
    }

    private static boolean any(FilterRun[] filters, Channel channel) {
      for (FilterRun filter : filters) {
        if (filter.matches(channel)) {
          return true;
        }
      }
      return false;
    }
  }
}
