package app.lineup.pipeline.generate;

import app.lineup.m3u.write.ByteSink;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.WrittenEntries;

/// The memory that the entries of a chunk are written into. Not thread-safe; used by one thread at a time.
final class WriteBuffer {

  /// So much longer than it was an entry mostly is at most.
  private static final int USUAL_GROWTH = 32;
  /// A buffer that was not filled to this part is too large for the chunks of now.
  private static final int PART_IN_USE = 4;

  private final ByteSink bytes = new ByteSink(0);
  private int[] ends = new int[0];

  /// The entries of a chunk, until they are released and the buffer goes back where it came from.
  WrittenEntries write(ChannelSlice entries, EntryWriter writer, WriteBuffers from) {
    int size = entries.size();
    if (ends.length < size) {
      ends = new int[size];
    }
    bytes.clear();
    bytes.reserve(room(entries));
    writer.write(entries, bytes, ends);
    return new WrittenEntries(bytes.bytes(), ends, size, () -> from.giveBack(this));
  }

  /// About how many bytes will be written.
  private static int room(ChannelSlice entries) {
    ChannelBlock block = entries.block();
    int size = entries.size();
    long room = (long) USUAL_GROWTH * size;
    for (int i = 0; i < size; i++) {
      int entry = entries.entry(i);
      room += block.place(entry, EntryLayout.ENTRY_TO) - block.place(entry, EntryLayout.ENTRY_FROM);
    }
    return (int) Math.min(room, Integer.MAX_VALUE / 2);
  }

  /// Whether it is about as large as the chunk that it held last.
  boolean fits() {
    return bytes.bytes().length / PART_IN_USE <= bytes.length();
  }
}
