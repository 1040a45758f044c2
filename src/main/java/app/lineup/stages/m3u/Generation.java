package app.lineup.stages.m3u;

import app.lineup.engine.flow.ChunkFunction;
import app.lineup.entry.EntryWriter;
import app.lineup.entry.Inheritance;
import app.lineup.model.LogoEnrichedChannel;
import app.lineup.model.M3uEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Writes the entries of a chunk one behind the other into an array of the chunk's own. Confined.
final class Generation implements ChunkFunction<LogoEnrichedChannel, M3uEntry> {

  private final EntryWriter writer;
  private final LongAdder recoded;

  Generation(Inheritance inheritance, LongAdder recoded) {
    this.writer = new EntryWriter(inheritance);
    this.recoded = recoded;
  }

  @Override
  public List<M3uEntry> apply(List<LogoEnrichedChannel> chunk) {
    List<M3uEntry> entries = new ArrayList<>(chunk.size());
    long before = writer.recoded();
    for (LogoEnrichedChannel channel : chunk) {
      entries.add(writer.write(channel.numbered().channel(), channel.numbered().number()));
    }
    writer.release();
    recoded.add(writer.recoded() - before);
    return entries;
  }
}
