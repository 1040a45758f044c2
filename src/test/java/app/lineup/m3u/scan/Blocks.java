package app.lineup.m3u.scan;

import app.lineup.m3u.write.ByteSink;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The door by which tests make blocks out of lists, and entries out of blocks.
public final class Blocks {

  private Blocks() {}

  /// The entries of a list.
  public static ChannelBlock of(byte[] list, Origin origin) {
    return ChannelBlock.of(new EntryScanner(ScanLimits.DEFAULT, origin).scan(list, 0, list.length).channels());
  }

  /// The entries of a list in UTF-8.
  public static ChannelBlock of(String list, Origin origin) {
    return of(list.getBytes(StandardCharsets.UTF_8), origin);
  }

  /// One entry as it is published.
  public static byte[] written(ChannelBlock block, int entry, EntryWriter writer) {
    var sink = new ByteSink(16);
    writer.write(block, entry, sink);
    return Arrays.copyOf(sink.bytes(), sink.length());
  }
}
