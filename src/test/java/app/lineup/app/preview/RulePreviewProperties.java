package app.lineup.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.census.CensusPlan;
import app.lineup.app.census.RuleCensus;
import app.lineup.app.census.RuleTally;
import app.lineup.app.preview.PreviewPlan.AskedFilter;
import app.lineup.app.preview.PreviewPlan.AskedRule;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestFolder;
import app.lineup.io.input.InputOpener;
import app.lineup.m3u.scan.OddLists;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.pipeline.RunResources;
import app.lineup.problem.PipelineException;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A preview says what applying the rules to one channel after the other gives.
final class RulePreviewProperties {

  private record Mapped(Channel before, Channel after) {}

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @Label("a rule's counts and first hits are those of the plain way")
  void rules(
      @ForAll("list") byte[] list, @ForAll("befores") List<String> befores,
      @ForAll("conditions") String condition, @ForAll("actions") String action, @ForAll boolean parallel)
      throws Exception {
    compare(list, befores, new AskedRule(condition + " " + action), parallel, channels -> {
      List<Channel> matching = kept(channels, condition);
      var evaluator = mapping(condition + " " + action).blocks(true);
      List<Mapped> all = matching.stream().map(channel -> new Mapped(channel, evaluator.apply(channel))).toList();
      List<Mapped> acted = all.stream().filter(pair -> pair.after() == null || says(pair.before(), pair.after()))
          .toList();
      return List.of((long) channels.size(), (long) matching.size(), (long) acted.size(),
          acted.stream().limit(EffectSum.KEPT_HITS).map(Mapped::before).map(RulePreviewProperties::name).toList());
    });
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Label("a filter's counts and first hits are those of the plain way")
  void filters(
      @ForAll("list") byte[] list, @ForAll("befores") List<String> befores,
      @ForAll("conditions") String condition, @ForAll Filter.Mode mode, @ForAll boolean parallel) throws Exception {
    compare(list, befores, new AskedFilter(mode, condition, List.of()), parallel, channels -> {
      List<Channel> matching = kept(channels, condition);
      return List.of((long) channels.size(), (long) matching.size(), (long) matching.size(),
          matching.stream().limit(EffectSum.KEPT_HITS).map(RulePreviewProperties::name).toList());
    });
  }

  private interface Plain {
    List<Object> of(List<Channel> channels);
  }

  private static void compare(
      byte[] list, List<String> befores, PreviewPlan.Asked asked, boolean parallel, Plain plain) throws Exception {
    int threads = parallel ? 3 : 1;
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (var folder = new TestFolder(); InputOpener inputs = ListReading.inputs(folder.path())) {
      ListReading reading;
      try {
        reading = ListReading.of(folder.path(), list);
      } catch (PipelineException noPlaylist) {
        return;
      }
      var rules = befores.stream().map(text -> new Rule(text, true)).toList();
      var plan = new PreviewPlan(List.of(reading.list().source()), rules, asked, SeparatorPolicy.KEEP);
      var means = new RunResources(inputs, workers, threads, FakeGauge.calm(), SpillSpace.ofSystem());
      RuleEffect effect = new RulePreview(means).look(plan, soFar -> {});
      assertThat(ofRested(plan, means, folder)).as("of channels that are kept").isEqualTo(effect);
      RuleTally tally = new RuleCensus(means).count(census(plan)).tallies().getLast();
      assertThat(List.of(tally.matching(), tally.acting())).as("in a census")
          .isEqualTo(List.of(effect.matching(), effect.acting()));
      var evaluator = CompiledMapping.compile(rules).blocks(true);
      List<Channel> channels = new ArrayList<>();
      for (Channel channel : reading.channels()) {
        Channel mapped = evaluator.apply(channel);
        if (mapped != null) {
          channels.add(mapped);
        }
      }
      assertThat(List.<Object>of(effect.lookedAt(), effect.matching(), effect.acting(),
          effect.hits().stream().map(RuleEffect.Hit::name).toList())).isEqualTo(plain.of(channels));
    } finally {
      workers.shutdownNow();
    }
  }

  private static CensusPlan census(PreviewPlan plan) {
    return switch (plan.asked()) {
      case AskedRule(String text) -> new CensusPlan(
          plan.sources(), Stream.concat(plan.before().stream(), Stream.of(new Rule(text, true))).toList(), List.of());
      case AskedFilter(Filter.Mode mode, String text, List<Filter> _) ->
          new CensusPlan(plan.sources(), plan.before(), List.of(new Filter(mode, text, true)));
    };
  }

  /// The third time the same is asked, the channels are kept.
  private static RuleEffect ofRested(PreviewPlan plan, RunResources means, TestFolder folder) throws Exception {
    try (var rest = new PreviewRest(Runnable::run, () -> ListReading.inputs(folder.path()), 1)) {
      var preview = new RulePreview(means, Optional.of(rest));
      preview.look(plan, soFar -> {});
      preview.look(plan, soFar -> {});
      return preview.look(plan, soFar -> {});
    }
  }

  private static CompiledMapping mapping(String rule) {
    return CompiledMapping.compile(List.of(new Rule(rule, true)));
  }

  private static List<Channel> kept(List<Channel> channels, String condition) {
    var filter = CompiledFilters.compile(List.of(new Filter(Filter.Mode.INCLUDE, condition, true))).blocks(true);
    return channels.stream().filter(filter::keeps).toList();
  }

  private static boolean says(Channel before, Channel after) {
    for (KnownField field : KnownField.values()) {
      if (!Objects.equals(before.text(field), after.text(field))) {
        return true;
      }
    }
    return after.changes().attributes().keySet().stream().anyMatch(key -> !before.text(key).equals(after.text(key)));
  }

  private static String name(Channel channel) {
    return channel.text(KnownField.CHANNEL_NAME);
  }

  @Provide
  Arbitrary<byte[]> list() {
    return Arbitraries.oneOf(OddLists.damaged(), OddLists.clean().map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  @Provide
  Arbitrary<List<String>> befores() {
    return Arbitraries.of(
        "SET group_title += \" é\"", "channel_name contains \"b\" REMOVE", "SET channel_name = \"${group_title} a\"",
        "tvg_id is_empty SET tvg_id = \"new\"",
        "SET channel_name = \"\", tvg_name = \"${channel_name}\"", "SET group_title = \"\", tvg_chno ?= \"7\"").list()
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<String> conditions() {
    return Arbitraries.of(
        "channel_name contains \"a\"", "tvg_id is_empty", "stream_url matches \"^http://(.*)\"",
        "NOT (group_title is_empty)", "group_title equals \"line\" OR media_type equals \"movie\"",
        "channel_name matches \"\\\\w$\"", "tvg_name ends_with \"b\"", "tvg_chno greater_than 3",
        "tvg_shift is_empty AND group_title contains \"n\"", "source_name contains \"list\"");
  }

  @Provide
  Arbitrary<String> actions() {
    return Arbitraries.of(
        "REMOVE", "SET group_title = \"line\"", "SET tvg_id ?= \"new\"", "SET channel_name -= \"a\", tvg_logo = \"\"",
        "SET attr(\"x-other\") = \"q\"", "SET tvg_id = \"${tvg_id}\"");
  }
}
