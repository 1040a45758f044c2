package app.lineup.bench;

import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.Filter;
import app.lineup.model.KnownField;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.Origin;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What 30 rules with patterns and 10 filters cost a channel, over blocks that are filled for it and one by one with
/// `java.util.regex`, in turn in one process, and what it costs to make 1,000 rules ready. CPU time of the one thread
/// that works; medians of the rounds, of which the first three are left out. Arguments: the list, how many of its
/// entries (1,000,000), rounds (9).
final class RuleTimes {

  private static final int COLD_ROUNDS = 3;
  private static final int BLOCK_ENTRIES = 1000;
  private static final int BLOCK_BYTES = 1 << 20;
  private static final Origin ORIGIN = new Origin("bench", "m3u", "bench", "", Map.of());

  private RuleTimes() {}

  public static void main(String[] arguments) throws Exception {
    int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
    List<Channel> channels = read(Path.of(arguments[0]), entries);
    var mapping = CompiledMapping.compile(PlainRules.RULES.stream().map(rule -> new Rule(rule.text(), true)).toList());
    var filters = CompiledFilters.compile(PlainRules.FILTERS.stream().map(PlainRules.Asked::filter).toList());
    var plain = new double[rounds];
    var ours = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long begun = cpu();
      long expected = plain(channels);
      long between = cpu();
      long got = ours(channels, mapping.blocks(true), filters.blocks(true));
      long ended = cpu();
      if (got != expected) {
        throw new IllegalStateException("the two do not give the same lineup");
      }
      plain[i] = (between - begun) / (double) channels.size();
      ours[i] = (ended - between) / (double) channels.size();
    }
    System.out.printf(Locale.ROOT, "%,d channels, ns a channel: java.util.regex %.0f, lineup %.0f, ratio %.1f%n",
        channels.size(), median(plain), median(ours), median(plain) / median(ours));
    thousandRules();
  }

  private static void thousandRules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rules.add(
          new Rule(PlainRules.RULES.get(i % PlainRules.RULES.size()).text()
              .replaceFirst("\\$?\" SET", " x?" + i + "\" SET"), true));
    }
    double[] times = new double[COLD_ROUNDS + 9];
    for (int i = 0; i < times.length; i++) {
      long begun = cpu();
      CompiledMapping.compile(rules).blocks(true);
      times[i] = (cpu() - begun) / 1e6;
    }
    System.out.printf(Locale.ROOT, "1,000 rules made ready: first %.0f ms, then %.1f ms%n", times[0], median(times));
  }

  private static long ours(List<Channel> channels, BlockRules mapping, BlockFilters filters) {
    long sum = 0;
    for (int from = 0; from < channels.size(); from += BLOCK_ENTRIES) {
      List<Channel> some = channels.subList(from, Math.min(from + BLOCK_ENTRIES, channels.size()));
      ChannelSlice kept = filters.apply(mapping.apply(ChannelSlice.of(some)));
      for (int i = 0; i < kept.size(); i++) {
        sum += hash(kept.block(), kept.entry(i));
      }
    }
    return sum;
  }

  /// What only both have in common, so that the comparison costs each the same.
  private static long hash(ChannelBlock block, int entry) {
    return 31L * block.text(entry, KnownField.CHANNEL_NAME).hashCode() + block.text(entry, KnownField.GROUP_TITLE)
        .hashCode();
  }

  private static long plain(List<Channel> channels) {
    var rules = new PlainRules();
    long sum = 0;
    for (Channel channel : channels) {
      if (rules.keeps(channel)) {
        sum += 31L * rules.name().hashCode() + rules.group().hashCode();
      }
    }
    return sum;
  }

  static List<Channel> read(Path list, int entries) throws IOException {
    List<Channel> channels = new ArrayList<>(entries);
    var scanner = new EntryScanner(ScanLimits.DEFAULT, ORIGIN);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(list))) {
      byte[] rest = {};
      while (channels.size() < entries) {
        byte[] read = in.readNBytes(BLOCK_BYTES);
        byte[] block = Arrays.copyOf(rest, rest.length + read.length);
        System.arraycopy(read, 0, block, rest.length, read.length);
        int end = read.length < BLOCK_BYTES ? block.length : lastEntry(block);
        channels.addAll(scanner.scan(block, 0, end).channels());
        rest = Arrays.copyOfRange(block, end, block.length);
        if (read.length < BLOCK_BYTES) {
          break;
        }
      }
    }
    return List.copyOf(channels.subList(0, Math.min(entries, channels.size())));
  }

  private static int lastEntry(byte[] block) {
    int at = block.length - 1;
    while (at > 0 && !(block[at] == '#' && block[at - 1] == '\n')) {
      at--;
    }
    return at;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] rounds) {
    double[] warm = Arrays.copyOfRange(rounds, COLD_ROUNDS, rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
