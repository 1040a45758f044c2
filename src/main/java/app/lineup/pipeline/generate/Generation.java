package app.lineup.pipeline.generate;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.m3u.Inheritance;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.EnrichedSlice;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.M3uEntry;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Writes the entries of a chunk one behind the other into a buffer; the chunk's block is not needed any more then. Not
/// thread-safe; used by one thread at a time.
final class Generation implements ChunkFunction<LogoEnrichedChannel, M3uEntry> {

  private final EntryWriter writer;
  private final LongAdder recoded;
  private final WriteBuffers buffers;

  Generation(Inheritance inheritance, LongAdder recoded, WriteBuffers buffers) {
    this.writer = new EntryWriter(inheritance);
    this.recoded = recoded;
    this.buffers = buffers;
  }

  @Override
  public List<M3uEntry> apply(List<LogoEnrichedChannel> chunk) {
    ChannelSlice entries = EnrichedSlice.channels(chunk);
    WriteBuffer buffer = buffers.take();
    long before = writer.recoded();
    // The rules may be at work on another chunk of the same block.
    synchronized (entries.block()) {
      List<M3uEntry> written = buffer.write(entries, writer, buffers);
      recoded.add(writer.recoded() - before);
      entries.release();
      return written;
    }
  }
}
