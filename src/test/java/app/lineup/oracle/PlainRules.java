package app.lineup.oracle;

import app.lineup.model.Field;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.Template;
import app.lineup.rule.syntax.TextFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Mapping rules and filters, asked of one channel after the other, one rule after the other. Immutable.
final class PlainRules {

  private static final int LONGEST_TEXT = 300_000;

  private record Asked(Filter.Mode mode, Condition condition) {}

  private final List<MappingRule> rules;
  private final List<Asked> filters;
  private final SeparatorPolicy separators;

  PlainRules(List<Rule> rules, List<Filter> filters, SeparatorPolicy separators) {
    this.rules = rules.stream().filter(Rule::on).map(rule -> RuleParser.mappingRule(rule.text())).toList();
    this.filters = filters.stream().filter(Filter::on)
        .map(filter -> new Asked(filter.mode(), RuleParser.condition(filter.text()))).toList();
    this.separators = separators;
  }

  /// Whether some channel may go, or change its group.
  boolean touchNeighbours() {
    return !filters.isEmpty() || separators == SeparatorPolicy.HIDE
        || rules.stream().anyMatch(rule -> rule.removes() || sets(rule, KnownField.GROUP_TITLE));
  }

  private static boolean sets(MappingRule rule, Field field) {
    return rule.actions().stream()
        .anyMatch(action -> action instanceof Action.Assign assign && assign.field().equals(field));
  }

  /// The channel as the rules leave it; empty where one of them, or a filter, drops it.
  Optional<PlainChannel> apply(PlainEntry entry) {
    return mapped(new PlainChannel(entry)).filter(this::stays);
  }

  private Optional<PlainChannel> mapped(PlainChannel channel) {
    Map<Field, String> now = new LinkedHashMap<>();
    for (MappingRule rule : rules) {
      var asked = new PlainCondition(field -> channel.text(field, now));
      if (rule.condition().map(asked::holds).orElse(true)) {
        if (rule.removes()) {
          return Optional.empty();
        }
        now.putAll(assigned(rule, channel, now, asked));
      }
    }
    return Optional.of(channel.with(now));
  }

  /// What the rule sets. Every value sees the texts as they were when the rule began; of several for one field each
  /// acts on what the one before it left.
  private static Map<Field, String> assigned(
      MappingRule rule, PlainChannel channel, Map<Field, String> now, PlainCondition asked) {
    Map<Field, String> assigned = new LinkedHashMap<>();
    for (Action action : rule.actions()) {
      if (action instanceof Action.Assign assign) {
        String before = assigned.getOrDefault(assign.field(), channel.text(assign.field(), now));
        String value = value(assign.template(), channel, now, asked);
        Optional<String> result = switch (assign.operator()) {
          case SET -> Optional.of(value);
          case SET_IF_BLANK -> before.isBlank() ? Optional.of(value) : Optional.empty();
          case APPEND -> Optional.of(PlainChannel.oneLine(before + value));
          case TAKE_OUT -> Optional.of(without(assign.field(), before, value));
        };
        result.ifPresent(text -> assigned.put(assign.field(), text));
        if (result.orElse("").length() > LONGEST_TEXT) {
          throw new TooHardException();
        }
      }
    }
    return assigned;
  }

  private static String value(Template template, PlainChannel channel, Map<Field, String> now, PlainCondition asked) {
    var value = new StringBuilder();
    for (Template.Part part : template.parts()) {
      value.append(part(part, channel, now, asked));
    }
    return PlainChannel.oneLine(value.toString());
  }

  private static String part(Template.Part part, PlainChannel channel, Map<Field, String> now, PlainCondition asked) {
    return switch (part) {
      case Template.Part.Text text -> text.text();
      case Template.Part.Value special -> special.text();
      case Template.Part.FieldText field -> channel.text(field.field(), now);
      case Template.Part.Group group -> first(asked, group.number());
      case Template.Part.NamedGroup group -> first(asked, group.name());
      case Template.Part.Changed changed -> {
        String text = PlainChannel.oneLine(part(changed.part(), channel, now, asked));
        for (TextFunction function : changed.functions()) {
          text = PlainFunctions.of(function, text);
        }
        yield text;
      }
    };
  }

  /// Of the first pattern that was true and has so many groups.
  private static String first(PlainCondition asked, int number) {
    return asked.caught().stream().filter(caught -> caught.matcher().groupCount() >= number).findFirst()
        .map(caught -> caught.group(number)).orElse("");
  }

  /// Of the first pattern that was true and has a group of that name.
  private static String first(PlainCondition asked, String name) {
    return asked.caught().stream()
        .filter(caught -> caught.matcher().namedGroups().containsKey(name)).findFirst()
        .map(caught -> caught.group(caught.matcher().namedGroups().get(name))).orElse("");
  }

  /// A part of a group `A;B` leaves with its semicolon; else every occurrence is taken out.
  private static String without(Field field, String text, String taken) {
    String wanted = PlainLetters.withoutCase(taken.strip());
    String[] parts = text.split(";", -1);
    List<String> kept = Stream.of(parts)
        .filter(part -> !PlainLetters.withoutCase(part.strip()).equals(wanted)).toList();
    boolean isPart = field == KnownField.GROUP_TITLE && parts.length > 1 && kept.size() < parts.length
        && !wanted.isEmpty();
    return isPart ? String.join(";", kept).strip() : without(text, taken);
  }

  /// Every occurrence taken out, whatever its case.
  private static String without(String text, String taken) {
    String folded = PlainLetters.withoutCase(text);
    String wanted = PlainLetters.withoutCase(taken);
    if (wanted.isEmpty() || folded.length() != text.length()) {
      return text;
    }
    var rest = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      if (folded.startsWith(wanted, at)) {
        at += wanted.length();
      } else {
        rest.append(text.charAt(at));
        at++;
      }
    }
    return rest.toString();
  }

  /// A channel stays if no include filter is on or one includes it, and no exclude filter excludes it.
  private boolean stays(PlainChannel channel) {
    boolean choosy = filters.stream().anyMatch(filter -> filter.mode() == Filter.Mode.INCLUDE);
    boolean included = !choosy || any(Filter.Mode.INCLUDE, channel);
    boolean hidden = separators == SeparatorPolicy.HIDE && channel.isSeparator();
    return included && !any(Filter.Mode.EXCLUDE, channel) && !hidden;
  }

  private boolean any(Filter.Mode mode, PlainChannel channel) {
    for (Asked filter : filters) {
      if (filter.mode() == mode && new PlainCondition(channel::text).holds(filter.condition())) {
        return true;
      }
    }
    return false;
  }
}
