package app.lineup.m3u;

import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.m3u.write.ByteSink;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.Origin;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an entry costs to write, in nanoseconds of CPU and bytes of new objects: a list in blocks is written to memory,
/// with nothing changed, with a number for each entry, and with another name and a number for each. Each block is
/// written some times before the next one, because in a run it was just worked on. Arguments: the list, and how many
/// rounds. With `-XX:TieredStopAtLevel=1` it shows what a short run gets.
final class WriteTimes {

  private static final Origin ORIGIN = new Origin("bench", "m3u", "bench", "", Map.of());
  private static final int BLOCK_BYTES = 512 * 1024;
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int TIMES = 5;

  private final List<ChannelSlice> blocks = new ArrayList<>();
  private final EntryWriter writer = new EntryWriter(Inheritance.WRITTEN_OUT);
  private final ByteSink sink = new ByteSink(2 * BLOCK_BYTES);
  private int[] ends = new int[0];
  private long entries;

  private WriteTimes() {}

  public static void main(String[] arguments) throws Exception {
    var times = new WriteTimes();
    times.read(Path.of(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    times.measure("as it stands", rounds);
    times.number();
    times.measure("a number", rounds);
    times.rename();
    times.measure("a name and a number", rounds);
  }

  private void read(Path list) throws Exception {
    byte[] all;
    try (var in = Files.newInputStream(list)) {
      all = in.readNBytes(MOST_BYTES);
    }
    var scanner = new EntryScanner(ScanLimits.DEFAULT, ORIGIN);
    int from = 0;
    while (from < all.length) {
      int to = afterAddress(all, Math.min(all.length, from + BLOCK_BYTES));
      List<Channel> channels = scanner.scan(all, from, to).channels();
      if (!channels.isEmpty()) {
        ChannelSlice block = ChannelBlock.of(channels).all();
        blocks.add(block);
        entries += block.size();
        ends = Arrays.copyOf(ends, Math.max(ends.length, block.size()));
      }
      from = to;
    }
  }

  /// Behind the first line from `at` on that is an address.
  private static int afterAddress(byte[] list, int at) {
    int from = at == list.length ? at : Lines.after(list, Lines.end(list, at, list.length), list.length);
    while (from < list.length && list[from] == '#') {
      from = Lines.after(list, Lines.end(list, from, list.length), list.length);
    }
    return from == list.length ? from : Lines.after(list, Lines.end(list, from, list.length), list.length);
  }

  private void number() {
    int next = 100;
    for (ChannelSlice slice : blocks) {
      for (int i = 0; i < slice.size(); i++) {
        slice.block().number(slice.entry(i), next++, 0);
      }
    }
  }

  /// Takes the last word off, as a rule about quality does.
  private void rename() {
    for (ChannelSlice slice : blocks) {
      ChannelBlock block = slice.block();
      for (int i = 0; i < slice.size(); i++) {
        int entry = slice.entry(i);
        String name = block.text(entry, KnownField.CHANNEL_NAME);
        byte[] changed = name.substring(0, Math.max(1, name.lastIndexOf(' '))).getBytes(StandardCharsets.UTF_8);
        block.set(entry, KnownField.CHANNEL_NAME, changed, 0, changed.length);
      }
    }
  }

  private void measure(String what, int rounds) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] nanos = new double[rounds];
    long made = 0;
    long written = 0;
    for (int round = 0; round < rounds; round++) {
      made = threads.getCurrentThreadAllocatedBytes();
      long begun = threads.getCurrentThreadCpuTime();
      written = write();
      nanos[round] = (threads.getCurrentThreadCpuTime() - begun) / (double) entries / TIMES;
      made = threads.getCurrentThreadAllocatedBytes() - made;
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT, "%-20s %d entries, %d bytes: best %.1f, median %.1f ns an entry, %.2f bytes made an entry%n",
        what, entries, written, nanos[0], nanos[rounds / 2], made / (double) entries);
  }

  private long write() {
    long bytes = 0;
    for (ChannelSlice block : blocks) {
      for (int i = 0; i < TIMES; i++) {
        sink.clear();
        writer.write(block, sink, ends);
      }
      bytes += sink.length();
    }
    return bytes;
  }
}
