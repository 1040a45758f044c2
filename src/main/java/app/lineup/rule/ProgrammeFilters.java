package app.lineup.rule;

import app.lineup.model.Filter;
import app.lineup.model.ProgrammeField;
import app.lineup.rule.pattern.PatternFailure;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.Operand;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/// The filters of a guide, ready to be asked. A programme stays if no include filter is on or any includes it, and no
/// exclude filter excludes it. Not thread-safe; used by one thread.
///
/// Of several texts in a field one is enough to make a comparison true. Programmes are few beside channels, so this
/// asks the tree node by node.
public final class ProgrammeFilters {

  private record Ready(Filter filter, Predicate<ProgrammeTexts> holds) {}

  private final List<Ready> filters;
  private final ZoneId zone;
  private final boolean includes;

  private ProgrammeFilters(List<Ready> filters, ZoneId zone) {
    this.filters = filters;
    this.zone = zone;
    this.includes = filters.stream().anyMatch(ready -> ready.filter().mode() == Filter.Mode.INCLUDE);
  }

  /// Reads the filters that are on.
  ///
  /// @param clock says what `@time:now` is, and where times are
  /// @throws RuleSyntaxException if one is none
  public static ProgrammeFilters compile(List<Filter> filters, Clock clock) {
    return new ProgrammeFilters(filters.stream().filter(Filter::on)
        .map(filter -> new Ready(filter, predicate(RuleParser.programmes(filter.text(), clock)))).toList(),
        clock.getZone());
  }

  /// Where times are shown that they look at.
  public ZoneId zone() {
    return zone;
  }

  /// Whether every programme stays.
  public boolean keepAll() {
    return filters.isEmpty();
  }

  /// Whether the programme stays.
  ///
  /// @throws RuleFailedException if a pattern had to be stopped
  public boolean keeps(ProgrammeTexts programme) {
    boolean included = !includes;
    for (Ready ready : filters) {
      boolean excludes = ready.filter().mode() == Filter.Mode.EXCLUDE;
      if ((excludes || !included) && holds(ready, programme)) {
        if (excludes) {
          return false;
        }
        included = true;
      }
    }
    return included;
  }

  private static boolean holds(Ready ready, ProgrammeTexts programme) {
    try {
      return ready.holds().test(programme);
    } catch (PatternFailure e) {
      throw new RuleFailedException(ready.filter().text(), "programme " + programme.name(), e);
    }
  }

  private static Predicate<ProgrammeTexts> predicate(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all -> {
        List<Predicate<ProgrammeTexts>> parts = all.parts().stream().map(ProgrammeFilters::predicate).toList();
        yield texts -> parts.stream().allMatch(part -> part.test(texts));
      }
      case Condition.AnyOf any -> {
        List<Predicate<ProgrammeTexts>> parts = any.parts().stream().map(ProgrammeFilters::predicate).toList();
        yield texts -> parts.stream().anyMatch(part -> part.test(texts));
      }
      case Condition.Not not -> predicate(not.part()).negate();
      case Condition.IsEmpty empty -> {
        ProgrammeField field = (ProgrammeField) empty.field();
        yield texts -> texts.of(field).stream().allMatch(String::isBlank);
      }
      case Condition.Comparison c -> any((ProgrammeField) c.field(), comparer(c));
      case Condition.OneOf one -> any((ProgrammeField) one.field(), new OneOfComparer(one));
      case Condition.Ordered ordered -> ordered(ordered);
    };
  }

  private static Comparer comparer(Condition.Comparison c) {
    return switch (c.operator()) {
      case CONTAINS, EQUALS, STARTS_WITH, ENDS_WITH -> new PlainComparer(c.operator(), c.value(), c.likeness());
      case MATCHES -> new PatternComparer(new CompiledPattern(c.value(), c.likeness()));
    };
  }

  /// A moment is compared with the programme's own, to the second.
  private static Predicate<ProgrammeTexts> ordered(Condition.Ordered ordered) {
    ProgrammeField field = (ProgrammeField) ordered.field();
    boolean hasMoment = field == ProgrammeField.START || field == ProgrammeField.STOP;
    if (hasMoment && ordered.operand() instanceof Operand.Moment(String _, Instant at, ZoneId _)) {
      return texts -> texts.moment(field).filter(moment -> ordered.order().holds(moment.compareTo(at))).isPresent();
    }
    return any(field, OrderComparer.of(ordered));
  }

  private static Predicate<ProgrammeTexts> any(ProgrammeField field, Comparer comparer) {
    return texts -> texts.of(field).stream().anyMatch(comparer::inString);
  }
}
