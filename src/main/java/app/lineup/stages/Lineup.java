package app.lineup.stages;

import app.lineup.engine.accumulate.BlockReader;
import app.lineup.engine.accumulate.BlockWriter;
import app.lineup.engine.accumulate.IndexedSource;
import app.lineup.engine.accumulate.RecordFile;
import app.lineup.model.NumberedChannel;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The channels as they will be published, at rest in a file: what the window shows. Immutable, thread-safe.
///
/// Each channel has its provider's bytes, what rules changed, and its number; as it was before any rule it is
/// `channel.withChanges(Changes.NONE)`. A lineup stays readable when a newer one takes its place, until it is closed.
public final class Lineup implements AutoCloseable {

  private final RecordFile<NumberedChannel> file;
  private final Map<String, Long> groups;
  private final long inOtherGroups;

  Lineup(RecordFile<NumberedChannel> file) {
    this.file = file;
    var in = new BlockReader(file.trailer());
    this.inOtherGroups = in.number();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      counts.put(in.text(), in.number());
    }
    this.groups = Collections.unmodifiableMap(counts);
  }

  /// What a lineup's file holds besides its channels.
  static byte[] trailer(GroupCounts groups) {
    var out = new BlockWriter();
    out.number(groups.beyond());
    out.number(groups.counts().size());
    groups.counts().forEach((group, count) -> {
      out.text(group);
      out.number(count);
    });
    return out.toBytes();
  }

  /// The channels in their order.
  public IndexedSource<NumberedChannel> channels() {
    return file;
  }

  /// How many channels each group has, in the order of their first channels; the empty name for no group. A channel of
  /// `A;B` is in both.
  public Map<String, Long> groups() {
    return groups;
  }

  /// How often a channel is in a group beyond [#groups], where there are too many to keep.
  public long inOtherGroups() {
    return inOtherGroups;
  }

  /// When it was built.
  public Instant madeAt() {
    return file.info().createdAt();
  }

  RecordFile<NumberedChannel> file() {
    return file;
  }

  /// Lets go of it; a search or reader under way goes on to its end. May be called twice.
  @Override
  public void close() {
    file.close();
  }
}
