package app.lineup.app.explain;

import app.lineup.app.Differences;
import app.lineup.app.explain.Journey.FieldChange;
import app.lineup.app.explain.Journey.Step;
import app.lineup.m3u.Separators;
import app.lineup.model.Attribute;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Field;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.LogoState;
import app.lineup.model.Secrets;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.Origin;
import app.lineup.model.channel.Overrides;
import app.lineup.pipeline.CompiledPlan;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.StageType;
import app.lineup.rule.RuleFailedException;
import app.lineup.rule.RuleListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Goes through the stages with one channel, rule by rule. Not thread-safe; used once.
final class JourneyReading {

  private final NumberedChannel numbered;
  private final RunPlan plan;
  private final CompiledPlan parts;
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
    this.parts = CompiledPlan.of(plan);
  }

  Journey read() {
    Channel loaded = numbered.channel().withChanges(Overrides.NONE);
    load(loaded);
    Channel mapped = map(loaded);
    if (mapped != null && filter(mapped)) {
      number(mapped);
      steps.add(new Step.Logo(LogoState.NOT_FETCHED));
      publish(mapped);
    }
    return new Journey(steps);
  }

  /// The journey of a channel that a run leaves out because an earlier source has it.
  Journey heldBackBy(Channel winner) {
    load(numbered.channel().withChanges(Overrides.NONE));
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
        inherited.add(new FieldChange(ruleName(attribute), "", Secrets.maskValue(key, value)));
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
    var heard = new RuleSteps(loaded);
    ChannelSlice left;
    try {
      left = parts.rules().blocks(false).apply(ChannelSlice.of(List.of(loaded)), heard);
    } catch (RuleFailedException e) {
      steps.add(new Step.Failed(StageType.DATA_MAPPING, e.rule(), String.valueOf(e.getMessage())));
      return null;
    }
    if (left.isEmpty()) {
      return null;
    }
    heard.end();
    return loaded.withChanges(left.block().changes(left.entry(0)));
  }

  /// Makes a step of each rule that does something. Used once.
  private final class RuleSteps implements RuleListener {

    private final int[] on = IntStream.range(0, plan.rules().size()).filter(i -> plan.rules().get(i).on()).toArray();
    private final Channel loaded;
    private Channel channel;
    private int changing;

    RuleSteps(Channel loaded) {
      this.loaded = loaded;
      this.channel = loaded;
    }

    @Override
    public void applied(int rule, ChannelBlock block, int entry, boolean removes) {
      String text = plan.rules().get(on[rule]).text();
      if (removes) {
        steps.add(new Step.Removed(text, on[rule] + 1));
        return;
      }
      Channel after = loaded.withChanges(block.changes(entry));
      List<FieldChange> changes = changes(channel, after);
      if (!changes.isEmpty()) {
        changing++;
        steps.add(new Step.Mapped(text, on[rule] + 1, changes));
      }
      channel = after;
    }

    /// Says how many did nothing, of a channel that came to the end.
    void end() {
      if (on.length > changing) {
        steps.add(new Step.Untouched(on.length - changing));
      }
    }
  }

  private static List<FieldChange> changes(Channel before, Channel after) {
    return Differences.between(before, after).stream()
        .map(field -> new FieldChange(field.ruleName(), Secrets.maskValue(field.ruleName(), before.text(field)),
            Secrets.maskValue(field.ruleName(), after.text(field))))
        .toList();
  }

  private boolean filter(Channel channel) {
    List<Filter> on = plan.filters().stream().filter(Filter::on).toList();
    List<Filter> matching = new ArrayList<>();
    try {
      parts.filters().blocks(false)
          .apply(ChannelSlice.of(List.of(channel)), (filter, _, _, _) -> matching.add(on.get(filter)));
    } catch (RuleFailedException e) {
      steps.add(new Step.Failed(StageType.FILTERING, e.rule(), String.valueOf(e.getMessage())));
      return false;
    }
    Optional<Filter> include = first(matching, Filter.Mode.INCLUDE);
    Optional<Filter> exclude = first(matching, Filter.Mode.EXCLUDE);
    if (include.isEmpty() && first(on, Filter.Mode.INCLUDE).isPresent()) {
      steps.add(new Step.NotIncluded());
      return false;
    }
    if (exclude.isPresent()) {
      steps.add(new Step.Excluded(exclude.get().text()));
      return false;
    }
    if (plan.separators() == SeparatorPolicy.HIDE && Separators.isSeparator(channel)) {
      steps.add(new Step.HiddenSeparator());
      return false;
    }
    long passed = on.stream().filter(filter -> filter.mode() == Filter.Mode.EXCLUDE).count();
    steps.add(new Step.Kept(include.map(Filter::text), (int) passed));
    return true;
  }

  private static Optional<Filter> first(List<Filter> filters, Filter.Mode mode) {
    return filters.stream().filter(filter -> filter.mode() == mode).findFirst();
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
