package app.lineup.model.channel;

import app.lineup.model.KnownField;
import java.util.Locale;

/// By what a channel is known again (decision 32): it survives a new host, new credentials, a re-ordered list, and
/// whatever rules do, since it is taken from the entry as it was read. Holds no credential. Immutable.
///
/// It is the stream's id where the address is one of an Xtream panel; else the `tvg-id` with the normalised name; else
/// the address's path. Two channels of one source may have the same key: whoever keeps keys tells them apart by an
/// ordinal.
///
/// @param text what it is made of, its kind first
public record ChannelKey(String text) {

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  /// The key of a channel.
  public static ChannelKey of(Channel channel) {
    Channel read = channel.withChanges(Overrides.NONE);
    String address = read.text(KnownField.STREAM_URL);
    String stream = StreamPath.xtream(address);
    if (!stream.isEmpty()) {
      return new ChannelKey(stream);
    }
    String id = read.text(KnownField.TVG_ID).strip();
    String name = ChannelName.normalised(read.text(KnownField.CHANNEL_NAME));
    return new ChannelKey(id.isEmpty()
        ? StreamPath.of(address).map(path -> "path:" + path)
        .orElseGet(() -> "name:" + StreamPath.unlike(address) + "\n" + name)
        : "id:" + id.toLowerCase(Locale.ROOT) + "\n" + name);
  }

  /// A 64-bit hash for who keeps many: of a million keys two are taken for one in some thirty million lists.
  ///
  /// @param scope   whose key it is; the same in every run
  /// @param ordinal which of those that have this key there, the first is 0
  public long hash(int scope, int ordinal) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return spread(hash ^ spread((long) scope << 32 | ordinal));
  }

  /// The key's own bits reach all of the hash (the finaliser of MurmurHash3).
  private static long spread(long bits) {
    long mixed = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
