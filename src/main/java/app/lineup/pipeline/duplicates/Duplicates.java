package app.lineup.pipeline.duplicates;

import app.lineup.model.Deduplication;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Lets through the first source's entry of each channel and counts what it holds back. Not thread-safe; used by one
/// thread.
///
/// Channels are told apart by a 64-bit hash of what they are compared by (see [Hash] for the odds).
public final class Duplicates {

  /// In place of the hash of a channel that is like no other.
  private static final long UNCOMPARED = 0;
  /// How many places are looked at ahead: what they are in fits into the cache nearest to a core.
  private static final int AT_ONCE = 256;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// Held back from one source because another has it.
  ///
  /// @param kept the index of the source whose entry stayed
  /// @param lost the index of the source whose entry went
  public record Pair(int kept, int lost) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return kept != other.kept ? Integer.compare(kept, other.kept) : Integer.compare(lost, other.lost);
    }
  }

  private final Deduplication by;
  private final SeenHashes seen = new SeenHashes();
  private final Map<Pair, Long> lost = new TreeMap<>();

  public Duplicates(Deduplication by) {
    this.by = by;
  }

  /// The channels of a chunk that no earlier source has. Afterwards `chunk` must not be used any more.
  ///
  /// @param source the index of the source they come from
  public ChannelSlice without(int source, List<Channel> chunk) {
    ChannelSlice slice = ChannelSlice.of(chunk);
    if (by == Deduplication.NONE) {
      return slice;
    }
    boolean[] admitted = admitted(source, slice);
    var position = new AtomicInteger();
    return slice.only((block, entry) -> admitted[position.getAndIncrement()]);
  }

  /// Which channels of a slice no earlier source has, by their position; they count as seen.
  ///
  /// @param source the index of the source they come from
  public boolean[] admitted(int source, ChannelSlice slice) {
    ChannelBlock block = slice.block();
    long[] hashes = new long[slice.size()];
    Arrays.setAll(hashes, i -> hash(block, slice.entry(i)));
    boolean[] admitted = new boolean[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      if (i % AT_ONCE == 0) {
        seen.lookAhead(hashes, i, Math.min(hashes.length, i + AT_ONCE));
      }
      int first = hashes[i] == UNCOMPARED ? source : seen.firstSource(hashes[i], source);
      admitted[i] = first == source;
      if (first != source) {
        lost.merge(new Pair(first, source), 1L, Long::sum);
      }
    }
    return admitted;
  }

  private long hash(ChannelBlock block, int entry) {
    return switch (by) {
      case NONE -> UNCOMPARED;
      case URL -> compared(
          Hash.of(block.bytes(), block.from(entry, KnownField.STREAM_URL), block.to(entry, KnownField.STREAM_URL)));
      case KEY -> {
        String id = block.text(entry, KnownField.TVG_ID).strip();
        yield id.isEmpty() ? UNCOMPARED : hash(id, block.text(entry, KnownField.CHANNEL_NAME));
      }
    };
  }

  private static long hash(String id, String name) {
    byte[] first = folded(id);
    byte[] second = folded(name);
    return compared(Hash.of(second, 0, second.length, Hash.of(first, 0, first.length)));
  }

  private static long compared(long hash) {
    return hash == UNCOMPARED ? 1 : hash;
  }

  private static byte[] folded(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)
        .getBytes(StandardCharsets.UTF_8);
  }

  /// How many entries were held back, by the source that has the channel and the one that lost it.
  public Map<Pair, Long> lost() {
    return Map.copyOf(lost);
  }
}
