package app.lineup.app.lineup;

import app.lineup.app.GroupCounts;
import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.IndexedSource;
import app.lineup.engine.record.RecordFile;
import app.lineup.model.channel.NumberedChannel;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The channels as they will be published, at rest in a file: what the window shows. Immutable, thread-safe.
///
/// Each channel has its provider's bytes, what rules changed, and its number; as it was before any rule it is
/// `channel.withChanges(Changes.NONE)`. A lineup stays readable when a newer one takes its place, until it is closed.
public final class Lineup implements AutoCloseable {

  /// Changes with what [#trailer] writes.
  private static final int LAYOUT = 1;

  private final RecordFile<NumberedChannel> file;
  private final Map<String, Long> groups;
  private final long inOtherGroups;

  private Lineup(RecordFile<NumberedChannel> file, BlockReader in) {
    this.file = file;
    this.inOtherGroups = in.number();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      counts.put(in.text(), in.number());
    }
    this.groups = Collections.unmodifiableMap(counts);
  }

  /// The lineup in a file, which is closed with it; empty where another version of the program wrote it.
  static Optional<Lineup> in(RecordFile<NumberedChannel> file) {
    var trailer = new BlockReader(file.trailer());
    return trailer.number() == LAYOUT ? Optional.of(new Lineup(file, trailer)) : Optional.empty();
  }

  /// What a lineup's file holds besides its channels.
  static byte[] trailer(GroupCounts groups) {
    var out = new BlockWriter();
    out.number(LAYOUT);
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
