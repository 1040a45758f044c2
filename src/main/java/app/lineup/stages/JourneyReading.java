package app.lineup.stages;

import app.lineup.entry.Separators;
import app.lineup.model.Attribute;
import app.lineup.model.Changes;
import app.lineup.model.Channel;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Field;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.LogoState;
import app.lineup.model.NumberedChannel;
import app.lineup.model.Origin;
import app.lineup.model.Rule;
import app.lineup.model.Secrets;
import app.lineup.model.SeparatorPolicy;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.RuleFailedException;
import app.lineup.stages.Journey.FieldChange;
import app.lineup.stages.Journey.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through the stages with one channel, rule by rule. Confined, used once.
final class JourneyReading {

  private final NumberedChannel numbered;
  private final RunPlan plan;
  private final RunParts parts;
  private final Map<ChannelNumber, Channel> holders;
  private final List<Step> steps = new ArrayList<>();

  JourneyReading(NumberedChannel numbered, RunPlan plan) {
    this(numbered, plan, Map.of());
  }

  /// @param holders who has a number that this channel may have wanted, as far as that is known
  JourneyReading(NumberedChannel numbered, RunPlan plan, Map<ChannelNumber, Channel> holders) {
    this.holders = holders;
    this.numbered = numbered;
    this.plan = plan;
    this.parts = RunParts.of(plan);
  }

  Journey read() {
    Channel loaded = numbered.channel().withChanges(Changes.NONE);
    load(loaded);
    Channel mapped = map(loaded) == null ? null : together(loaded);
    if (mapped != null && filter(mapped)) {
      number(mapped);
      steps.add(new Step.Logo(LogoState.NOT_FETCHED));
      publish(mapped);
    }
    return new Journey(steps);
  }

  /// The journey of a channel that a run leaves out because an earlier source has it.
  Journey heldBackBy(Channel winner) {
    load(numbered.channel().withChanges(Changes.NONE));
    steps.add(new Step.HeldBack(Secrets.mask(winner.text(KnownField.CHANNEL_NAME)), winner.origin().sourceName()));
    return new Journey(steps);
  }

  private void load(Channel channel) {
    Origin origin = channel.origin();
    List<FieldChange> inherited = new ArrayList<>();
    String group = origin.stickyGroup();
    if (!group.isEmpty() && channel.from(KnownField.GROUP_TITLE) >= channel.to(KnownField.GROUP_TITLE)) {
      inherited.add(new FieldChange(KnownField.GROUP_TITLE.ruleName(), "", Secrets.mask(group)));
    }
    origin.headerValues().forEach((key, value) -> {
      var attribute = new Attribute(key);
      if (channel.text(attribute).equals(value) && !channel.writes(attribute) && !writes(channel, key)) {
        inherited.add(new FieldChange(ruleName(attribute), "", Secrets.mask(value)));
      }
    });
    steps.add(new Step.Loaded(origin.sourceName(), Secrets.mask(origin.sourceUrl()), inherited));
  }

  private static boolean writes(Channel channel, String key) {
    return Arrays.stream(KnownField.values())
        .anyMatch(field -> field.attribute().equals(key) && channel.from(field) >= 0);
  }

  private static String ruleName(Attribute attribute) {
    return Arrays.stream(KnownField.values()).filter(field -> field.attribute().equals(attribute.key())).findFirst()
        .<Field>map(field -> field).orElse(attribute).ruleName();
  }

  /// The channel as the rules leave it, null where one takes it out or fails.
  private @Nullable Channel map(Channel loaded) {
    Channel channel = loaded;
    int untouched = 0;
    for (int i = 0; i < plan.rules().size(); i++) {
      Rule rule = plan.rules().get(i);
      if (!rule.on()) {
        continue;
      }
      Channel result;
      try {
        result = CompiledMapping.compile(List.of(rule)).evaluator().apply(channel);
      } catch (RuleFailedException e) {
        steps.add(new Step.Failed(StageType.DATA_MAPPING, rule.text(), String.valueOf(e.getMessage())));
        return null;
      }
      if (result == null) {
        steps.add(new Step.Removed(rule.text(), i + 1));
        return null;
      }
      List<FieldChange> changes = changes(channel, result);
      if (changes.isEmpty()) {
        untouched++;
      } else {
        steps.add(new Step.Mapped(rule.text(), i + 1, changes));
      }
      channel = result;
    }
    if (untouched > 0) {
      steps.add(new Step.Untouched(untouched));
    }
    return channel;
  }

  /// As a run leaves it, to the byte: what one rule sets and a later one sets back was never changed.
  private @Nullable Channel together(Channel loaded) {
    return CompiledMapping.compile(plan.rules()).evaluator(false).apply(loaded);
  }

  private static List<FieldChange> changes(Channel before, Channel after) {
    Set<Field> set = new LinkedHashSet<>();
    for (KnownField field : KnownField.values()) {
      if (after.changes().of(field) != null) {
        set.add(field);
      }
    }
    set.addAll(after.changes().attributes().keySet());
    return set.stream()
        .filter(field -> !before.text(field).equals(after.text(field)))
        .map(field -> new FieldChange(
            field.ruleName(), Secrets.mask(before.text(field)), Secrets.mask(after.text(field))))
        .toList();
  }

  private boolean filter(Channel channel) {
    try {
      List<Filter> includes = on(Filter.Mode.INCLUDE);
      Optional<Filter> include = includes.stream().filter(filter -> keeps(filter, channel)).findFirst();
      if (include.isEmpty() && !includes.isEmpty()) {
        steps.add(new Step.NotIncluded());
        return false;
      }
      List<Filter> excludes = on(Filter.Mode.EXCLUDE);
      Optional<Filter> exclude = excludes.stream().filter(filter -> !keeps(filter, channel)).findFirst();
      if (exclude.isPresent()) {
        steps.add(new Step.Excluded(exclude.get().text()));
        return false;
      }
      if (plan.separators() == SeparatorPolicy.HIDE && Separators.isSeparator(channel)) {
        steps.add(new Step.HiddenSeparator());
        return false;
      }
      steps.add(new Step.Kept(include.map(Filter::text), excludes.size()));
      return true;
    } catch (RuleFailedException e) {
      steps.add(new Step.Failed(StageType.FILTERING, e.rule(), String.valueOf(e.getMessage())));
      return false;
    }
  }

  private List<Filter> on(Filter.Mode mode) {
    return plan.filters().stream().filter(filter -> filter.on() && filter.mode() == mode).toList();
  }

  private static boolean keeps(Filter filter, Channel channel) {
    return CompiledFilters.compile(List.of(filter)).evaluator().keeps(channel);
  }

  private void number(Channel mapped) {
    String before = mapped.text(KnownField.TVG_CHNO);
    ChannelNumber given = numbered.number();
    Optional<String> holder = ChannelNumber.parse(before.strip()).filter(own -> given != null && !own.equals(given))
        .map(holders::get).map(channel -> Secrets.mask(channel.text(KnownField.CHANNEL_NAME)));
    steps.add(new Step.Numbered(before, given == null ? before : given.toString(), holder));
  }

  private void publish(Channel mapped) {
    PublishedEntry entry = PublishedEntry.of(new NumberedChannel(mapped, numbered.number()), parts);
    steps.add(new Step.Published(Secrets.mask(entry.text()), entry.changed()));
  }
}
