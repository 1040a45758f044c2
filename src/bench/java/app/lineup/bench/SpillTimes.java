package app.lineup.bench;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.AccumulationStrategy;
import app.lineup.engine.rest.IteratorAccumulator;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.StageMeter;
import app.lineup.m3u.codec.ChannelCodec;
import app.lineup.m3u.codec.JsonLines;
import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How fast channels spill and are read back, and how large they are on disk, in each form: `SpillTimes FOLDER
/// CHANNELS [LIST]`. With a list its first 200,000 channels are spilled in turn, else some made up, which look more
/// alike than those of a list. What is read is looked at only to be counted. Times are the thread's own in the
/// processor, which other work on the machine disturbs least. Not thread-safe; used by one thread.
public final class SpillTimes {

  private static final int CHUNK = 2000;
  private static final int ROUNDS = 5;
  private static final int HEAD_BYTES = 54_000_000;

  private SpillTimes() {}

  /// Prints a row a form and round.
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int channels = Integer.parseInt(arguments[1]);
    List<Channel> all = scanned(arguments.length > 2 ? head(Path.of(arguments[2])) : madeUp());
    for (int round = 0; round < ROUNDS; round++) {
      measure("packed", new ChannelCodec(), all, channels, folder);
      measure("json lines", new JsonLines(), all, channels, folder);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// As many bytes of a list as some 200,000 channels have.
  private static byte[] head(Path list) throws IOException {
    try (InputStream in = Files.newInputStream(list)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  private static byte[] madeUp() {
    var list = new StringBuilder();
    for (int i = 0; i < CHUNK; i++) {
      list.append("#EXTINF:-1 tvg-id=\"Channel").append(i).append(".uk\" tvg-name=\"UK: Channel ").append(i)
          .append(" FHD\" tvg-logo=\"https://logos.example/countries/uk/channel-").append(i)
          .append(".png\" group-title=\"UK| SPORTS\",UK: Channel ").append(i).append(" FHD\n")
          .append("http://line.example:8080/live/user/password/").append(i).append(".ts\n");
    }
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Channel> scanned(byte[] list) {
    var scanner = new EntryScanner(ScanLimits.DEFAULT, new Origin("bench", "m3u", "bench", "", Map.of()));
    return scanner.scan(list, 0, list.length).channels();
  }

  private static void measure(
      String form, ItemCodec<Channel> codec, List<Channel> all, int channels,
      Path folder) throws Exception {
    MemoryMonitor memory = MemoryMonitor.ofProcess();
    try (var space = new SpillSpace(folder, SpillLimits.USUAL);
        var accumulator = new IteratorAccumulator<>(new Accumulation<>(
            codec, new AccumulationStrategy.FileSpilled(AccumulationStrategy.ITEMS_A_FILE), space, memory,
            memory.leases(), StageMeter.unwatched(), _ -> {}))) {
      long start = cpuNanos();
      for (int added = 0; added < channels; added += CHUNK) {
        int from = added % all.size();
        accumulator.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
      }
      try (VersionedSource<Channel> source = accumulator.seal("bench")) {
        long written = cpuNanos();
        long items = count(source);
        long read = cpuNanos();
        System.out.printf(Locale.ROOT, "%-12s written %,10.0f/s  read %,11.0f/s  %.0f bytes a channel%n", form,
            items * 1e9 / (written - start), items * 1e9 / (read - written), (double) space.bytesSpilled() / items);
      }
    }
  }

  private static long count(VersionedSource<Channel> source) throws Exception {
    long items = 0;
    try (PipelineIterator<Channel> reader = source.open()) {
      while (reader.nextChunk(CHUNK) instanceof IteratorResult.Items<Channel>(List<Channel> some)) {
        items += some.size();
      }
    }
    return items;
  }
}
