package app.lineup.bench;

import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.rule.BlockFilters;
import app.lineup.rule.BlockRules;
import app.lineup.rule.CompiledFilters;
import app.lineup.rule.CompiledMapping;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What rules and filters cost an entry of a block: CPU time of the one thread that works and what it allocates;
/// medians of the rounds, of which the first three are left out. Filling the block, always the same one, is not
/// counted. Arguments: the list, how many of its entries (1,000,000), rounds (9), and `many` for the 30 rules and 10
/// filters of [RuleTimes] in place of the reference's two and one.
final class BlockRuleTimes {

  private static final int COLD_ROUNDS = 3;
  private static final int BLOCK_ENTRIES = 1000;
  private static final int BLOCK_BYTES = 1 << 20;
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
    var block = new ChannelBlock();
    byte[] bytes = new byte[BLOCK_BYTES];
    for (int i = 0; i < rounds; i++) {
      kept = 0;
      allocated = 0;
      for (int from = 0; from < channels.size(); from += BLOCK_ENTRIES) {
        block.begin(bytes, 0);
        channels.subList(from, Math.min(from + BLOCK_ENTRIES, channels.size())).forEach(block::add);
        ChannelSlice slice = block.all();
        long before = allocated();
        long begun = cpu();
        ChannelSlice mapped = rules.apply(slice);
        long between = cpu();
        kept += asked.apply(mapped).size();
        filtered[i] += cpu() - between;
        ruled[i] += between - begun;
        allocated += allocated() - before;
      }
      ruled[i] /= channels.size();
      filtered[i] /= channels.size();
    }
    System.out.printf(
        Locale.ROOT, "%,d entries, %,d kept, ns an entry: rules %.0f, filters %.0f; %.1f bytes allocated%n",
        channels.size(), kept, median(ruled), median(filtered), allocated / (double) channels.size());
    System.out.printf(Locale.ROOT, "first round: rules %.0f, filters %.0f%n", ruled[0], filtered[0]);
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
