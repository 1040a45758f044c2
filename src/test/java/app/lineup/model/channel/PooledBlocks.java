package app.lineup.model.channel;

import app.lineup.m3u.scan.EntryScanner;
import app.lineup.m3u.scan.ScanLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fills blocks of a pool with entries, as the reader of a list does.
final class PooledBlocks {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list.m3u", "", Map.of());

  private PooledBlocks() {}

  /// All entries of a block that was taken for them; they are called A0, A1 and so on.
  static ChannelSlice filled(BlockPool pool, String letter, int entries) {
    byte[] list = IntStream.range(0, entries)
        .mapToObj(i -> "#EXTINF:-1 x-y=\"" + letter + "\"," + letter + i + "\nhttp://h/" + i + "\n")
        .collect(Collectors.joining()).getBytes(StandardCharsets.US_ASCII);
    ChannelBlock block = pool.take(list.length);
    System.arraycopy(list, 0, block.bytes(), 0, list.length);
    block.begin(block.bytes(), list.length);
    return new EntryScanner(ScanLimits.DEFAULT, ORIGIN).scan(block, 0, list.length, "").channels();
  }
}
