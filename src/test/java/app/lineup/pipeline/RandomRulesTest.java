package app.lineup.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.strategy.Capability;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestFolder;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.channel.Channel;
import app.lineup.pipeline.filter.Filterings;
import app.lineup.pipeline.map.Mappings;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import app.lineup.rule.MatchCounts;
import app.lineup.rule.RuleFailedException;
import app.lineup.rule.RuleGrammar;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Rules, filters and lists at random: every strategy of mapping, filtering and numbering gives what the simplest
/// gives, or fails with the same words.
final class RandomRulesTest {

  @Test
  void aShortSetOfCases() throws Exception {
    cases(60);
  }

  @Test
  @Tag("fuzz")
  void manyCases() throws Exception {
    cases(Integer.getInteger("lineup.rule.cases", 10_000));
  }

  private static void cases(int count) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try (var folder = new TestFolder()) {
      for (int seed = 1; seed <= count; seed++) {
        try {
          new Case(new Random(seed), workers).check(folder);
        } catch (RuntimeException | Error e) {
          throw new AssertionError("seed " + seed, e);
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /// What one seed makes up. Not thread-safe; used by the test's thread.
  private static final class Case {

    private final Random random;
    private final RuleGrammar grammar;
    private final ExecutorService workers;

    Case(Random random, ExecutorService workers) {
      this.random = random;
      this.grammar = new RuleGrammar(random);
      this.workers = workers;
    }

    void check(TestFolder folder) throws Exception {
      List<Channel> channels = ListReading.of(folder.path(), list()).channels();
      var rules = CompiledMapping.compile(several(() -> new Rule(grammar.rule(), true),
          rule -> CompiledMapping.compile(List.of(rule))));
      var filters = CompiledFilters.compile(several(() -> new Filter(
              random.nextInt(3) == 0 ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE, grammar.condition(2), true),
          filter -> CompiledFilters.compile(List.of(filter))));
      List<Channel> mapped = same(channels, Mappings.strategies(rules, new MatchCounts(rules.size())).reversed());
      SeparatorPolicy separators = random.nextBoolean() ? SeparatorPolicy.HIDE : SeparatorPolicy.KEEP;
      same(mapped, Filterings.strategies(filters, separators, new MatchCounts(filters.size())).stream()
          .filter(strategy -> strategy.profile().canAll(Set.of(Capability.JUDGES_FILTERS))).toList().reversed());
    }

    private String list() {
      var list = new StringBuilder("#EXTM3U\n");
      for (int i = random.nextInt(40) + 1; i > 0; i--) {
        list.append("#EXTINF:-1 tvg-id=\"").append(attribute()).append("\" tvg-chno=\"").append(random.nextInt(60))
            .append(random.nextInt(5) == 0 ? ".1" : "").append("\" x-y=\"").append(attribute())
            .append("\" group-title=\"")
            .append(attribute()).append("\",").append(grammar.text(5)).append("\nhttp://a.example/")
            .append(random.nextInt(3) == 0 ? "movie/" : "").append(i).append(".ts\n");
      }
      return list.toString();
    }

    private String attribute() {
      return grammar.text(random.nextInt(3));
    }

    private interface Reader<T> {
      Object read(T made);
    }

    /// Some that can be read.
    private <T> List<T> several(Supplier<T> maker, Reader<T> reader) {
      List<T> several = new ArrayList<>();
      for (int i = random.nextInt(10); i > 0; i--) {
        T made = maker.get();
        try {
          var _ = reader.read(made);
          several.add(made);
        } catch (RuleSyntaxException mistake) {
          assertThat(mistake.found()).isNotEmpty();
        }
      }
      return several;
    }

    /// What the first of the strategies gives, the simplest; nothing where it fails.
    private List<Channel> same(List<Channel> in, List<? extends StageStrategy<Channel, Channel>> strategies)
        throws Exception {
      List<Channel> out = List.of();
      String expected;
      try {
        out = items(in, strategies.getFirst());
        expected = said(out);
      } catch (RuleFailedException e) {
        expected = e.getMessage();
      }
      for (var strategy : strategies.subList(1, strategies.size())) {
        String got;
        try {
          got = said(items(in, strategy));
        } catch (RuleFailedException e) {
          got = e.getMessage();
        }
        assertThat(got).as(strategy.profile().name()).isEqualTo(expected);
      }
      return out;
    }

    private <O> List<O> items(List<Channel> in, StageStrategy<Channel, O> strategy) throws Exception {
      return ListReading.drain(strategy.attach(PipelineIterator.of(in), TestContext.of(workers, 2)));
    }

    private static String said(List<Channel> channels) {
      var said = new StringBuilder();
      for (Channel channel : channels) {
        for (KnownField field : KnownField.values()) {
          said.append(channel.text(field)).append('|');
        }
        said.append(new String(ListReading.bytes(channel), StandardCharsets.UTF_8)).append('\n');
      }
      return said.toString();
    }
  }
}
