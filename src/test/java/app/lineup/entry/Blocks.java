package app.lineup.entry;

import app.lineup.model.ChannelBlock;
import app.lineup.model.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The door by which tests make blocks out of lists, and entries out of blocks.
final class Blocks {

  private Blocks() {}

  /// The entries of a list.
  static ChannelBlock of(byte[] list, Origin origin) {
    return ChannelBlock.of(new EntryScanner(ScanLimits.DEFAULT, origin).scan(list, 0, list.length).channels());
  }

  /// The entries of a list in UTF-8.
  static ChannelBlock of(String list, Origin origin) {
    return of(list.getBytes(StandardCharsets.UTF_8), origin);
  }

  /// One entry as it is published.
  static byte[] written(ChannelBlock block, int entry, EntryWriter writer) {
    var sink = new ByteSink(16);
    writer.write(block, entry, sink);
    return Arrays.copyOf(sink.bytes(), sink.length());
  }
}
