package app.lineup.pipeline.duplicates;

import java.util.Arrays;

/// Which 64-bit hashes were seen, and in which source first: about eleven bytes each. Not thread-safe; used by one
/// thread.
///
/// The table is cut into parts by the hash's highest bits, each of which grows by itself, so that growing never holds
/// much of it twice. Within a part, hashes lie at the first free place from their own on.
final class SeenHashes {

  private static final int PART_BITS = 8;
  private static final int FIRST_PLACES = 16;

  private final Part[] parts = new Part[1 << PART_BITS];
  private long size;
  /// What was seen by looking ahead, which nobody needs: without it the looks would be left out.
  long looked;

  SeenHashes() {
    Arrays.setAll(parts, i -> new Part());
  }

  /// Notes a hash.
  ///
  /// @param source the source it is seen in now
  /// @return the source it was seen in first, which is `source` where it is new
  int firstSource(long hash, int source) {
    // 0 marks a free place.
    long key = hash == 0 ? 1 : hash;
    int first = parts[(int) (key >>> Long.SIZE - PART_BITS)].put(key, (short) source);
    size += first < 0 ? 1 : 0;
    return first < 0 ? source : first;
  }

  /// Looks at the places of hashes that will be noted next. Each look waits for memory; where nothing depends on what
  /// they see, they wait together, and noting finds its place at hand (measured: 150 ns a hash instead of 400).
  void lookAhead(long[] hashes, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      Part part = parts[(int) (hashes[i] >>> Long.SIZE - PART_BITS)];
      int at = Part.first(part.keys, hashes[i]);
      sum += part.keys[at] + part.sources[at];
    }
    looked = sum;
  }

  /// How many different hashes were seen.
  long size() {
    return size;
  }

  /// About how many bytes all this takes.
  long bytes() {
    return Arrays.stream(parts).mapToLong(part -> (long) part.keys.length * (Long.BYTES + Short.BYTES)).sum();
  }

  private static final class Part {

    private long[] keys = new long[FIRST_PLACES];
    private short[] sources = new short[FIRST_PLACES];
    private int used;

    /// @return the source that was noted with the key before, −1 where there was none
    int put(long key, short source) {
      if (used >= keys.length - keys.length / 8) {
        grow();
      }
      int at = place(keys, key);
      if (keys[at] == key) {
        return sources[at];
      }
      keys[at] = key;
      sources[at] = source;
      used++;
      return -1;
    }

    /// Where a key lies unless others are in its way.
    static int first(long[] keys, long key) {
      // The bits that do not choose the part, spread evenly over a length that need not be a power of two.
      return (int) Math.unsignedMultiplyHigh(key << PART_BITS, keys.length);
    }

    /// Where the key lies, or the free place where it belongs.
    private static int place(long[] keys, long key) {
      int at = first(keys, key);
      while (keys[at] != 0 && keys[at] != key) {
        at = at + 1 == keys.length ? 0 : at + 1;
      }
      return at;
    }

    private void grow() {
      long[] largerKeys = new long[keys.length + keys.length / 2];
      short[] largerSources = new short[largerKeys.length];
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] != 0) {
          int at = place(largerKeys, keys[i]);
          largerKeys[at] = keys[i];
          largerSources[at] = sources[i];
        }
      }
      keys = largerKeys;
      sources = largerSources;
    }
  }
}
