package app.lineup.m3u.codec;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a numbered channel costs to write into a block, to read back as a view, and to cut out of it, in nanoseconds a
/// channel; with and without a changed name.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChannelCodecBenchmark {

  private static final int CHANNELS = 256;

  @Param({"false", "true"})
  public boolean changed;

  private final NumberedChannelCodec codec = new NumberedChannelCodec();
  private List<NumberedChannel> channels = List.of();
  private byte[] block = {};

  @Setup
  public void make() {
    var list = new StringBuilder();
    for (int i = 0; i < CHANNELS; i++) {
      list.append("#EXTINF:-1 tvg-id=\"Channel").append(i).append(".uk\" tvg-name=\"UK: Channel ").append(i)
          .append(" FHD\" tvg-logo=\"https://logos.example/countries/uk/channel-").append(i)
          .append(".png\" group-title=\"UK| SPORTS\",UK: Channel ").append(i).append(" FHD\n")
          .append("http://line.example:8080/live/user/password/").append(i).append(".ts\n");
    }
    byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
    var scanner = new EntryScanner(ScanLimits.DEFAULT, new Origin("bench", "m3u", "bench", "", Map.of()));
    channels = new ArrayList<>();
    for (Channel channel : scanner.scan(bytes, 0, bytes.length).channels()) {
      channels.add(new NumberedChannel(
          changed ? channel.with(KnownField.CHANNEL_NAME, "Another name") : channel,
          new ChannelNumber(channels.size() + 1, 0)));
    }
    block = write();
  }

  @Benchmark
  @OperationsPerInvocation(CHANNELS)
  public byte[] write() {
    var out = new BlockWriter();
    for (NumberedChannel channel : channels) {
      codec.write(channel, out);
    }
    return out.toBytes();
  }

  @Benchmark
  @OperationsPerInvocation(CHANNELS)
  public List<NumberedChannel> read() {
    var in = new BlockReader(block);
    List<NumberedChannel> read = new ArrayList<>(CHANNELS);
    for (int i = 0; i < CHANNELS; i++) {
      read.add(codec.read(in));
    }
    return read;
  }

  @Benchmark
  @OperationsPerInvocation(CHANNELS)
  public List<NumberedChannel> readOwned() {
    var in = new BlockReader(block);
    List<NumberedChannel> read = new ArrayList<>(CHANNELS);
    for (int i = 0; i < CHANNELS; i++) {
      read.add(codec.owned(codec.read(in)));
    }
    return read;
  }
}
