package app.lineup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Attribute;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.MediaType;
import app.lineup.model.channel.Origin;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// Rules and filters over a block leave what they leave channel by channel, each in a block of its own, or fail with
/// the same words: texts, what counts as changed and in which order, whatever the rules, the bytes and the charsets
/// are.
final class BlockRulesProperties {

  private static final Origin PLAIN = new Origin("Home", "m3u", "http://example.net/***", "", Map.of());
  private static final Origin HEIR = new Origin("Away", "xtream", "http://example.org/***", "Sticky;News",
      Map.of("tvg-logo", "http://example.org/l.png", "x-y", "inherited", "tvg-shift", "2"));
  private static final String HOSTILE = "\"^(a?a*)*(a|aa)*(?=x)y$\"";
  private static final List<String> MORE_RULES = List.of(
      "channel_name case_sensitive matches \"^([A-Z]{2,3}) ?[:|-] *(.+)$\" "
          + "SET channel_name = \"$2 [$1]\", tvg_name = \"$2 [$1]\"",
      "channel_name case_sensitive matches \"^(.*) (FHD|HD|SD)$\" SET channel_name = \"$1\"",
      "SET group_title = \"${group_title}\", tvg_id = \"${tvg_id}\", attr(\"x-y\") = \"${attr(x-y)}\", "
          + "tvg_logo = \"${tvg_logo}\"",
      "SET tvg_name ?= \"${channel_name}\", attr(\"new\") ?= \"${channel_name}\", attr(\"x-y\") += \"!\"",
      "group_title contains \"news\" SET group_title -= \"news\", channel_name += \" (n)\", attr(\"a-first\") = \"1\"",
      "SET tvg_id = \"\", attr(\"nothing\") = \"\", channel_name = \"${channel_name}\"",
      "media_type equals \"movie\" OR media_type equals \"radio\" SET group_title = \"${media_type}\"",
      "channel_name contains \"a\" SET attr(\"radio\") = \"true\", stream_url = \"http://h/Movie/${tvg_id}\"",
      "channel_name contains \"b\" SET stream_url += \"/series/\", attr(\"radio\") = \"\"",
      "group_title equals \"b\" OR group_title matches \"^(u.)\" OR channel_name starts_with \"##\" REMOVE",
      "channel_name matches \"^(.)(.*)\" SET channel_name = \"$1\", channel_name = \"<$2\", tvg_name = \"$1\"",
      "channel_name matches \"(?<n>[a-z]+)(x)?\" SET tvg_name = \"${n}/$2/$9\", tvg_id = \"$0\"",
      "channel_name is_empty SET channel_name = \"${tvg_id}\"");

  private final Random random = new Random();
  private RuleGrammar grammar = new RuleGrammar(random);
  /// Whether some channels were changed before. Then a rule that sets what is written may leave or take the change.
  private boolean edited;

  private void begin(long seed) {
    random.setSeed(seed);
    grammar = new RuleGrammar(random);
    edited = random.nextInt(4) == 0;
  }

  @Property(tries = 1_500)
  void rules(@ForAll long seed) {
    begin(seed);
    CompiledMapping mapping = several(() -> new Rule(rule(), true), CompiledMapping::compile);
    var oracle = mapping.blocks(random.nextBoolean());
    BlockRules blocks = mapping.blocks(random.nextInt(4) > 0);
    for (int i = random.nextInt(3); i >= 0; i--) { // What was remembered of one block holds for the next.
      List<Channel> channels = channels();
      same(channels, channel -> oracle.apply(channel), blocks::apply);
    }
  }

  @Property(tries = 1_500)
  void filters(@ForAll long seed) {
    begin(seed);
    CompiledFilters filters = several(() -> new Filter(
        random.nextInt(3) == 0 ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE, condition(), true),
        CompiledFilters::compile);
    var oracle = filters.blocks(random.nextBoolean());
    BlockFilters blocks = filters.blocks(random.nextInt(4) > 0);
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<Channel> channels = channels();
      same(channels, channel -> oracle.keeps(channel) ? channel : null, blocks::apply);
    }
  }

  /// In parts of a block, with entries around them that are not to be touched.
  private void same(
      List<Channel> channels, Function<Channel, @Nullable Channel> oracle, Function<ChannelSlice, ChannelSlice> over) {
    ChannelSlice all = ChannelBlock.of(channels).all();
    List<String> read = described(all);
    int from = random.nextInt(channels.size());
    int to = from + random.nextInt(channels.size() - from + 1);
    String expected = answer(() -> described(channels.subList(from, to).stream().<Channel>mapMulti((channel, out) -> {
      Channel left = oracle.apply(channel);
      if (left != null) {
        out.accept(left);
      }
    }).toList()));
    assertThat(answer(() -> described(over.apply(all.subList(from, to))))).isEqualTo(expected);
    assertThat(described(all.subList(0, from))).isEqualTo(read.subList(0, from));
    assertThat(described(all.subList(to, all.size()))).isEqualTo(read.subList(to, read.size()));
  }

  private static String answer(Supplier<List<String>> asked) {
    try {
      return String.join("\n", asked.get());
    } catch (RuleFailedException e) {
      return "failed: " + e.getMessage();
    }
  }

  /// All that can be asked of them, and what counts as changed in its order.
  private List<String> described(List<Channel> channels) {
    return channels.stream().map(channel -> {
      var said = new StringBuilder();
      for (KnownField field : KnownField.values()) {
        said.append(channel.text(field)).append(edited || channel.changed(field) == null ? "|" : "!|");
      }
      for (String key : List.of("x-y", "new", "radio", "nothing", "a-first")) {
        said.append(channel.text(new Attribute(key))).append('|');
      }
      return said.append(edited ? "" : channel.changes().attributes()).append(channel.mediaType()).toString();
    }).toList();
  }

  private <T, C> C several(Supplier<T> maker, Function<List<T>, C> compiler) {
    List<T> several = new ArrayList<>();
    for (int i = random.nextInt(9); i >= 0; i--) {
      T made = maker.get();
      try {
        var _ = compiler.apply(List.of(made));
        several.add(made);
      } catch (RuleSyntaxException mistake) {
        assertThat(mistake.found()).isNotEmpty();
      }
    }
    return compiler.apply(several);
  }

  private String rule() {
    return switch (random.nextInt(8)) {
      case 0 -> hostile() + (random.nextBoolean() ? " REMOVE" : " SET tvg_name = \"x\"");
      case 1, 2, 3, 4 -> MORE_RULES.get(random.nextInt(MORE_RULES.size()));
      default -> grammar.rule();
    };
  }

  private String condition() {
    return random.nextInt(8) == 0 ? hostile() : grammar.condition(3);
  }

  private String hostile() {
    return (random.nextBoolean() ? "channel_name" : "tvg_id") + " matches " + HOSTILE;
  }

  private List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    for (int i = random.nextInt(12) + 1; i > 0; i--) {
      channels.add(channel());
    }
    return channels;
  }

  private Channel channel() {
    var sample = new SampleChannel().with(KnownField.CHANNEL_NAME, name());
    if (random.nextInt(3) > 0) {
      sample.with(KnownField.GROUP_TITLE, text(3));
    }
    if (random.nextInt(3) > 0) {
      sample.with(KnownField.TVG_ID, random.nextInt(30) == 0 ? "a".repeat(60) + "zy" : text(2));
    }
    if (random.nextInt(3) == 0) {
      sample.with(KnownField.TVG_NAME, text(2)).with("x-y", text(2)).with("Radio", random.nextBoolean() ? "TRUE" : "");
    }
    if (random.nextInt(3) == 0) {
      sample.with(KnownField.STREAM_URL, "http://h/" + (random.nextBoolean() ? "mOvie/" : "") + text(2) + ".MKV?x");
    }
    sample.from(random.nextInt(3) == 0 ? HEIR : PLAIN);
    Charset charset = switch (random.nextInt(6)) {
      case 0 -> Charset.forName("windows-1251");
      case 1 -> Charset.forName("windows-1252");
      default -> StandardCharsets.UTF_8;
    };
    Channel channel = sample.in(charset).channel();
    channel = random.nextInt(8) == 0 ? flagged(channel) : channel;
    channel = edited && random.nextInt(3) == 0 ? channel.with(KnownField.CHANNEL_NAME, text(3)) : channel;
    channel = edited && random.nextInt(3) == 0 ? channel.with(KnownField.GROUP_TITLE, text(3)) : channel;
    return edited && random.nextInt(3) == 0 ? channel.with(new Attribute("x-y"), text(3)) : channel;
  }

  /// With broken bytes, an id that stands for none, or a name that stands in.
  private Channel flagged(Channel channel) {
    byte[] bytes = channel.block().clone();
    int[] places = new int[EntryLayout.OTHERS + 4 * channel.otherAttributes()];
    for (int i = 0; i < places.length; i++) {
      places[i] = channel.place(i);
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        int from = channel.from(KnownField.CHANNEL_NAME);
        if (from < channel.to(KnownField.CHANNEL_NAME) && channel.charset().equals(StandardCharsets.UTF_8)) {
          bytes[from] = (byte) 0xE2;
          places[EntryLayout.FLAGS] = EntryLayout.BROKEN_UTF8;
        }
      }
      case 1 -> places[EntryLayout.FLAGS] |= channel.from(KnownField.TVG_ID) >= 0 ? EntryLayout.NO_ID : 0;
      default -> {
        if (channel.from(KnownField.CHANNEL_NAME) == channel.to(KnownField.CHANNEL_NAME)) {
          places[EntryLayout.STAND_IN_FROM] = channel.from(KnownField.STREAM_URL);
          places[EntryLayout.STAND_IN_TO] = channel.to(KnownField.STREAM_URL);
        }
      }
    }
    return new Channel(bytes, places, channel.origin());
  }

  private String name() {
    return switch (random.nextInt(8)) {
      case 0 -> "UK: " + text(2) + " HD";
      case 1 -> "## " + text(1);
      case 2 -> random.nextInt(4) == 0 ? "a".repeat(60) + "zy" : "";
      default -> text(4);
    };
  }

  private String text(int words) {
    return grammar.text(random.nextInt(words + 1));
  }

  /// The media type's name is found by bytes alone.
  @Property(tries = 500)
  void mediaTypes(@ForAll long seed) {
    begin(seed);
    for (Channel channel : channels()) {
      ChannelBlock block = ChannelBlock.of(List.of(channel));
      assertThat(MediaTypeText.of(block, 0)).isEqualTo(MediaType.of(
          channel.text(MediaType.RADIO_ATTRIBUTE), channel.text(KnownField.STREAM_URL)).ruleName());
    }
  }
}
