package app.lineup.m3u;

import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.m3u.scan.ScannedBlock;
import app.lineup.model.channel.Origin;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What an entry costs to scan, in nanoseconds an entry, beside reading it into one `String` a line.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScanBenchmark {

  private static final int ENTRIES = 2000;
  private static final Origin ORIGIN = new Origin("bench", "m3u", "bench", "", Map.of());

  private final byte[] block = list().getBytes(StandardCharsets.UTF_8);

  private static String list() {
    var list = new StringBuilder();
    for (int i = 0; i < ENTRIES; i++) {
      list.append("#EXTINF:-1 tvg-id=\"Channel").append(i).append(".uk\" tvg-name=\"UK: Channel ").append(i)
          .append(" FHD\" tvg-logo=\"https://logos.example/countries/uk/channel-").append(i)
          .append(".png\" group-title=\"UK| SPORTS\",UK: Channel ").append(i).append(i % 7 == 0 ? " é" : "")
              .append(" FHD\n")
          .append("http://line.example:8080/live/user/password/").append(i).append(".ts\n");
    }
    return list.toString();
  }

  /// Every field's place found, nothing decoded.
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public ScannedBlock scan() {
    return new EntryScanner(ScanLimits.DEFAULT, ORIGIN).scan(block, 0, block.length);
  }

  /// The pass that looks for numbers only.
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public ScannedBlock scanForNumbers() {
    return new EntryScanner(ScanLimits.DEFAULT, ORIGIN, ScanFilter.MAY_HAVE_NUMBER).scan(block, 0, block.length);
  }

  /// For comparison: the lines as strings, without looking at them.
  @Benchmark
  @OperationsPerInvocation(ENTRIES)
  public List<String> linesAsStrings() {
    return new String(block, StandardCharsets.UTF_8).lines().toList();
  }
}
