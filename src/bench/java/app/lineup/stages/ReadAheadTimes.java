package app.lineup.stages;

import app.lineup.engine.accumulate.PackedAhead;
import app.lineup.engine.accumulate.RecordForm;
import app.lineup.engine.flow.BridgeRoom;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.flow.StageBridge;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.entry.EntryScanner;
import app.lineup.entry.ScanLimits;
import app.lineup.model.Channel;
import app.lineup.model.Origin;
import app.lineup.store.ChannelCodec;
import app.lineup.store.Lz4Packing;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// What reading ahead of a stage brings and costs, with what is ahead kept packed (`compressed_mapping`), kept as it is on a
/// bridge of the same size, and with none: `ReadAheadTimes LIST`.
///
/// The slow case is a source that gives a burst of channels and then nothing for as long as its reader takes for a burst. Both
/// only wait, so that other work on the machine disturbs little. The quick case is a source that never waits: what is measured
/// there is the process's time in the processor.
final class ReadAheadTimes {

  private static final int CHUNK = 2000;
  private static final int BURST = 100_000;
  private static final int BURSTS = 6;
  private static final int QUICK = 600_000;
  private static final int ROUNDS = 4;
  private static final long ROOM_BYTES = 8_000_000;
  private static final long NANOS_A_CHANNEL = 5_000;
  private static final ChannelCodec CODEC = new ChannelCodec();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ReadAheadTimes() {}

  private enum Way { NONE, BRIDGE, PACKED }

  /// How far ahead of its reader a source was at most, and what was kept then.
  private record Ahead(long channels, long bytes) {}

  /// Gives channels as a list does: each chunk scanned from bytes of its own.
  private static final class Source implements PipelineIterator<Channel> {

    private final byte[] list;
    private final int channels;
    private final boolean bursts;
    private int given;

    Source(byte[] list, int channels, boolean bursts) {
      this.list = list;
      this.channels = channels;
      this.bursts = bursts;
    }

    @Override
    public IteratorResult<Channel> nextChunk(int maxItems) {
      if (given >= channels) {
        return new IteratorResult.Finished<>();
      }
      if (bursts && given > 0 && given % BURST == 0) {
        LockSupport.parkNanos(NANOS_A_CHANNEL * BURST);
      }
      List<Channel> all = scan(list.clone());
      given += CHUNK;
      return new IteratorResult.Items<>(all.subList(0, CHUNK));
    }

    @Override
    public void close() {}
  }

  public static void main(String[] arguments) throws Exception {
    byte[] list = chunk(Path.of(arguments[0]));
    List<Channel> all = scan(list).subList(0, CHUNK);
    long bytes = all.stream().mapToLong(CODEC::weigh).sum();
    System.out.printf(Locale.ROOT, "a channel at rest weighs %d bytes%n", bytes / CHUNK);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (Way way : Way.values()) {
        for (int round = 0; round < ROUNDS; round++) {
          long cpu = PROCESS.getProcessCpuTime();
          read(way, new Source(list, QUICK, false), threads, 0, bytes / CHUNK);
          double nanos = (double) (PROCESS.getProcessCpuTime() - cpu) / QUICK;
          if (round == ROUNDS - 1) {
            long begun = System.nanoTime();
            Ahead most = read(way, new Source(list, BURST * BURSTS, true), threads, NANOS_A_CHANNEL, bytes / CHUNK);
            System.out.printf(Locale.ROOT, "%-7s quick source %,.0f ns of CPU a channel; bursts %.2f s; most ahead %,d channels, %.1f MB kept%n",
                way, nanos, (System.nanoTime() - begun) / 1e9, most.channels(), most.bytes() / 1e6);
          }
        }
      }
    }
  }

  private static Ahead read(Way way, Source source, ExecutorService threads, long nanosAChannel, long weight) throws Exception {
    var leases = new LeaseBook(() -> Long.MAX_VALUE);
    var most = new Ahead(0, 0);
    long read = 0;
    try (PipelineIterator<Channel> reader = switch (way) {
      case NONE -> source;
      case BRIDGE -> new StageBridge<>(source, "loading", threads,
          () -> new BridgeRoom(CHUNK, Integer.MAX_VALUE / CHUNK, ROOM_BYTES), CODEC::weigh, Duration.ofMinutes(1));
      case PACKED -> new PackedAhead<>(source, new RecordForm<>(CODEC, CHUNK, new Lz4Packing()), threads, () -> CHUNK,
          () -> ROOM_BYTES, leases);
    }) {
      while (reader.nextChunk(CHUNK) instanceof IteratorResult.Items<Channel>(List<Channel> some)) {
        read += some.size();
        if (source.given - read > most.channels()) {
          most = new Ahead(source.given - read, way == Way.PACKED ? leases.bytes() : (source.given - read) * weight);
        }
        if (nanosAChannel > 0) {
          LockSupport.parkNanos(nanosAChannel * some.size());
        }
      }
    }
    return most;
  }

  private static List<Channel> scan(byte[] list) {
    return new EntryScanner(ScanLimits.DEFAULT, new Origin("bench", "m3u", "bench", "", Map.of()))
        .scan(list, 0, list.length).channels();
  }

  /// Somewhat more bytes than a chunk's channels have.
  private static byte[] chunk(Path list) throws IOException {
    try (InputStream in = Files.newInputStream(list)) {
      return in.readNBytes(CHUNK * 320);
    }
  }
}
