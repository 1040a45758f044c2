package app.lineup.bench;

import app.lineup.model.Channel;
import app.lineup.model.ChannelBlock;
import app.lineup.model.ChannelSlice;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What rules and filters cost an entry of a block: CPU time of the one thread that works and what it allocates; medians of
/// the rounds, of which the first three are left out. The blocks are made anew for each round, which is not counted.
/// Arguments: the list, how many of its entries (1,000,000), rounds (9), and `many` for the 30 rules and 10 filters of
/// [RuleTimes] in place of the reference's two and one.
final class BlockRuleTimes {

  private static final int COLD_ROUNDS = 3;
  private static final int BLOCK_ENTRIES = 1000;
  private static final List<String> RULES = List.of(
      "channel_name case_sensitive matches \"^(.*) (FHD|UHD|HEVC|4K|HD|SD)$\" SET channel_name = \"$1\"",
      "channel_name case_sensitive matches \"^([A-Z]{2,3}) ?[:|-] *(.+)$\" SET channel_name = \"$2 [$1]\"");
  private static final String EXCLUDE = "group_title contains \"adult\" OR group_title contains \"xxx\""
      + " OR group_title contains \"24/7\" OR channel_name starts_with \"##\"";

  private BlockRuleTimes() {}

  public static void main(String[] arguments) throws Exception {
    int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
    boolean many = arguments.length > 3;
    List<String> texts = many ? PlainRules.RULES.stream().map(PlainRules.Mapped::text).toList() : RULES;
    var mapping = CompiledMapping.compile(texts.stream().map(text -> new Rule(text, true)).toList());
    var filters = CompiledFilters.compile(many
        ? PlainRules.FILTERS.stream().map(PlainRules.Asked::filter).toList()
        : List.of(new Filter(Filter.Mode.EXCLUDE, EXCLUDE, true)));
    List<Channel> channels = RuleTimes.read(Path.of(arguments[0]), entries);
    var ruled = new double[rounds];
    var filtered = new double[rounds];
    long kept = 0;
    long allocated = 0;
    BlockRules rules = mapping.blocks(true);
    BlockFilters asked = filters.blocks(true);
    for (int i = 0; i < rounds; i++) {
      List<ChannelSlice> slices = slices(channels);
      long before = allocated();
      long begun = cpu();
      slices.replaceAll(rules::apply);
      long between = cpu();
      slices.replaceAll(asked::apply);
      long ended = cpu();
      allocated = allocated() - before;
      kept = slices.stream().mapToLong(ChannelSlice::size).sum();
      ruled[i] = (between - begun) / (double) channels.size();
      filtered[i] = (ended - between) / (double) channels.size();
    }
    System.out.printf(Locale.ROOT, "%,d entries, %,d kept, ns an entry: rules %.0f, filters %.0f; %.1f bytes allocated%n",
        channels.size(), kept, median(ruled), median(filtered), allocated / (double) channels.size());
    System.out.printf(Locale.ROOT, "first round: rules %.0f, filters %.0f%n", ruled[0], filtered[0]);
  }

  private static List<ChannelSlice> slices(List<Channel> channels) {
    List<ChannelSlice> slices = new ArrayList<>();
    for (int from = 0; from < channels.size(); from += BLOCK_ENTRIES) {
      slices.add(ChannelBlock.of(channels.subList(from, Math.min(from + BLOCK_ENTRIES, channels.size()))).all());
    }
    return slices;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
        ? threads.getCurrentThreadAllocatedBytes()
        : 0;
  }

  private static double median(double[] rounds) {
    double[] warm = Arrays.copyOfRange(rounds, Math.min(COLD_ROUNDS, rounds.length - 1), rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
