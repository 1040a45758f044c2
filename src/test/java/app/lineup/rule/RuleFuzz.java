package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Attribute;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One made-up rule or filter, taken from its text to its answers about odd channels: it is refused with a place and
/// words, or it answers, however it is evaluated, or it fails with the rule and the channel named. Thread-safe: no
/// state.
final class RuleFuzz {

  /// How it went, for counting.
  enum End {
    REFUSED,
    ANSWERED,
    FAILED
  }

  private RuleFuzz() {}

  static End run(long seed) {
    var random = new Random(seed);
    var grammar = new RuleGrammar(random);
    boolean mapping = random.nextBoolean();
    String text = mapping ? grammar.rule() : grammar.condition(3);
    return run(random.nextInt(3) == 0 ? grammar.mutated(text) : text, mapping, channels(grammar, random));
  }

  static End run(String text, boolean mapping, List<Channel> channels) {
    try {
      return mapping ? maps(text, channels) : filters(text, channels);
    } catch (RuleSyntaxException e) {
      assertThat(e.from()).isBetween(0, text.length());
      assertThat(e.picture()).contains(e.found(), e.expected());
      return End.REFUSED;
    }
  }

  private static End maps(String text, List<Channel> channels) {
    var mapping = CompiledMapping.compile(List.of(new Rule(text, true), new Rule(text, true)));
    var plain = mapping.blocks(false);
    Optional<String> expected = answers(text, () -> {
      List<Channel> mapped = new ArrayList<>();
      for (Channel channel : channels) {
        Channel result = plain.apply(channel);
        if (result != null) {
          mapped.add(result);
        }
      }
      return mapped;
    });
    var remembering = mapping.blocks(true);
    assertThat(
        answers(text, () -> channels.stream().flatMap(c -> Optional.ofNullable(remembering.apply(c)).stream())
            .toList()))
        .isEqualTo(expected);
    assertThat(answers(text, () -> mapping.blocks(true).apply(ChannelSlice.of(channels)))).isEqualTo(expected);
    return expected.isEmpty() ? End.FAILED : End.ANSWERED;
  }

  private static End filters(String text, List<Channel> channels) {
    List<Filter> filters = new ArrayList<>();
    // So many that their literals are looked for in one pass.
    for (int i = 0; i < 5; i++) {
      filters.add(new Filter(i % 2 == 0 ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE, text, true));
      filters.add(new Filter(Filter.Mode.INCLUDE, "channel_name contains \"" + i + "\"", true));
    }
    var compiled = CompiledFilters.compile(filters.reversed());
    var plain = compiled.blocks(false);
    var remembering = compiled.blocks(true);
    Optional<String> expected = answers(text, () -> channels.stream().filter(plain::keeps).toList());
    assertThat(answers(text, () -> channels.stream().filter(remembering::keeps).toList())).isEqualTo(expected);
    assertThat(answers(text, () -> compiled.blocks(true).apply(ChannelSlice.of(channels)))).isEqualTo(expected);
    return expected.isEmpty() ? End.FAILED : End.ANSWERED;
  }

  private interface Asked {
    List<Channel> channels();
  }

  /// What the channels say; empty where a pattern had to be stopped.
  private static Optional<String> answers(String text, Asked asked) {
    try {
      var said = new StringBuilder();
      for (Channel channel : asked.channels()) {
        for (KnownField field : KnownField.values()) {
          said.append(channel.text(field)).append('\1');
        }
        said.append(channel.text(new Attribute("catchup"))).append('\2').append(channel.text(new Attribute("x-y")))
            .append('\n');
      }
      return Optional.of(said.toString());
    } catch (RuleFailedException e) {
      assertThat(e.rule()).isEqualTo(text);
      assertThat(e).hasMessageContaining(", channel ");
      return Optional.empty();
    }
  }

  static List<Channel> channels(RuleGrammar grammar, Random random) {
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      channels.add(channel(grammar, random, grammar.text(random.nextInt(8))));
    }
    channels.add(channel(grammar, random, ""));
    channels.add(channel(grammar, random, "\0"));
    channels.add(channel(grammar, random, "a".repeat(random.nextInt(300)) + "\r"));
    channels.add(channel(grammar, random, grammar.mutated(grammar.text(6))));
    return channels;
  }

  private static Channel channel(RuleGrammar grammar, Random random, String name) {
    var sample = new SampleChannel().with(KnownField.CHANNEL_NAME, name)
        .with(KnownField.GROUP_TITLE, grammar.text(random.nextInt(4)));
    sample.with(KnownField.TVG_ID, grammar.text(random.nextInt(3))).with("x-y", grammar.text(random.nextInt(3)));
    sample = random.nextInt(4) == 0 ? sample.in(Charset.forName(random.nextBoolean() ? "windows-1252" : "windows-1251"))
        : sample;
    Channel channel = sample.channel();
    return random.nextInt(3) == 0 ? channel.with(KnownField.CHANNEL_NAME, grammar.text(4)) : channel;
  }
}
