package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.rule.RuleFuzz.End;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Made-up rules, mutated ones, and ones that are too much: an error or a bounded result, never a hang or another
/// failure.
final class RuleFuzzTest {

  /// Some hundred cases, the same in every build.
  @Test
  void aShortSetOfSeeds() {
    Map<End, Integer> ends = new EnumMap<>(End.class);
    for (long seed = 1; seed <= 400; seed++) {
      try {
        ends.merge(RuleFuzz.run(seed), 1, Integer::sum);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(ends).containsKeys(End.REFUSED, End.ANSWERED);
  }

  /// `mvn -Pfuzz test`: for ten minutes, or as many as `-Dlineup.fuzz.minutes` says.
  @Test
  @Tag("fuzz")
  void forAsLongAsAsked() throws Exception {
    Instant end = Instant.now()
        .plus(Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("lineup.fuzz.minutes", "10")))));
    long seed = Long.getLong("lineup.fuzz.seed", System.nanoTime());
    System.out.println("the first seed is " + seed);
    Map<End, Integer> ends = new EnumMap<>(End.class);
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      for (; Instant.now().isBefore(end); seed++) {
        long current = seed;
        try {
          ends.merge(worker.submit(() -> RuleFuzz.run(current)).get(2, TimeUnit.MINUTES), 1, Integer::sum);
        } catch (Exception e) {
          throw new AssertionError("seed " + seed, e);
        }
      }
    } finally {
      worker.shutdownNow();
    }
    System.out.println("the last seed was " + (seed - 1) + ": " + ends);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "channel_name contains \"\0\"", "channel_name contains \"\uD83D\"", "channel_name matches \"\uD83D\"",
    "channel_name matches \"[\uD83D]\uDE00?\"",
    "channel_name contains \"\"", "channel_name contains \"", "channel_name matches \"(\"", "((channel_name is_empty)",
    "nosuch equals \"x\"",
    "channel_name matches \"(.*a){12}$\"", "channel_name matches \"^(.*?,){11}P\"", "channel_name matches \"(a|b)*\"",
    "channel_name matches \"(a*)*b\\\\1\"",
    "channel_name matches \".*.*.*=.*\"", "\0", "\uDE00", "channel_name matches \"(?<n>a)(?<n>b)\"",
    "channel_name matches \"\\\\\""})
  void oddOnesAreRefusedOrAnswer(String condition) {
    var random = new Random(7);
    var channels = RuleFuzz.channels(new RuleGrammar(random), random);
    RuleFuzz.run(condition, false, channels);
    RuleFuzz.run(condition + " SET tvg_id = \"$0\uD83D\0\"", true, channels);
  }

  @Test
  void expressionsOfAHundredKilobytes() {
    var random = new Random(8);
    var channels = RuleFuzz.channels(new RuleGrammar(random), random);
    String many = "channel_name contains \"x\" OR ".repeat(3_800) + "channel_name contains \"y\"";
    assertThat(RuleFuzz.run(many, false, channels)).isEqualTo(End.ANSWERED);
    assertThat(RuleFuzz.run(many.replace(" OR ", " AND "), false, channels)).isEqualTo(End.ANSWERED);
    assertThat(RuleFuzz.run("NOT ".repeat(25_000) + "channel_name is_empty", false, channels)).isEqualTo(End.ANSWERED);
    assertThat(RuleFuzz.run("channel_name contains \"" + "x".repeat(100_000) + "\"", false, channels))
        .isEqualTo(End.ANSWERED);
    assertThat(
        RuleFuzz.run("SET channel_name = \"" + "${channel_name}".repeat(7_000) + "\"", true, channels.subList(0, 2)))
        .isEqualTo(End.FAILED);
    for (String pattern : List.of("x".repeat(100_000), "x?".repeat(50_000), "x|".repeat(50_000), "[a-z]".repeat(20_000),
        "(x)".repeat(33_000), ".*".repeat(50_000))) {
      RuleFuzz.run("channel_name matches \"" + pattern + "\"", false, channels);
    }
  }

  @Test
  void nestingOfAThousand() {
    var random = new Random(9);
    var channels = RuleFuzz.channels(new RuleGrammar(random), random);
    assertThat(RuleFuzz.run("(".repeat(1_000) + "channel_name is_empty" + ")".repeat(1_000), false, channels))
        .isEqualTo(End.REFUSED);
    for (String pattern : List.of("(".repeat(1_000) + "a" + ")".repeat(1_000),
        "(?:".repeat(1_000) + "a" + ")*".repeat(1_000), "[a&&".repeat(1_000) + "a" + "]".repeat(1_000))) {
      RuleFuzz.run("channel_name matches \"" + pattern + "\"", false, channels);
    }
  }

  @Test
  void tenThousandRules() {
    var random = new Random(10);
    var grammar = new RuleGrammar(random);
    var channels = RuleFuzz.channels(grammar, random);
    List<Rule> rules = random.longs(10_000).mapToObj(i -> new Rule(
        "channel_name matches \"w" + (i & 0xFFFF) + " (x+)\" OR tvg_name contains \"v" + (i & 0xFFF)
        + "\" SET tvg_name = \"$1\"", true)).toList();
    var mapping = CompiledMapping.compile(rules);
    var evaluator = mapping.blocks(true);
    var plain = mapping.blocks(false);
    channels.forEach(channel -> assertThat(evaluator.apply(channel)).hasToString(String.valueOf(plain.apply(channel))));
    List<Filter> filters = rules.stream()
        .map(rule -> new Filter(Filter.Mode.EXCLUDE, rule.text().substring(0, rule.text().indexOf(" SET")), true))
        .toList();
    var compiled = CompiledFilters.compile(filters);
    channels.forEach(channel -> assertThat(compiled.blocks(true).keeps(channel))
        .isEqualTo(compiled.blocks(false).keeps(channel)));
  }
}
