package app.lineup.pipeline.guide;

import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.m3u.Separators;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.MediaType;
import java.util.ArrayList;
import java.util.List;

/// What guides are matched with: id and names of each channel that was published, 24 bytes a channel. Films, series
/// and separators have no programmes and do not count. Not thread-safe; used by one thread at a time.
public final class PublishedChannels implements AutoCloseable {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.10;

  private static final int KEYS = 3;
  private static final int PER_PAGE = 8 * 1024;

  private final List<long[]> pages = new ArrayList<>();
  private final MemoryLease lease;
  private long size;

  /// @param leases where it is declared what this takes
  public PublishedChannels(LeaseBook leases) {
    lease = leases.open("published channels", ALLOWANCE, LeaseAlarms.NONE);
  }

  /// Notes channels that are about to be published.
  public void add(List<LogoEnrichedChannel> chunk) {
    for (LogoEnrichedChannel published : chunk) {
      Channel channel = published.numbered().channel();
      MediaType type = channel.mediaType();
      if ((type == MediaType.LIVE || type == MediaType.RADIO) && !Separators.isSeparator(channel)) {
        add(channel);
      }
    }
  }

  private void add(Channel channel) {
    int at = (int) (size % PER_PAGE) * KEYS;
    if (at == 0) {
      pages.add(new long[PER_PAGE * KEYS]);
      // It cannot be given up: where it is refused, all others have been asked to.
      boolean _ = lease.trySetBytes((long) pages.size() * PER_PAGE * KEYS * Long.BYTES);
    }
    long[] page = pages.getLast();
    page[at] = Match.key(channel.text(KnownField.TVG_ID));
    page[at + 1] = Match.key(channel.text(KnownField.CHANNEL_NAME));
    page[at + 2] = Match.key(channel.text(KnownField.TVG_NAME));
    size++;
  }

  /// How many channels there are.
  public long size() {
    return size;
  }

  /// Nothing is declared any more.
  @Override
  public void close() {
    lease.close();
  }

  void forEach(Visitor visitor) {
    for (long i = 0; i < size; i++) {
      long[] page = pages.get((int) (i / PER_PAGE));
      int at = (int) (i % PER_PAGE) * KEYS;
      visitor.visit(page[at], page[at + 1], page[at + 2]);
    }
  }

  /// Sees the keys of one channel.
  @FunctionalInterface
  interface Visitor {
    void visit(long id, long name, long tvgName);
  }
}
