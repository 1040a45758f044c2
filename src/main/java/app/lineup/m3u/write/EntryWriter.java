package app.lineup.m3u.write;

import app.lineup.m3u.Inheritance;
import app.lineup.m3u.Lines;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.NumberedSlice;
import java.util.Arrays;
import java.util.List;

/// Writes entries as they will be published: what nothing changed is copied as it stands, neighbours in one go, the
/// rest with the changed parts replaced (decision 35). Not thread-safe; used by one thread at a time.
public final class EntryWriter {

  private static final int OLD_CODE_PAGE = EntryLayout.WINDOWS_1251 | EntryLayout.WINDOWS_1252;

  private final EntryChanges changes;
  private long recoded;

  /// @param inheritance what entries can no longer inherit and must say themselves
  public EntryWriter(Inheritance inheritance) {
    this.changes = new EntryChanges(inheritance);
  }

  /// How many entries had to become UTF-8 because their code page cannot hold a new value.
  public long recoded() {
    return recoded;
  }

  /// Puts all entries of a chunk behind what is in `sink`. One that does not end its line gets a line feed if another
  /// one follows.
  ///
  /// @param ends takes where each entry ends in `sink`, a line feed behind it not counted
  public void write(ChannelSlice entries, ByteSink sink, int[] ends) {
    ChannelBlock block = entries.block();
    byte[] bytes = block.bytes();
    changes.begin(block);
    // What stands between the two was not yet copied.
    int copied = 0;
    int seen = 0;
    int size = entries.size();
    for (int i = 0; i < size; i++) {
      int entry = entries.entry(i);
      boolean asItStands = !changes.find(entry);
      int from = block.place(entry, EntryLayout.ENTRY_FROM);
      int to = block.place(entry, EntryLayout.ENTRY_TO);
      if (asItStands && from == seen && copied < seen && Lines.isEnd(bytes[seen - 1])) {
        seen = to;
      } else {
        sink.put(bytes, copied, seen);
        if (i > 0 && !sink.endsLine()) {
          sink.put('\n');
        }
        copied = from;
        seen = to;
        if (!asItStands) {
          writeChanged(block, entry, sink);
          copied = to;
        }
      }
      ends[i] = sink.length() + seen - copied;
    }
    sink.put(bytes, copied, seen);
  }

  /// Puts one entry behind what is in `sink`.
  public void write(ChannelBlock block, int entry, ByteSink sink) {
    changes.begin(block);
    if (changes.find(entry)) {
      writeChanged(block, entry, sink);
    } else {
      sink.put(block.bytes(), block.place(entry, EntryLayout.ENTRY_FROM), block.place(entry, EntryLayout.ENTRY_TO));
    }
  }

  /// One entry by itself.
  public byte[] write(NumberedChannel channel) {
    ChannelSlice alone = NumberedSlice.of(List.of(channel)).channels();
    var sink = new ByteSink(1024);
    write(alone.block(), alone.entry(0), sink);
    return Arrays.copyOf(sink.bytes(), sink.length());
  }

  private void writeChanged(ChannelBlock block, int entry, ByteSink sink) {
    EntryEdits edits = changes.edits();
    int from = block.place(entry, EntryLayout.ENTRY_FROM);
    int to = block.place(entry, EntryLayout.ENTRY_TO);
    if (!block.is(entry, OLD_CODE_PAGE)) {
      edits.apply(block.bytes(), from, to, sink);
    } else if (edits.fits(block.charset(entry))) {
      edits.apply(block.bytes(), from, to, block.charset(entry), sink);
    } else {
      recoded++;
      write(Recoding.toUtf8(block, entry), 0, sink);
      changes.begin(block);
    }
  }
}
